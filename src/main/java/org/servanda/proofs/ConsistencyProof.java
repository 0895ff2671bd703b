package org.servanda.proofs;

import java.util.List;

import org.servanda.ledger.Hash;

/** A consistency proof: the tree of one size is a prefix of the tree of another size. */
public record ConsistencyProof(long from, long to, Hash fromRoot, Hash toRoot, List<Hash> hashes) {

    public ConsistencyProof {
        hashes = List.copyOf(hashes);
    }
}
