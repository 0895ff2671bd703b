package org.servanda.commitments.counts;

import java.util.List;

import org.servanda.commitments.filters.Facet;

/** How many commitments have these values, one for each dimension asked for. */
public record CombinationCount(List<Facet> facets, long count) implements Comparable<CombinationCount> {

    /** The same cell with fewer. */
    public CombinationCount minus(long some) {
        return new CombinationCount(facets, count - some);
    }

    @Override
    public int compareTo(CombinationCount other) {
        for (int i = 0; i < facets.size(); i++) {
            int byFacet = facets.get(i).compareTo(other.facets.get(i));
            if (byFacet != 0) return byFacet;
        }
        return 0;
    }
}
