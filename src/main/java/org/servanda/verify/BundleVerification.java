package org.servanda.verify;

import java.io.IOException;
import java.util.List;

/** The verification of one bundle, step by step. */
final class BundleVerification {

    private final BundleZip zip;
    private final PinnedKeys pinned;
    private final KeptCheckpoint kept;

    /**
     * @param pinned null when no key was pinned
     * @param kept null when no older checkpoint was kept
     */
    BundleVerification(BundleZip zip, PinnedKeys pinned, KeptCheckpoint kept) {
        this.zip = zip;
        this.pinned = pinned;
        this.kept = kept;
    }

    /** @return the lines that say what was proved, whose word the proof rests on, and what was not proved */
    List<String> verify() throws IOException {
        String manifestText = zip.text("manifest.json");
        Manifest manifest = Manifest.read(manifestText);
        manifest.requireFiles(zip.names());
        for (String name : List.of("README.txt", "Verify.java")) zip.requireDigest(name, manifest);
        SignedNote checkpointNote = SignedNote.parse(zip.text("checkpoint", manifest), "checkpoint");
        Checkpoint checkpoint = Checkpoint.of(checkpointNote);
        manifest.requireCheckpoint(checkpoint);
        SignedNote manifestNote = SignedNote.parse(zip.text("manifest.note"), "manifest.note");
        manifest.requireNote(manifestNote, manifestText);
        Trust trust = Trust.of(pinned, zip.text("key.pub", manifest), List.of(checkpointNote, manifestNote));
        ConsistencyProof consistency = consistencyProof(manifest, checkpoint);
        if (kept != null) kept.requireContinued(checkpoint, consistency, trust);
        ReportVerification report = new ReportVerification(zip, manifest, checkpoint);
        report.verify();
        return new Conclusion(manifest, checkpoint, trust, kept, report.entryCount(), report.searchesWords()).lines();
    }

    /** Null when the bundle has none. */
    private ConsistencyProof consistencyProof(Manifest manifest, Checkpoint checkpoint) throws IOException {
        if (!zip.names().contains(ConsistencyProof.FILE)) return null;
        ConsistencyProof proof = ConsistencyProof.read(zip.text(ConsistencyProof.FILE, manifest));
        proof.require(checkpoint);
        return proof;
    }
}
