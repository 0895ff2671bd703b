package org.servanda.ledger;

/**
 * A complete subtree of the log: 2<sup>level</sup> leaves, of which {@code place} others of its size stand to its left.
 * Once complete it never changes.
 */
public record Subtree(int level, long place) {

    /**
     * Its place when all nodes and leaves of the tree are counted from left to right: one number for each, so that they
     * are looked up by one column. (2·place + 1)·2<sup>level</sup> − 1.
     */
    public long number() {
        return (2 * place + 1 << level) - 1;
    }

    public static Subtree numbered(long number) {
        int level = Long.numberOfTrailingZeros(number + 1);
        return new Subtree(level, number + 1 >> level + 1);
    }

    /** The larger one that it completes together with the one to its left. */
    Subtree parent() {
        return new Subtree(level + 1, place >> 1);
    }

    boolean leaf() {
        return level == 0;
    }
}
