package org.servanda.proofs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row that says what was signed last. */
@Entity
@Table(name = "log_checkpoint")
class LatestCheckpoint {

    static final int ONLY = 1;

    @Id
    private int id = ONLY;

    @Column(nullable = false)
    private long size;

    @Column(length = 20_000, nullable = false)
    private String note;

    protected LatestCheckpoint() {}

    LatestCheckpoint(Checkpoint checkpoint) {
        take(checkpoint);
    }

    void take(Checkpoint checkpoint) {
        size = checkpoint.size();
        note = checkpoint.note();
    }

    Checkpoint checkpoint() {
        return Checkpoint.parse(note);
    }
}
