package org.servanda.proofs;

import java.util.List;

import org.servanda.ledger.Hash;

/** That the tree of one size is the beginning of the tree of another. */
public record ConsistencyProof(long from, long to, Hash fromRoot, Hash toRoot, List<Hash> hashes) {

    public ConsistencyProof {
        hashes = List.copyOf(hashes);
    }
}
