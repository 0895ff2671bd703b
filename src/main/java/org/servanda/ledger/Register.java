package org.servanda.ledger;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The head of the register: the one row that every writer locks, so that revisions have no gap and one order. */
@Entity
@Table(name = "register")
public class Register {

    static final int ONLY = 1;

    @Id
    private int id;

    @Column(nullable = false)
    private long revision;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @Column(name = "cursor_key", length = 32, nullable = false)
    private byte[] cursorKey;

    protected Register() {}

    /** The number of changes so far. */
    public long revision() {
        return revision;
    }

    /** When the latest change was recorded. */
    public Instant changedAt() {
        return changedAt;
    }

    public byte[] cursorKey() {
        return cursorKey.clone();
    }

    /** Counts one more change. Time never runs back here, whatever the machine's clock does. */
    void advance(Instant now) {
        revision++;
        if (now.isAfter(changedAt)) changedAt = now;
    }
}
