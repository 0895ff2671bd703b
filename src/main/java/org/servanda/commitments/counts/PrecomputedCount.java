package org.servanda.commitments.counts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.servanda.commitments.filters.CommitmentFilter;
import org.servanda.commitments.filters.Dimension;
import org.servanda.commitments.filters.Facet;

/**
 * A count that the precomputed facet counts answer; there are four kinds, and every other count reads the table of standings.
 *
 * <pre>
 * question                                                                        kind
 * how many in all; how many with one value, or with one value of each of two      Total
 * counts by one dimension, without a filter                                       ByDimension
 * counts by two dimensions, without a filter                                      ByTwoDimensions
 * counts by one dimension under one value of another                              UnderFacet
 * the same for a day past, as known now, without the dimension instrument         all four
 * anything with a knownAt before the last entry                                   none
 * anything with schedule, freshness, partyStatus, assessment or reporter          none
 * anything with q, updatedSince, sinceRevision, two values of one dimension,      none
 * or three dimensions
 * counts by two dimensions under a filter, or by the dimension that is filtered   none
 * </pre>
 */
sealed interface PrecomputedCount {

    /** The dimension whose rows add up to every commitment: each has exactly one primary area, and there are few of them. */
    Dimension EVERY_COMMITMENT = Dimension.primaryArea;

    /** The rows of {@link FacetCount} that hold the count. */
    Pair pair();

    /** The values that a row counts, in the order of the question. */
    List<Facet> facets(PairCount row);

    /**
     * The two dimensions of a row, in the order of {@link Dimension}, as the rows are kept.
     *
     * @param firstValue only rows with this value; null for all
     * @param secondValue only rows with this value; null for all
     */
    record Pair(Dimension first, String firstValue, Dimension second, String secondValue) {

        static Pair of(Facet first, Facet second) {
            return new Pair(first.dimension(), first.value(), second.dimension(), second.value());
        }
    }

    /** A number of commitments that have two values. */
    record PairCount(String firstValue, String secondValue, long count) {}

    /** The number of commitments with up to two values of different dimensions. @param facets sorted */
    record Total(List<Facet> facets) implements PrecomputedCount {

        @Override
        public Pair pair() {
            if (facets.isEmpty()) return new Pair(EVERY_COMMITMENT, null, EVERY_COMMITMENT, null);
            return Pair.of(facets.get(0), facets.get(facets.size() - 1));
        }

        @Override
        public List<Facet> facets(PairCount row) {
            return facets;
        }
    }

    /** Counts by one dimension. */
    record ByDimension(Dimension by) implements PrecomputedCount {

        @Override
        public Pair pair() {
            return new Pair(by, null, by, null);
        }

        @Override
        public List<Facet> facets(PairCount row) {
            return List.of(new Facet(by, row.firstValue()));
        }
    }

    /** Counts by two dimensions. */
    record ByTwoDimensions(Dimension first, Dimension second) implements PrecomputedCount {

        @Override
        public Pair pair() {
            return inKeyOrder() ? new Pair(first, null, second, null) : new Pair(second, null, first, null);
        }

        @Override
        public List<Facet> facets(PairCount row) {
            String value = inKeyOrder() ? row.firstValue() : row.secondValue();
            String secondValue = inKeyOrder() ? row.secondValue() : row.firstValue();
            return List.of(new Facet(first, value), new Facet(second, secondValue));
        }

        private boolean inKeyOrder() {
            return first.compareTo(second) < 0;
        }
    }

    /** Counts by one dimension of the commitments with one value of another dimension. */
    record UnderFacet(Facet facet, Dimension by) implements PrecomputedCount {

        @Override
        public Pair pair() {
            return inKeyOrder()
                    ? new Pair(facet.dimension(), facet.value(), by, null)
                    : new Pair(by, null, facet.dimension(), facet.value());
        }

        @Override
        public List<Facet> facets(PairCount row) {
            return List.of(new Facet(by, inKeyOrder() ? row.secondValue() : row.firstValue()));
        }

        private boolean inKeyOrder() {
            return facet.dimension().compareTo(by) < 0;
        }
    }

    /** The number of commitments in a filter; empty when it is not kept. */
    static Optional<PrecomputedCount> total(CommitmentFilter filter) {
        return keptAt(filter, List.of())
                ? singleFacets(filter).filter(facets -> facets.size() <= 2).map(Total::new)
                : Optional.empty();
    }

    /** The counts by one or two dimensions; empty when they are not kept. */
    static Optional<PrecomputedCount> by(List<Dimension> by, CommitmentFilter filter) {
        if (by.stream().anyMatch(Dimension::uncounted) || !keptAt(filter, by)) return Optional.empty();
        return singleFacets(filter).flatMap(facets -> by(by, facets));
    }

    private static Optional<PrecomputedCount> by(List<Dimension> by, List<Facet> facets) {
        if (facets.isEmpty())
            return Optional.of(by.size() == 1 ? new ByDimension(by.get(0)) : new ByTwoDimensions(by.get(0), by.get(1)));
        boolean underFacet = facets.size() == 1
                && by.size() == 1
                && by.get(0) != facets.get(0).dimension();
        return underFacet ? Optional.of(new UnderFacet(facets.get(0), by.get(0))) : Optional.empty();
    }

    /** Whether counts are kept for the read point: as known now, and for a day past where the dimensions are dated. */
    private static boolean keptAt(CommitmentFilter filter, List<Dimension> by) {
        if (filter.at().latest()) return true;
        return filter.at().head()
                && Stream.concat(filter.values().keySet().stream(), by.stream()).allMatch(FacetCountChanges::dated);
    }

    /** The values of a filter, sorted, when it is nothing but one value of each dimension that it names. */
    private static Optional<List<Facet>> singleFacets(CommitmentFilter filter) {
        boolean single = filter.q() == null
                && filter.updatedSince() == null
                && filter.sinceRevision() == null
                && filter.values().values().stream().allMatch(values -> values.size() == 1)
                && filter.values().keySet().stream().noneMatch(Dimension::uncounted);
        if (!single) return Optional.empty();
        return Optional.of(filter.values().entrySet().stream()
                .map(entry -> new Facet(entry.getKey(), entry.getValue().get(0)))
                .sorted()
                .toList());
    }
}
