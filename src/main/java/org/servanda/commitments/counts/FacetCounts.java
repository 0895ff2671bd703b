package org.servanda.commitments.counts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;

import org.servanda.commitments.counts.FacetCount.Period;
import org.servanda.commitments.counts.PrecomputedCount.Pair;
import org.servanda.commitments.counts.PrecomputedCount.PairCount;
import org.servanda.commitments.filters.CommitmentFilter;
import org.servanda.commitments.filters.Dimension;

/**
 * The repository of precomputed facet counts, which {@link FacetCountWriter} writes: a count over a million commitments reads
 * a handful of rows. {@link PrecomputedCount} says which counts it answers. For a day past, as known now, the changes since
 * that day are subtracted: those of whole months, then those of days.
 */
@ApplicationScoped
public class FacetCounts implements PanacheRepositoryBase<FacetCount, FacetCount.Key> {

    /** What a row adds to the count on the day of the read point. */
    private static final String AMOUNT = "sum(case when t.key.period = all then t.n else -t.n end)"
            .replace("= all", "= " + Period.class.getName().replace('$', '.') + ".all");

    private static final String NOW = "t.key.period = :all";

    private static final String PAST = "(t.key.period = :all or t.key.period = :month and t.key.startsOn >= :nextMonth"
            + " or t.key.period = :day and t.key.startsOn > :asOf and t.key.startsOn < :nextMonth)";

    /** The number of commitments in a filter; empty when it is not kept. */
    public Optional<Long> count(CommitmentFilter filter) {
        return PrecomputedCount.total(filter).map(total -> pairCounts(total.pair(), filter).stream()
                .mapToLong(PairCount::count)
                .sum());
    }

    /** The counts by one or two dimensions; empty when they are not kept. */
    public Optional<List<CombinationCount>> combinations(CommitmentFilter filter, List<Dimension> by) {
        return PrecomputedCount.by(by, filter).map(precomputed -> pairCounts(precomputed.pair(), filter).stream()
                .map(row -> new CombinationCount(precomputed.facets(row), row.count()))
                .toList());
    }

    private List<PairCount> pairCounts(Pair pair, CommitmentFilter filter) {
        boolean latest = filter.at().latest();
        String hql =
                "select t.key.value, t.key.otherValue, " + AMOUNT + " from FacetCount t where t.key.dimension = :first"
                        + " and t.key.otherDimension = :second"
                        + (pair.firstValue() == null ? "" : " and t.key.value = :firstValue")
                        + (pair.secondValue() == null ? "" : " and t.key.otherValue = :secondValue")
                        + " and " + (latest ? NOW : PAST)
                        + " group by t.key.value, t.key.otherValue having " + AMOUNT + " > 0";
        TypedQuery<Object[]> query = getEntityManager()
                .createQuery(hql, Object[].class)
                .setParameter("first", pair.first())
                .setParameter("second", pair.second())
                .setParameter("all", Period.all);
        if (pair.firstValue() != null) query.setParameter("firstValue", pair.firstValue());
        if (pair.secondValue() != null) query.setParameter("secondValue", pair.secondValue());
        if (!latest) {
            LocalDate asOf = filter.at().asOf();
            query.setParameter("month", Period.month)
                    .setParameter("day", Period.day)
                    .setParameter("asOf", asOf)
                    .setParameter("nextMonth", asOf.withDayOfMonth(1).plusMonths(1));
        }
        return query.getResultList().stream()
                .map(row -> new PairCount((String) row[0], (String) row[1], (Long) row[2]))
                .toList();
    }
}
