package org.servanda.ledger;

/**
 * A complete subtree of the log's Merkle tree: 2<sup>level</sup> leaves, with {@code place} subtrees of the same size
 * to its left. Once complete it never changes.
 */
public record Subtree(int level, long place) {

    /**
     * Its number when all nodes and leaves of the tree are counted from left to right (in-order), so that one column
     * identifies a subtree: (2·place + 1)·2<sup>level</sup> − 1.
     */
    public long number() {
        return (2 * place + 1 << level) - 1;
    }

    public static Subtree numbered(long number) {
        int level = Long.numberOfTrailingZeros(number + 1);
        return new Subtree(level, number + 1 >> level + 1);
    }

    /** The larger subtree that it completes together with the subtree to its left. */
    Subtree parent() {
        return new Subtree(level + 1, place >> 1);
    }

    boolean leaf() {
        return level == 0;
    }
}
