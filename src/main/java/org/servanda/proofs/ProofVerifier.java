package org.servanda.proofs;

import java.util.List;

import org.servanda.ledger.Hash;

/**
 * Verifies proofs as a client does that trusts only a root (RFC 9162, 2.1.3.2 and 2.1.4.2, for the same tree as RFC
 * 6962).
 * Stated a second time, independently, in {@code org.servanda.verify.InclusionProof} and {@code ConsistencyProof}.
 */
final class ProofVerifier {

    private ProofVerifier() {}

    /** Whether the tree with this root has this leaf at this index. */
    static boolean inclusion(InclusionProof proof) {
        if (proof.index() < 0 || proof.index() >= proof.size()) return false;
        long at = proof.index();
        long last = proof.size() - 1;
        Hash hash = proof.leafHash();
        for (Hash sibling : proof.hashes()) {
            if (last == 0) return false;
            if ((at & 1) == 1 || at == last) {
                hash = Hash.node(sibling, hash);
                int skipped = at == 0 ? 0 : Long.numberOfTrailingZeros(at);
                at >>= skipped;
                last >>= skipped;
            } else hash = Hash.node(hash, sibling);
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(proof.root());
    }

    /** Whether the tree with the first root is a prefix of the tree with the second root. */
    static boolean consistency(ConsistencyProof proof) {
        if (proof.from() < 1 || proof.from() > proof.to()) return false;
        if (proof.from() == proof.to())
            return proof.hashes().isEmpty() && proof.fromRoot().equals(proof.toRoot());
        boolean whole = Long.bitCount(proof.from()) == 1;
        List<Hash> path = proof.hashes();
        if (!whole && path.isEmpty()) return false;
        int shared = Long.numberOfTrailingZeros(proof.from());
        long at = proof.from() - 1 >> shared;
        long last = proof.to() - 1 >> shared;
        Hash before = whole ? proof.fromRoot() : path.get(0);
        Hash after = before;
        for (Hash sibling : whole ? path : path.subList(1, path.size())) {
            if (last == 0) return false;
            if ((at & 1) == 1 || at == last) {
                before = Hash.node(sibling, before);
                after = Hash.node(sibling, after);
                int skipped = at == 0 ? 0 : Long.numberOfTrailingZeros(at);
                at >>= skipped;
                last >>= skipped;
            } else after = Hash.node(after, sibling);
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && before.equals(proof.fromRoot()) && after.equals(proof.toRoot());
    }
}
