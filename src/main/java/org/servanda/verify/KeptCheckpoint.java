package org.servanda.verify;

/**
 * The checkpoint that {@code --since} names: the auditor kept it from an earlier bundle.
 *
 * @param file as the command names it
 */
record KeptCheckpoint(String file, SignedNote note, Checkpoint checkpoint) {

    static KeptCheckpoint read(String file) {
        try {
            SignedNote note = SignedNote.parse(InputFiles.text(file), file);
            return new KeptCheckpoint(file, note, Checkpoint.of(note));
        } catch (RefusedException e) {
            throw new UnusableFileException(e.place(), "is no checkpoint: " + e.getMessage());
        }
    }

    /**
     * Requires that the log of the bundle is this one with entries added behind it, so that nothing known then was changed.
     *
     * @param proof of the bundle; null when the bundle has none
     */
    void requireContinued(Checkpoint latest, ConsistencyProof proof, Trust trust) {
        if (!checkpoint.origin().equals(latest.origin()))
            throw new UnusableFileException(
                    file,
                    "is a checkpoint of the log " + checkpoint.origin() + ", and the bundle is of the log "
                            + latest.origin());
        trust.requireKept(note);
        if (checkpoint.size() > latest.size())
            throw new RefusedException(
                    "checkpoint line 2",
                    "the log has " + latest.size() + " entries, and had " + checkpoint.size() + " before: it was cut");
        if (checkpoint.size() == latest.size()) requireSameRoot(latest);
        else if (checkpoint.size() > 0) requireProof(proof);
    }

    private void requireSameRoot(Checkpoint latest) {
        if (!checkpoint.root().equals(latest.root()))
            throw new RefusedException("checkpoint line 3", "has another root than " + file + " of the same size");
    }

    private void requireProof(ConsistencyProof proof) {
        if (proof == null || proof.from() != checkpoint.size())
            throw new RefusedException(
                    ConsistencyProof.FILE,
                    "does not prove growth from " + checkpoint.size() + " entries; ask for the bundle with since="
                            + checkpoint.size());
        if (!proof.fromRoot().equals(checkpoint.root()))
            throw new RefusedException(
                    ConsistencyProof.FILE + " fromRoot",
                    "is another root than that of " + file + ": history was changed");
    }
}
