package org.servanda.verify;

import java.util.List;

/**
 * A checkpoint of the log (C2SP tlog-checkpoint): how many entries the log has, and the hash over all of them.
 *
 * @param root of the Merkle tree, in base64
 */
record Checkpoint(String origin, long size, String root) {

    static Checkpoint of(SignedNote note) {
        List<String> lines = note.text().lines().toList();
        if (lines.size() < 3) throw new RefusedException(note.place(), "must have three lines: origin, size, root");
        if (!lines.get(1).matches("0|[1-9][0-9]{0,15}"))
            throw new RefusedException(note.place() + " line 2", "must be the number of entries");
        Base64Text.decode(lines.get(2), Sha256.LENGTH, note.place() + " line 3");
        return new Checkpoint(lines.get(0), Long.parseLong(lines.get(1)), lines.get(2));
    }

    @Override
    public String toString() {
        return size + " entries of " + origin + " under " + root;
    }
}
