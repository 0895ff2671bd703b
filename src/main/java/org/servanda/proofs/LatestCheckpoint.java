package org.servanda.proofs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The single row with the last signed checkpoint. */
@Entity
@Table(name = "log_checkpoint")
class LatestCheckpoint {

    static final int ID = 1;

    @Id
    private int id = ID;

    @Column(nullable = false)
    private long size;

    @Column(length = 20_000, nullable = false)
    private String note;

    protected LatestCheckpoint() {}

    LatestCheckpoint(Checkpoint checkpoint) {
        set(checkpoint);
    }

    void set(Checkpoint checkpoint) {
        size = checkpoint.size();
        note = checkpoint.note();
    }

    Checkpoint checkpoint() {
        return Checkpoint.parse(note);
    }
}
