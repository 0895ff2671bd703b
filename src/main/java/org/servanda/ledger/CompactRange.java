package org.servanda.ledger;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The compact range of a Merkle tree (RFC 6962): the hashes of the complete subtrees that make it up, the largest
 * first, one for each 1 bit of its size. It is all that is needed to append a leaf.
 */
public record CompactRange(long size, List<Hash> hashes) {

    public static final CompactRange EMPTY = new CompactRange(0, List.of());

    public CompactRange {
        hashes = List.copyOf(hashes);
        if (hashes.size() != Long.bitCount(size))
            throw new IllegalArgumentException(
                    "a tree of " + size + " leaves has an edge of " + Long.bitCount(size) + ", not " + hashes.size());
    }

    static CompactRange read(long size, byte[] bytes) {
        List<Hash> hashes = new ArrayList<>();
        ByteBuffer remaining = ByteBuffer.wrap(bytes);
        while (remaining.remaining() >= Hash.BYTES) {
            byte[] next = new byte[Hash.BYTES];
            remaining.get(next);
            hashes.add(Hash.of(next));
        }
        return new CompactRange(size, hashes);
    }

    byte[] bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(hashes.size() * Hash.BYTES);
        hashes.forEach(hash -> buffer.put(hash.bytes()));
        return buffer.array();
    }

    /** Appends a leaf, and passes each subtree of more than one leaf that becomes complete to {@code completed}. */
    public CompactRange with(Hash leaf, BiConsumer<Subtree, Hash> completed) {
        List<Hash> next = new ArrayList<>(hashes);
        Hash hash = leaf;
        Subtree subtree = new Subtree(0, size);
        for (long remaining = size; (remaining & 1) == 1; remaining >>= 1) {
            hash = Hash.node(next.remove(next.size() - 1), hash);
            subtree = subtree.parent();
            completed.accept(subtree, hash);
        }
        next.add(hash);
        return new CompactRange(size + 1, next);
    }

    public Hash root() {
        if (hashes.isEmpty()) return Hash.EMPTY;
        Hash root = hashes.get(hashes.size() - 1);
        for (int i = hashes.size() - 2; i >= 0; i--) root = Hash.node(hashes.get(i), root);
        return root;
    }
}
