package org.servanda.verify;

import java.util.List;

/**
 * The proof that an entry is in the log, checked as in RFC 9162, 2.1.3.2. States again {@code
 * org.servanda.proofs.ProofVerifier} in the register's program.
 *
 * @param index of the entry, from 0
 * @param hashes of the siblings, from that of the leaf up
 * @param place of the proof, with which refusals begin
 */
record InclusionProof(long index, List<byte[]> hashes, String place) {

    static InclusionProof read(String line, String place) {
        JsonObject proof = CanonicalJson.read(line, place).exactly("hashes", "index");
        return new InclusionProof(proof.number("index"), proof.hashes("hashes"), place);
    }

    /**
     * The root to which the proof leads.
     *
     * @param leafHash of the entry
     * @param size of the log
     * @return in base64
     */
    String root(byte[] leafHash, long size) {
        if (index >= size) throw new RefusedException(place, "is behind the " + size + " entries of the log");
        long node = index;
        long last = size - 1;
        byte[] hash = leafHash;
        for (byte[] sibling : hashes) {
            if (last == 0) throw new RefusedException(place + " hashes", "are too many");
            if ((node & 1) == 1 || node == last) {
                hash = MerkleTree.nodeHash(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else hash = MerkleTree.nodeHash(hash, sibling);
            node >>= 1;
            last >>= 1;
        }
        if (last != 0) throw new RefusedException(place + " hashes", "are too few");
        return Base64Text.encode(hash);
    }
}
