package org.servanda.proofs;

import java.util.List;

import org.servanda.ledger.Hash;

/**
 * An inclusion proof (audit path): the tree of a size contains a leaf.
 *
 * @param index from 0; the number of the entry minus one
 * @param hashes the siblings, from the leaf's sibling up to the root's child
 */
public record InclusionProof(long index, long size, Hash leafHash, Hash root, List<Hash> hashes) {

    public InclusionProof {
        hashes = List.copyOf(hashes);
    }
}
