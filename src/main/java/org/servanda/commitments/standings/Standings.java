package org.servanda.commitments.standings;

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
import org.servanda.commitments.filters.Dimension;
import org.servanda.commitments.filters.Facet;
import org.servanda.commitments.filters.KeysetPosition;
import org.servanda.commitments.filters.SortOrder;
import org.servanda.commitments.filters.StandingQuery;
import org.servanda.commitments.links.LinkType;
import org.servanda.ledger.ReadPoint;

/** The repository of standings: reads one commitment, a page or counts at a read point. */
@ApplicationScoped
public class Standings implements PanacheRepository<Standing> {

    /** Codes of the commitments that a link of the type same_promise joins to another one. */
    private static final String LINKED_CODES = StandingQuery.column("code") + " in (" + linkedCodes("source")
            + " union all " + linkedCodes("target") + ")";

    private static String linkedCodes(String end) {
        return "select l." + end + " from Link l where l.type = " + LinkType.class.getName() + "."
                + LinkType.same_promise.name() + " and l.withdrawn = false and l.validFrom <= :sharedOn"
                + " and l.recordedFrom <= :sharedAt and l.recordedTo > :sharedAt";
    }

    /** The row of a commitment at a read point; not read-only, since a writer may close it afterwards. */
    public Optional<Standing> findOne(String code, ReadPoint at) {
        StandingQuery query = new StandingQuery(CommitmentFilter.all(at)).withCode(code);
        return find(query.rows(), query.parameters()).firstResultOptional();
    }

    /** The rows of a commitment that no later entry closed, by day. */
    List<Standing> open(String code) {
        return list("code = ?1 and recordedTo = ?2 order by validFrom", code, EndOfTime.OPEN);
    }

    /** All rows of a commitment, closed ones too. */
    List<Standing> all(String code) {
        return list("from Standing c join fetch c.details left join fetch c.parties where c.code = ?1", code);
    }

    /** The next rows in an order, up to {@code limit}; from the beginning where there is no position. */
    public List<Standing> page(CommitmentFilter filter, SortOrder order, Optional<KeysetPosition> position, int limit) {
        StandingQuery query = new StandingQuery(filter);
        position.ifPresent(after -> query.after(after, order));
        return find(query.rows() + " order by " + order.orderBy(), query.parameters())
                .withHint(HibernateHints.HINT_READ_ONLY, true)
                .page(0, limit)
                .list();
    }

    public long count(CommitmentFilter filter) {
        StandingQuery query = new StandingQuery(filter);
        return query(query.count(), query, Long.class).getSingleResult();
    }

    /** Counts by one or two dimensions over the table; {@link FacetCounts} answers without the table where it can. */
    public List<CombinationCount> combinations(CommitmentFilter filter, List<Dimension> by) {
        StandingQuery query = new StandingQuery(filter).groupedBy(by);
        return query(query.count(), query, Object[].class).getResultList().stream()
                .map(row -> new CombinationCount(Facet.of(by, row), (Long) row[by.size()]))
                .toList();
    }

    /**
     * The codes of commitments that are the same promise as another one, by combination of values.
     *
     * @param by one or two dimensions; without a dimension there is one combination, the empty list
     */
    public Map<List<Facet>, List<String>> codesSharingPromise(CommitmentFilter filter, List<Dimension> by) {
        ReadPoint at = filter.at();
        StandingQuery query = new StandingQuery(filter)
                .groupedBy(by)
                .where(LINKED_CODES, Map.of("sharedOn", at.asOf(), "sharedAt", at.revision()));
        Map<List<Facet>, List<String>> codes = new HashMap<>();
        query(query.codes(), query, Object[].class).getResultList().forEach(row -> codes.computeIfAbsent(
                        Facet.of(by, row), combination -> new ArrayList<>())
                .add((String) row[by.size()]));
        return codes;
    }

    private <T> TypedQuery<T> query(String hql, StandingQuery query, Class<T> type) {
        TypedQuery<T> typed = getEntityManager().createQuery(hql, type);
        query.parameters().forEach(typed::setParameter);
        return typed;
    }
}
