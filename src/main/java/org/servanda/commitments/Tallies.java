package org.servanda.commitments;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The kept counts: how many commitments have each value and each pair of values. Written in the transaction of what
 * they count, so that a count over a million commitments reads a handful of rows. They answer a count without filter
 * by one or two dimensions, a count under one value by one dimension, and how many have two values; everything else is
 * counted over the table.
 */
@ApplicationScoped
class Tallies implements PanacheRepositoryBase<Tally, Tally.Key> {

    private static final int AT_ONCE = 500;

    /** The number of commitments in the filter, when it is kept: all, those with one value, or with one of each of two. */
    Optional<Long> count(CommitmentFilter filter) {
        return single(filter).filter(facets -> facets.size() <= 2).map(facets -> switch (facets.size()) {
            // Every commitment has exactly one primary area, and there are few of these.
            case 0 -> sum("key.dimension = ?1 and key.otherDimension = ?1", Dimension.primaryArea);
            case 1 -> sum("key = ?1", new Tally.Key(facets.get(0), facets.get(0)));
            default -> sum("key = ?1", new Tally.Key(facets.get(0), facets.get(1)));
        });
    }

    /** The cells of a count, when they are kept. */
    Optional<List<Cell>> cells(CommitmentFilter filter, List<Dimension> by) {
        if (by.stream().anyMatch(Dimension::derived)) return Optional.empty();
        return single(filter).flatMap(facets -> {
            if (facets.isEmpty()) return Optional.of(by.size() == 1 ? each(by.get(0)) : pairs(by));
            boolean beside = facets.size() == 1
                    && by.size() == 1
                    && by.get(0) != facets.get(0).dimension();
            return beside ? Optional.of(beside(facets.get(0), by.get(0))) : Optional.empty();
        });
    }

    /** The facets that a filter consists of, in order, when it is nothing but one value of each dimension it names. */
    private static Optional<List<Facet>> single(CommitmentFilter filter) {
        boolean plain = filter.at().latest()
                && filter.q() == null
                && filter.updatedSince() == null
                && filter.values().values().stream().allMatch(values -> values.size() == 1)
                && filter.values().keySet().stream().noneMatch(Dimension::derived);
        if (!plain) return Optional.empty();
        return Optional.of(filter.values().entrySet().stream()
                .map(entry -> new Facet(entry.getKey(), entry.getValue().get(0)))
                .sorted()
                .toList());
    }

    private List<Cell> each(Dimension dimension) {
        return list("key.dimension = ?1 and key.otherDimension = ?1 and n > 0", dimension).stream()
                .map(tally -> new Cell(List.of(new Facet(dimension, tally.key().value())), tally.n()))
                .toList();
    }

    private List<Cell> pairs(List<Dimension> by) {
        boolean asKept = by.get(0).compareTo(by.get(1)) < 0;
        Dimension first = asKept ? by.get(0) : by.get(1);
        Dimension second = asKept ? by.get(1) : by.get(0);
        return list("key.dimension = ?1 and key.otherDimension = ?2 and n > 0", first, second).stream()
                .map(tally -> {
                    Facet one = new Facet(first, tally.key().value());
                    Facet other = new Facet(second, tally.key().otherValue());
                    return new Cell(asKept ? List.of(one, other) : List.of(other, one), tally.n());
                })
                .toList();
    }

    private List<Cell> beside(Facet facet, Dimension by) {
        boolean asKept = facet.dimension().compareTo(by) < 0;
        String rows = asKept
                ? "key.dimension = ?1 and key.value = ?2 and key.otherDimension = ?3 and n > 0"
                : "key.otherDimension = ?1 and key.otherValue = ?2 and key.dimension = ?3 and n > 0";
        return list(rows, facet.dimension(), facet.value(), by).stream()
                .map(tally -> {
                    String value =
                            asKept ? tally.key().otherValue() : tally.key().value();
                    return new Cell(List.of(new Facet(by, value)), tally.n());
                })
                .toList();
    }

    private long sum(String rows, Object... parameters) {
        return list(rows, parameters).stream().mapToLong(Tally::n).sum();
    }

    /**
     * Applies what a writer gathered, in the writer's transaction. The writer holds the head of the register, so that
     * nobody else changes the counts. Read in one statement and written in another, however many they are.
     */
    void apply(TallyChanges gathered) {
        Map<Tally.Key, Long> changes = gathered.changes();
        Map<Tally.Key, Tally> kept = new HashMap<>();
        List<Tally.Key> keys = List.copyOf(changes.keySet());
        for (int from = 0; from < keys.size(); from += AT_ONCE)
            list("key in ?1", keys.subList(from, Math.min(from + AT_ONCE, keys.size())))
                    .forEach(tally -> kept.put(tally.key(), tally));
        changes.forEach((key, change) -> {
            Tally tally = kept.get(key);
            if (tally == null) persist(new Tally(key, change));
            else tally.add(change);
        });
    }
}
