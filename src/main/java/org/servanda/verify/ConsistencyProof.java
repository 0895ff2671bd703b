package org.servanda.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The proof that a log of one size is the beginning of a larger one, checked as in RFC 9162, 2.1.4.2. States
 * again {@code org.servanda.proofs.ProofVerifier} in the register's program.
 *
 * @param from size of the smaller log, at least 1
 * @param fromRoot root of the smaller log, in base64
 * @param to size of the larger log
 */
record ConsistencyProof(long from, String fromRoot, long to, List<byte[]> hashes) {

    /** The member of the bundle. */
    static final String FILE = "consistency.json";

    static ConsistencyProof read(String text) {
        JsonObject proof = CanonicalJson.read(text, FILE).exactly("from", "fromRoot", "hashes", "to");
        Base64Text.decode(proof.text("fromRoot"), Sha256.LENGTH, FILE + " fromRoot");
        return new ConsistencyProof(
                proof.number("from"), proof.text("fromRoot"), proof.number("to"), proof.hashes("hashes"));
    }

    /** Requires that the proof leads from the smaller log to this checkpoint. */
    void require(Checkpoint checkpoint) {
        if (to != checkpoint.size())
            throw new RefusedException(FILE + " to", "is " + to + ", expected " + checkpoint.size());
        if (from < 1 || from > to) throw new RefusedException(FILE + " from", "must be from 1 to " + to);
        if (from == to) requireSame(checkpoint.root());
        else requireGrowth(checkpoint.root());
    }

    private void requireSame(String root) {
        if (!hashes.isEmpty()) throw new RefusedException(FILE + " hashes", "are too many");
        if (!fromRoot.equals(root)) throw new RefusedException(FILE + " fromRoot", "is not the root of the checkpoint");
    }

    private void requireGrowth(String root) {
        List<byte[]> path = new ArrayList<>(hashes);
        byte[] smallerRoot = Base64.getDecoder().decode(fromRoot);
        if (Long.bitCount(from) == 1) path.add(0, smallerRoot);
        if (path.isEmpty()) throw new RefusedException(FILE + " hashes", "are too few");
        long node = from - 1;
        long last = to - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        byte[] smaller = path.get(0);
        byte[] larger = smaller;
        for (byte[] sibling : path.subList(1, path.size())) {
            if (last == 0) throw new RefusedException(FILE + " hashes", "are too many");
            if ((node & 1) == 1 || node == last) {
                smaller = MerkleTree.nodeHash(sibling, smaller);
                larger = MerkleTree.nodeHash(sibling, larger);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else larger = MerkleTree.nodeHash(larger, sibling);
            node >>= 1;
            last >>= 1;
        }
        if (last != 0) throw new RefusedException(FILE + " hashes", "are too few");
        if (!Arrays.equals(smaller, smallerRoot))
            throw new RefusedException(FILE, "does not lead to the root of the smaller log");
        if (!Base64Text.encode(larger).equals(root))
            throw new RefusedException(
                    FILE, "does not lead to the root of the checkpoint: the log was not only added to");
    }
}
