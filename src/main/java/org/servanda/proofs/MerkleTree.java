package org.servanda.proofs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.servanda.ledger.CompactRange;
import org.servanda.ledger.Hash;
import org.servanda.ledger.Subtree;

/**
 * The Merkle tree of RFC 6962, 2.1, at any size that it ever had, computed from the hashes of its complete subtrees.
 * Each method reads them once and needs at most two for each bit of the size.
 *
 * @param reader returns the hashes of those subtrees that are stored
 */
record MerkleTree(Function<Collection<Subtree>, Map<Subtree, Hash>> reader) {

    /** A needed subtree is not stored, so the tree cannot be the one that was signed. */
    static class Incomplete extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Incomplete(Subtree missing) {
            super("the hash of " + missing + " is missing");
        }
    }

    /**
     * A range of leaves, from {@code low} inclusive to {@code high} exclusive, as the recursion of RFC 6962 splits the
     * tree.
     */
    private record Range(long low, long high) {

        /** The complete subtrees that cover the range, the largest first. */
        List<Subtree> subtrees() {
            List<Subtree> all = new ArrayList<>();
            for (long at = low; at < high; ) {
                int level = 63 - Long.numberOfLeadingZeros(high - at);
                all.add(new Subtree(level, at >> level));
                at += 1L << level;
            }
            return all;
        }

        long middle() {
            return low + Long.highestOneBit(high - low - 1);
        }

        Range left() {
            return new Range(low, middle());
        }

        Range right() {
            return new Range(middle(), high);
        }
    }

    /** The compact range of the tree of a size. */
    CompactRange compactRange(long size) {
        if (size == 0) return CompactRange.EMPTY;
        List<Subtree> subtrees = new Range(0, size).subtrees();
        Map<Subtree, Hash> found = read(subtrees);
        return new CompactRange(size, subtrees.stream().map(found::get).toList());
    }

    /** The inclusion proof of a leaf: its audit path, from its sibling up (RFC 6962, 2.1.1), and the root. */
    InclusionProof inclusion(long index, Hash leaf, long size) {
        return inclusions(Map.of(index, leaf), size).get(0);
    }

    /**
     * The inclusion proofs of many leaves, with one read.
     *
     * @param leaves hashes by index, in the order of the proofs
     */
    List<InclusionProof> inclusions(Map<Long, Hash> leaves, long size) {
        Range whole = new Range(0, size);
        Map<Long, List<Range>> paths = new LinkedHashMap<>();
        for (long index : leaves.keySet()) {
            if (index < 0 || index >= size)
                throw new IllegalArgumentException(index + " is not among " + size + " leaves");
            List<Range> path = new ArrayList<>();
            path(index, whole, path);
            paths.put(index, path);
        }
        Map<Subtree, Hash> found = read(paths.values(), whole);
        Hash root = hash(whole, found);
        return paths.entrySet().stream()
                .map(path -> new InclusionProof(
                        path.getKey(), size, leaves.get(path.getKey()), root, hashes(path.getValue(), found)))
                .toList();
    }

    private static void path(long index, Range range, List<Range> path) {
        if (range.high - range.low == 1) return;
        boolean left = index < range.middle();
        path(index, left ? range.left() : range.right(), path);
        path.add(left ? range.right() : range.left());
    }

    /** The consistency proof between two sizes (RFC 6962, 2.1.2), with both roots. */
    ConsistencyProof consistency(long from, long to) {
        if (from < 1 || from > to) throw new IllegalArgumentException("no tree of " + from + " begins one of " + to);
        Range before = new Range(0, from);
        Range after = new Range(0, to);
        List<Range> path = new ArrayList<>();
        path(from, after, true, path);
        Map<Subtree, Hash> found = read(List.of(path), before, after);
        return new ConsistencyProof(from, to, hash(before, found), hash(after, found), hashes(path, found));
    }

    /** @param known whether the verifier already has the root of this range */
    private static void path(long from, Range range, boolean rootKnown, List<Range> path) {
        if (from == range.high) {
            if (!rootKnown) path.add(range);
            return;
        }
        boolean left = from <= range.middle();
        path(from, left ? range.left() : range.right(), rootKnown && left, path);
        path.add(left ? range.right() : range.left());
    }

    private static List<Hash> hashes(List<Range> path, Map<Subtree, Hash> found) {
        return path.stream().map(range -> hash(range, found)).toList();
    }

    private static Hash hash(Range range, Map<Subtree, Hash> found) {
        // A compact range of its own: the number of leaves to its left makes no difference.
        return new CompactRange(
                        range.high - range.low,
                        range.subtrees().stream().map(found::get).toList())
                .root();
    }

    private Map<Subtree, Hash> read(Collection<List<Range>> paths, Range... roots) {
        Set<Subtree> subtrees = new HashSet<>();
        Stream.concat(paths.stream().flatMap(List::stream), Stream.of(roots))
                .forEach(range -> subtrees.addAll(range.subtrees()));
        return read(subtrees);
    }

    private Map<Subtree, Hash> read(Collection<Subtree> subtrees) {
        Map<Subtree, Hash> found = reader.apply(subtrees);
        for (Subtree subtree : subtrees) if (!found.containsKey(subtree)) throw new Incomplete(subtree);
        return found;
    }
}
