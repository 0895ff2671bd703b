package org.servanda.proofs;

import java.util.List;

import org.servanda.ledger.Hash;

/** That the tree of one size is the beginning of the tree of another. */
public record Consistency(long from, long to, Hash fromRoot, Hash toRoot, List<Hash> hashes) {

    public Consistency {
        hashes = List.copyOf(hashes);
    }
}
