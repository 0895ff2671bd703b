package org.servanda.commitments.counts;

import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import org.hibernate.Session;

import org.servanda.commitments.counts.FacetCount.Period;
import org.servanda.commitments.filters.CommitmentFilter;
import org.servanda.commitments.filters.Dimension;
import org.servanda.commitments.filters.Facet;

/**
 * The kept counts: how many commitments have each value and each pair of values. Written in the transaction of what
 * they count, so that a count over a million commitments reads a handful of rows. They answer a count without filter
 * by one or two dimensions, a count under one value by one dimension, and how many have two values; everything else is
 * counted over the table. For a day past, as known now, what changed since is taken off: by whole months, then by days.
 */
@ApplicationScoped
public class FacetCounts implements PanacheRepositoryBase<FacetCount, FacetCount.Key> {

    /**
     * In the words of both stores. Not "on conflict": PostgreSQL checks the row it would insert first, and what is taken
     * off a count is below zero there.
     */
    private static final String ADD =
            """
            merge into commitment_tally t using (values (cast(? as varchar), cast(? as varchar), cast(? as varchar),
                cast(? as varchar), cast(? as varchar), cast(? as date), cast(? as bigint))) c (d, v, od, ov, p, s, n)
            on t.dimension = c.d and t.other_dimension = c.od and t.period = c.p and t.starts_on = c.s
                and t.facet_value = c.v and t.other_value = c.ov
            when matched then update set n = t.n + c.n
            when not matched then insert (dimension, facet_value, other_dimension, other_value, period, starts_on, n)
                values (c.d, c.v, c.od, c.ov, c.p, c.s, c.n)""";

    /** What a row adds to the number on the day asked for. */
    private static final String AMOUNT = "sum(case when t.key.period = all then t.n else -t.n end)"
            .replace("= all", "= " + Period.class.getName().replace('$', '.') + ".all");

    private static final String NOW = "t.key.period = :all";

    private static final String PAST = "(t.key.period = :all or t.key.period = :month and t.key.startsOn >= :nextMonth"
            + " or t.key.period = :day and t.key.startsOn > :asOf and t.key.startsOn < :nextMonth)";

    /** The number of commitments in the filter, when it is kept: all, those with one value, or with one of each of two. */
    public Optional<Long> count(CommitmentFilter filter) {
        return single(filter)
                .filter(facets -> facets.size() <= 2 && kept(filter, List.of()))
                .map(facets -> switch (facets.size()) {
                    // Every commitment has exactly one primary area, and there are few of these.
                    case 0 -> sum(rows(filter, Dimension.primaryArea, null, Dimension.primaryArea, null));
                    case 1 -> sum(rows(filter, facets.get(0), facets.get(0)));
                    default -> sum(rows(filter, facets.get(0), facets.get(1)));
                });
    }

    /** The cells of a count, when they are kept. */
    public Optional<List<CombinationCount>> combinations(CommitmentFilter filter, List<Dimension> by) {
        if (by.stream().anyMatch(Dimension::uncounted) || !kept(filter, by)) return Optional.empty();
        return single(filter).flatMap(facets -> {
            if (facets.isEmpty()) return Optional.of(by.size() == 1 ? each(filter, by.get(0)) : pairs(filter, by));
            boolean beside = facets.size() == 1
                    && by.size() == 1
                    && by.get(0) != facets.get(0).dimension();
            return beside ? Optional.of(beside(filter, facets.get(0), by.get(0))) : Optional.empty();
        });
    }

    /** Whether counts are kept for these coordinates: as known now, and for a day past where days are counted. */
    private static boolean kept(CommitmentFilter filter, List<Dimension> by) {
        return filter.at().latest()
                || filter.at().head()
                        && Stream.concat(filter.values().keySet().stream(), by.stream())
                                .allMatch(FacetCountChanges::dated);
    }

    /** The facets that a filter consists of, in order, when it is nothing but one value of each dimension it names. */
    private static Optional<List<Facet>> single(CommitmentFilter filter) {
        boolean plain = filter.q() == null
                && filter.updatedSince() == null
                && filter.sinceRevision() == null
                && filter.values().values().stream().allMatch(values -> values.size() == 1)
                && filter.values().keySet().stream().noneMatch(Dimension::uncounted);
        if (!plain) return Optional.empty();
        return Optional.of(filter.values().entrySet().stream()
                .map(entry -> new Facet(entry.getKey(), entry.getValue().get(0)))
                .sorted()
                .toList());
    }

    private List<CombinationCount> each(CommitmentFilter filter, Dimension dimension) {
        return rows(filter, dimension, null, dimension, null).stream()
                .map(pairCount -> new CombinationCount(List.of(new Facet(dimension, pairCount.value())), pairCount.n()))
                .toList();
    }

    private List<CombinationCount> pairs(CommitmentFilter filter, List<Dimension> by) {
        boolean asKept = by.get(0).compareTo(by.get(1)) < 0;
        Dimension first = asKept ? by.get(0) : by.get(1);
        Dimension second = asKept ? by.get(1) : by.get(0);
        return rows(filter, first, null, second, null).stream()
                .map(pairCount -> {
                    Facet one = new Facet(first, pairCount.value());
                    Facet other = new Facet(second, pairCount.otherValue());
                    return new CombinationCount(asKept ? List.of(one, other) : List.of(other, one), pairCount.n());
                })
                .toList();
    }

    private List<CombinationCount> beside(CommitmentFilter filter, Facet facet, Dimension by) {
        boolean asKept = facet.dimension().compareTo(by) < 0;
        List<PairCount> pairCounts = asKept
                ? rows(filter, facet.dimension(), facet.value(), by, null)
                : rows(filter, by, null, facet.dimension(), facet.value());
        return pairCounts.stream()
                .map(pairCount -> new CombinationCount(
                        List.of(new Facet(by, asKept ? pairCount.otherValue() : pairCount.value())), pairCount.n()))
                .toList();
    }

    /** A number of commitments with two values. */
    private record PairCount(String value, String otherValue, long n) {}

    private static long sum(List<PairCount> pairCounts) {
        return pairCounts.stream().mapToLong(PairCount::n).sum();
    }

    private List<PairCount> rows(CommitmentFilter filter, Facet one, Facet other) {
        return rows(filter, one.dimension(), one.value(), other.dimension(), other.value());
    }

    /** The numbers of two dimensions at the filter's coordinates; of all their values, or of the one given. */
    private List<PairCount> rows(
            CommitmentFilter filter, Dimension one, String value, Dimension other, String otherValue) {
        boolean latest = filter.at().latest();
        String hql =
                "select t.key.value, t.key.otherValue, " + AMOUNT + " from FacetCount t where t.key.dimension = :one"
                        + " and t.key.otherDimension = :other"
                        + (value == null ? "" : " and t.key.value = :value")
                        + (otherValue == null ? "" : " and t.key.otherValue = :otherValue")
                        + " and " + (latest ? NOW : PAST)
                        + " group by t.key.value, t.key.otherValue having " + AMOUNT + " > 0";
        TypedQuery<Object[]> query = getEntityManager()
                .createQuery(hql, Object[].class)
                .setParameter("one", one)
                .setParameter("other", other)
                .setParameter("all", Period.all);
        if (value != null) query.setParameter("value", value);
        if (otherValue != null) query.setParameter("otherValue", otherValue);
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

    /**
     * Applies what a writer gathered, in the writer's transaction, as one batch. The writer holds the head of the
     * register, so that nobody else changes the counts.
     */
    public void apply(FacetCountChanges gathered) {
        add(gathered.changes());
    }

    /** Adds to each count what is given for it. */
    public void add(Map<FacetCount.Key, Long> changes) {
        if (changes.isEmpty()) return;
        getEntityManager().unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ADD)) {
                for (Map.Entry<FacetCount.Key, Long> change : changes.entrySet()) {
                    FacetCount.Key key = change.getKey();
                    statement.setString(1, key.dimension().name());
                    statement.setString(2, key.value());
                    statement.setString(3, key.otherDimension().name());
                    statement.setString(4, key.otherValue());
                    statement.setString(5, key.period().name());
                    statement.setObject(6, key.startsOn());
                    statement.setLong(7, change.getValue());
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        });
    }
}
