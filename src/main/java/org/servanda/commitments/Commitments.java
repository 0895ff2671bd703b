package org.servanda.commitments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.jpa.HibernateHints;

import org.servanda.commitments.CommitmentFilter.Condition;
import org.servanda.web.Refusal;

@ApplicationScoped
public class Commitments implements PanacheRepository<Commitment> {

    /** A place in a sorted list: the sort value and the sort key of the last item before it. */
    record Place(String at, String key) {}

    public Optional<Commitment> findByCode(String code) {
        return find("code", code).firstResultOptional();
    }

    Commitment byCode(String code) {
        return findByCode(code).orElseThrow(() -> Refusal.unknown("commitment", code, () -> neighbours(code)));
    }

    /** The codes of the same instrument, to name the nearest; an unknown instrument has none. */
    private List<String> neighbours(String code) {
        String instrument = code.contains(".") ? code.substring(0, code.indexOf('.')) : code;
        return getEntityManager()
                .createQuery("select c.code from Commitment c where c.instrument = ?1 order by c.sortKey", String.class)
                .setParameter(1, instrument)
                .setMaxResults(1_000)
                .getResultList();
    }

    /** Up to {@code most} commitments behind {@code after}, in order. */
    List<Commitment> page(CommitmentFilter filter, SortOrder sort, Optional<Place> after, int most) {
        Condition condition = filter.condition();
        Map<String, Object> parameters = new HashMap<>(condition.parameters());
        String behind = after.map(place -> {
                    parameters.put("atKey", place.key());
                    if (sort.key() != SortOrder.Key.code) parameters.put("at", sortValue(sort, place));
                    return " and " + sort.behind();
                })
                .orElse("");
        return find("from Commitment c where " + condition.hql() + behind + " order by " + sort.orderBy(), parameters)
                .withHint(HibernateHints.HINT_READ_ONLY, true)
                .page(0, most)
                .list();
    }

    private static Object sortValue(SortOrder sort, Place place) {
        return sort.key() == SortOrder.Key.due ? LocalDate.parse(place.at()) : Instant.parse(place.at());
    }

    long count(CommitmentFilter filter) {
        Condition condition = filter.condition();
        return find("from Commitment c where " + condition.hql(), condition.parameters())
                .count();
    }

    /** Counts by one or two dimensions over the table; {@link Tallies} answers without it where it can. */
    List<Cell> cells(CommitmentFilter filter, List<Dimension> by) {
        Condition condition = filter.condition();
        Map<String, Object> parameters = new HashMap<>(condition.parameters());
        StringBuilder joins = new StringBuilder();
        List<String> columns = new ArrayList<>();
        List<String> narrowed = new ArrayList<>(List.of(condition.hql()));
        for (Dimension dimension : by) {
            String column = dimension.many() ? "by_" + dimension : dimension.path();
            if (dimension.many()) {
                joins.append(" join ").append(dimension.path()).append(' ').append(column);
                // Else party=LA by party would count the parties beside Laos, which no address of a list can say.
                List<String> wanted = filter.values().get(dimension);
                if (wanted != null) narrowed.add(dimension.matches(column, wanted.size()));
            }
            columns.add(column);
        }
        String selected = String.join(", ", columns);
        String groups = columns.size() == 1 ? "1" : "1, 2";
        String hql = "select " + selected + ", count(*) from Commitment c" + joins + " where "
                + String.join(" and ", narrowed) + " group by " + groups;
        filter.bindDay(hql, parameters);
        var query = getEntityManager().createQuery(hql, Object[].class);
        parameters.forEach(query::setParameter);
        return query.getResultList().stream().map(row -> Cell.of(by, row)).toList();
    }
}
