package org.servanda.proofs;

import org.servanda.ledger.Hash;

/**
 * A checkpoint of the log: its size and root hash, signed (C2SP tlog-checkpoint).
 *
 * @param origin the name of the log
 * @param note the whole signed note, as it is published
 */
public record Checkpoint(String origin, long size, Hash root, String note) {

    private static final int LINES = 3;

    static String text(String origin, long size, Hash root) {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /** @throws IllegalArgumentException when the note is not a signed checkpoint */
    static Checkpoint parse(String note) {
        String text = SignedNote.parse(note).text();
        String[] lines = text.split("\n", -1);
        if (lines.length != LINES + 1 || !lines[1].matches("0|[1-9][0-9]{0,17}"))
            throw new IllegalArgumentException("not a checkpoint");
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), Hash.ofBase64(lines[2]), note);
    }

    /** The proof of an entry against this checkpoint, as a self-contained file (C2SP tlog-proof). */
    String proofOf(InclusionProof inclusionProof) {
        StringBuilder proof = new StringBuilder("c2sp.org/tlog-proof@v1\nindex " + inclusionProof.index() + "\n");
        inclusionProof.hashes().forEach(hash -> proof.append(hash.base64()).append('\n'));
        return proof.append('\n').append(note).toString();
    }
}
