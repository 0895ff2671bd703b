package org.servanda.proofs;

import java.util.List;

import org.servanda.ledger.Hash;

/**
 * That the tree of a size has a leaf.
 *
 * @param index from 0; the number of the entry less one
 * @param hashes the siblings from the leaf's up
 */
public record InclusionProof(long index, long size, Hash leafHash, Hash root, List<Hash> hashes) {

    public InclusionProof {
        hashes = List.copyOf(hashes);
    }
}
