package org.servanda.commitments.filters;

import java.util.List;
import java.util.stream.IntStream;

/** A facet: one value of a dimension by which commitments are counted, such as area = AI. */
public record Facet(Dimension dimension, String value) implements Comparable<Facet> {

    /** The facets of a result row, whose first columns are the values of these dimensions. */
    public static List<Facet> of(List<Dimension> by, Object[] row) {
        return IntStream.range(0, by.size())
                .mapToObj(i -> new Facet(by.get(i), row[i].toString()))
                .toList();
    }

    @Override
    public int compareTo(Facet other) {
        int byDimension = dimension.compareTo(other.dimension);
        return byDimension == 0 ? value.compareTo(other.value) : byDimension;
    }
}
