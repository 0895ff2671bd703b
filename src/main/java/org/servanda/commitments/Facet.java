package org.servanda.commitments;

/** One value by which commitments are counted, such as area = AI. */
record Facet(Dimension dimension, String value) implements Comparable<Facet> {

    @Override
    public int compareTo(Facet other) {
        int byDimension = dimension.compareTo(other.dimension);
        return byDimension == 0 ? value.compareTo(other.value) : byDimension;
    }
}
