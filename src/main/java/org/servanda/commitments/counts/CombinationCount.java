package org.servanda.commitments.counts;

import java.util.List;

import org.servanda.commitments.filters.Facet;

/** The number of commitments with a combination of values. @param facets one for each dimension of the count */
public record CombinationCount(List<Facet> facets, long count) implements Comparable<CombinationCount> {

    public CombinationCount minus(long number) {
        return new CombinationCount(facets, count - number);
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
