package org.servanda.commitments.standings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import org.hibernate.jpa.HibernateHints;

import org.servanda.commitments.EndOfTime;
import org.servanda.commitments.counts.CombinationCount;
import org.servanda.commitments.counts.FacetCounts;
import org.servanda.commitments.filters.CommitmentFilter;
import org.servanda.commitments.filters.CommitmentFilter.Condition;
import org.servanda.commitments.filters.Dimension;
import org.servanda.commitments.filters.Facet;
import org.servanda.commitments.filters.SortOrder;
import org.servanda.commitments.links.LinkType;
import org.servanda.ledger.ReadPoint;

/** Reads where commitments stood at coordinates of the two times: one, a page, counts. */
@ApplicationScoped
public class Standings implements PanacheRepository<Standing> {

    /** A place in a sorted list: the sort value and the sort key of the last item before it. */
    public record KeysetPosition(String sortValue, String sortKey) {}

    /** The one rectangle of a commitment at these coordinates; not read-only, since a writer may close it afterwards. */
    public Optional<Standing> findOne(String code, ReadPoint at) {
        CommitmentFilter all = CommitmentFilter.all(at);
        Condition condition = all.condition();
        Map<String, Object> parameters = new HashMap<>(condition.parameters());
        parameters.put("code", code);
        return find("from Standing c join fetch c.details where c.code = :code and " + condition.hql(), parameters)
                .firstResultOptional();
    }

    /** The rectangles of a commitment that are not superseded by later knowledge, in the order of days. */
    List<Standing> open(String code) {
        return list("code = ?1 and recordedTo = ?2 order by validFrom", code, EndOfTime.OPEN);
    }

    /** All rectangles of a commitment there ever were. */
    List<Standing> all(String code) {
        return list("from Standing c join fetch c.details left join fetch c.parties where c.code = ?1", code);
    }

    /** Up to {@code most} commitments behind {@code after}, in order. */
    public List<Standing> page(CommitmentFilter filter, SortOrder sort, Optional<KeysetPosition> after, int most) {
        Condition condition = filter.condition();
        Map<String, Object> parameters = new HashMap<>(condition.parameters());
        String behind = after.map(keysetPosition -> {
                    parameters.put("atKey", keysetPosition.sortKey());
                    if (sort.key() != SortOrder.Key.code) parameters.put("at", sortValue(sort, keysetPosition));
                    return " and " + sort.afterPosition();
                })
                .orElse("");
        String hql = "from Standing c join fetch c.details where " + condition.hql() + behind + " order by "
                + sort.orderBy();
        return find(hql, parameters)
                .withHint(HibernateHints.HINT_READ_ONLY, true)
                .page(0, most)
                .list();
    }

    private static Object sortValue(SortOrder sort, KeysetPosition keysetPosition) {
        return sort.key() == SortOrder.Key.updated
                ? Instant.parse(keysetPosition.sortValue())
                : LocalDate.parse(keysetPosition.sortValue());
    }

    public long count(CommitmentFilter filter) {
        Condition condition = filter.condition();
        return query("select count(*) from Standing c where " + condition.hql(), condition.parameters(), Long.class)
                .getSingleResult();
    }

    /** Counts by one or two dimensions over the table; {@link FacetCounts} answers without it where it can. */
    public List<CombinationCount> combinations(CommitmentFilter filter, List<Dimension> by) {
        Grouping grouping = grouping(filter, by);
        // Two parties of one commitment may stand alike.
        String count = ofParties(filter, by) ? "count(distinct c.id)" : "count(*)";
        String hql =
                "select " + grouping.columns(count) + grouping.rows() + " group by " + (by.size() == 1 ? "1" : "1, 2");
        return rows(filter, hql, grouping.parameters()).stream()
                .map(row -> new CombinationCount(Facet.of(by, row), (Long) row[by.size()]))
                .toList();
    }

    /** The commitments of each cell that are the same promise as some other one; without dimension, of the whole filter. */
    public Map<List<Facet>, List<String>> codesSharingPromise(CommitmentFilter filter, List<Dimension> by) {
        Grouping grouping = grouping(filter, by);
        grouping.parameters().put("sharedOn", filter.at().asOf());
        grouping.parameters().put("sharedAt", filter.at().revision());
        String hql = "select distinct " + grouping.columns("c.code") + grouping.rows() + " and c.code in ("
                + shared("source") + " union all " + shared("target") + ")";
        Map<List<Facet>, List<String>> codes = new HashMap<>();
        rows(filter, hql, grouping.parameters())
                .forEach(row -> codes.computeIfAbsent(Facet.of(by, row), cell -> new ArrayList<>())
                        .add((String) row[by.size()]));
        return codes;
    }

    private static String shared(String end) {
        return "select l." + end + " from Link l where l.type = " + LinkType.class.getName() + "."
                + LinkType.same_promise.name() + " and l.withdrawn = false and l.validFrom <= :sharedOn"
                + " and l.recordedFrom <= :sharedAt and l.recordedTo > :sharedAt";
    }

    /** How a query reads the values of dimensions: their columns, and the rows they stand in. */
    private record Grouping(List<String> by, String rows, Map<String, Object> parameters) {

        String columns(String what) {
            List<String> all = new ArrayList<>(by);
            all.add(what);
            return String.join(", ", all);
        }
    }

    private static Grouping grouping(CommitmentFilter filter, List<Dimension> by) {
        Condition condition = filter.condition();
        StringBuilder joins = new StringBuilder();
        List<String> narrowed = new ArrayList<>(List.of(condition.hql()));
        boolean ofParties = ofParties(filter, by);
        if (ofParties && !by.contains(Dimension.party)) join(Dimension.party, filter, joins, narrowed);
        by.stream().filter(Dimension::multiValued).forEach(dimension -> join(dimension, filter, joins, narrowed));
        if (ofParties) {
            joins.append(" ").append(Dimension.standingsOfParties());
            narrow(Dimension.partyStatus, filter, narrowed);
        }
        return new Grouping(
                by.stream().map(Dimension::column).toList(),
                " from Standing c" + joins + " where " + String.join(" and ", narrowed),
                new HashMap<>(condition.parameters()));
    }

    private static boolean ofParties(CommitmentFilter filter, List<Dimension> by) {
        return by.contains(Dimension.partyStatus)
                || by.contains(Dimension.party) && filter.values().containsKey(Dimension.partyStatus);
    }

    private List<Object[]> rows(CommitmentFilter filter, String hql, Map<String, Object> parameters) {
        filter.bindDay(hql, parameters);
        return query(hql, parameters, Object[].class).getResultList();
    }

    /** Else party=LA by party would count the parties beside Laos, which no address of a list can say. */
    private static void narrow(Dimension dimension, CommitmentFilter filter, List<String> narrowed) {
        List<String> wanted = filter.values().get(dimension);
        if (wanted != null) narrowed.add(dimension.matches(dimension.column(), wanted.size()));
    }

    private static void join(Dimension dimension, CommitmentFilter filter, StringBuilder joins, List<String> narrowed) {
        joins.append(" join ").append(dimension.rows());
        narrow(dimension, filter, narrowed);
    }

    private <T> TypedQuery<T> query(String hql, Map<String, Object> parameters, Class<T> type) {
        TypedQuery<T> query = getEntityManager().createQuery(hql, type);
        parameters.forEach(query::setParameter);
        return query;
    }
}
