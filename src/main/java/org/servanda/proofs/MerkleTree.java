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
 * The Merkle tree of RFC 6962, 2.1, at any size it ever had, from the hashes of its complete subtrees. Each question reads
 * them once and needs no more than two for each bit of the size.
 *
 * @param reader gives those that there are
 */
record MerkleTree(Function<Collection<Subtree>, Map<Subtree, Hash>> reader) {

    /** A subtree that is asked for is not kept, so the tree cannot be what was signed. */
    static class Incomplete extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Incomplete(Subtree missing) {
            super("the hash of " + missing + " is missing");
        }
    }

    /** The leaves from {@code low} to before {@code high}, which the recursion of RFC 6962 cuts out of the tree. */
    private record Range(long low, long high) {

        /** The complete subtrees that make it up, the largest first. */
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

    /** What lets a tree of this size grow. */
    CompactRange edge(long size) {
        if (size == 0) return CompactRange.EMPTY;
        List<Subtree> subtrees = new Range(0, size).subtrees();
        Map<Subtree, Hash> found = read(subtrees);
        return new CompactRange(size, subtrees.stream().map(found::get).toList());
    }

    /** That the tree of a size has a leaf: its audit path, from its sibling up (RFC 6962, 2.1.1), and the root. */
    InclusionProof inclusion(long index, Hash leaf, long size) {
        return inclusions(Map.of(index, leaf), size).get(0);
    }

    /**
     * The same of many leaves, read at once.
     *
     * @param leaves by their index, in the order in which they are proved
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

    /** That the tree of the first size is the beginning of that of the second (RFC 6962, 2.1.2), and both roots. */
    ConsistencyProof consistency(long from, long to) {
        if (from < 1 || from > to) throw new IllegalArgumentException("no tree of " + from + " begins one of " + to);
        Range before = new Range(0, from);
        Range after = new Range(0, to);
        List<Range> path = new ArrayList<>();
        path(from, after, true, path);
        Map<Subtree, Hash> found = read(List.of(path), before, after);
        return new ConsistencyProof(from, to, hash(before, found), hash(after, found), hashes(path, found));
    }

    /** @param known whether whoever checks has the root of this range already */
    private static void path(long from, Range range, boolean known, List<Range> path) {
        if (from == range.high) {
            if (!known) path.add(range);
            return;
        }
        boolean left = from <= range.middle();
        path(from, left ? range.left() : range.right(), known && left, path);
        path.add(left ? range.right() : range.left());
    }

    private static List<Hash> hashes(List<Range> path, Map<Subtree, Hash> found) {
        return path.stream().map(range -> hash(range, found)).toList();
    }

    private static Hash hash(Range range, Map<Subtree, Hash> found) {
        // An edge by itself: how many leaves stand to its left makes no difference.
        return new CompactRange(
                        range.high - range.low,
                        range.subtrees().stream().map(found::get).toList())
                .root();
    }

    private Map<Subtree, Hash> read(Collection<List<Range>> paths, Range... roots) {
        Set<Subtree> wanted = new HashSet<>();
        Stream.concat(paths.stream().flatMap(List::stream), Stream.of(roots))
                .forEach(range -> wanted.addAll(range.subtrees()));
        return read(wanted);
    }

    private Map<Subtree, Hash> read(Collection<Subtree> wanted) {
        Map<Subtree, Hash> found = reader.apply(wanted);
        for (Subtree subtree : wanted) if (!found.containsKey(subtree)) throw new Incomplete(subtree);
        return found;
    }
}
