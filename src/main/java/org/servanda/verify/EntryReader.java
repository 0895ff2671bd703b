package org.servanda.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads the entries of a bundle side by side with their proofs; each entry is proved to be in the log. */
final class EntryReader {

    private final LineReader entryLines;
    private final LineReader proofLines;
    private final Manifest manifest;
    private final Checkpoint checkpoint;
    private long count;

    EntryReader(MemberStream entries, MemberStream proofs, Manifest manifest, Checkpoint checkpoint) {
        entryLines = new LineReader(entries);
        proofLines = new LineReader(proofs);
        this.manifest = manifest;
        this.checkpoint = checkpoint;
    }

    /** How many entries were read and proved. */
    long count() {
        return count;
    }

    /** The next entry, which must have this number. */
    Entry next(long number) throws IOException {
        String line = entryLines.next();
        if (line == null)
            throw new RefusedException(entryLines.place(), "is missing: entry " + number + " is expected");
        String place = entryLines.place();
        Entry entry = Entry.read(line, place);
        if (entry.number() != number)
            throw new RefusedException(place, "is entry " + entry.number() + ", expected is entry " + number);
        requireKnown(entry, place);
        requireIncluded(number, line);
        count++;
        return entry;
    }

    /** Requires that the entry was recorded by the revision and the moment of the report. */
    private void requireKnown(Entry entry, String place) {
        if (entry.number() > manifest.revision())
            throw new RefusedException(
                    place, "entry " + entry.number() + " was recorded after revision " + manifest.revision());
        boolean isLast = entry.number() == manifest.revision();
        boolean fits = isLast
                ? entry.recordedAt().equals(manifest.knownAt())
                : !entry.recordedAt().isAfter(manifest.knownAt());
        if (!fits)
            throw new RefusedException(
                    entry.place() + " recordedAt",
                    "is " + entry.recordedAt() + ", which does not fit knownAt " + manifest.knownAt());
    }

    private void requireIncluded(long number, String line) throws IOException {
        String proofLine = proofLines.next();
        if (proofLine == null)
            throw new RefusedException(proofLines.place(), "is missing: the proof of entry " + number + " is expected");
        String place = proofLines.place() + " (entry " + number + ")";
        InclusionProof proof = InclusionProof.read(proofLine, place);
        if (proof.index() != number - 1)
            throw new RefusedException(place + " index", "is " + proof.index() + ", expected " + (number - 1));
        byte[] leafHash = MerkleTree.leafHash(line.getBytes(StandardCharsets.UTF_8));
        String root = proof.root(leafHash, checkpoint.size());
        if (!root.equals(checkpoint.root()))
            throw new RefusedException(
                    entryLines.place() + " (entry " + number + ")",
                    "is not in the log: its proof leads to the root " + root + ", expected " + checkpoint.root());
    }

    void requireEnd() throws IOException {
        entryLines.requireEnd();
        proofLines.requireEnd();
    }
}
