package org.servanda.proofs;

import org.servanda.ledger.Hash;

/**
 * A signed statement of how long the log was and which root its tree had (C2SP tlog-checkpoint).
 *
 * @param origin which log it is
 * @param note all of it with its signatures, as it is given out
 */
public record Checkpoint(String origin, long size, Hash root, String note) {

    private static final int LINES = 3;

    static String text(String origin, long size, Hash root) {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /** @throws IllegalArgumentException for what is not a signed checkpoint */
    static Checkpoint parse(String note) {
        String text = SignedNote.parse(note).text();
        String[] lines = text.split("\n", -1);
        if (lines.length != LINES + 1 || !lines[1].matches("0|[1-9][0-9]{0,17}"))
            throw new IllegalArgumentException("not a checkpoint");
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), Hash.ofBase64(lines[2]), note);
    }

    /** The proof of an entry against it, as a file that needs nothing else (C2SP tlog-proof). */
    String proofOf(InclusionProof inclusionProof) {
        StringBuilder proof = new StringBuilder("c2sp.org/tlog-proof@v1\nindex " + inclusionProof.index() + "\n");
        inclusionProof.hashes().forEach(hash -> proof.append(hash.base64()).append('\n'));
        return proof.append('\n').append(note).toString();
    }
}
