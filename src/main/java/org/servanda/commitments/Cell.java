package org.servanda.commitments;

import java.util.ArrayList;
import java.util.List;

/** How many commitments have these values, one for each dimension asked for. */
record Cell(List<Facet> facets, long count) implements Comparable<Cell> {

    /** A row of a grouped query: the values, then the count. */
    static Cell of(List<Dimension> by, Object[] row) {
        List<Facet> facets = new ArrayList<>();
        for (int i = 0; i < by.size(); i++) facets.add(new Facet(by.get(i), row[i].toString()));
        return new Cell(facets, (Long) row[by.size()]);
    }

    @Override
    public int compareTo(Cell other) {
        for (int i = 0; i < facets.size(); i++) {
            int byFacet = facets.get(i).compareTo(other.facets.get(i));
            if (byFacet != 0) return byFacet;
        }
        return 0;
    }
}
