package org.servanda.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The head of the register: the one row that every writer locks, so that revisions have no gap and one order. */
@Entity
@Table(name = "register")
public class LedgerHead {

    static final int ONLY = 1;

    @Id
    private int id;

    @Column(nullable = false)
    private long revision;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    /** Up to here a reader was told what is known; whatever comes is recorded after it. */
    @Column(name = "settled_at", nullable = false)
    private Instant settledAt;

    @Column(name = "cursor_key", length = 32, nullable = false)
    private byte[] cursorKey;

    /** The {@link CompactRange} of the log's tree, whose size is the revision. */
    @Column(length = 63 * Hash.BYTES, nullable = false)
    private byte[] edge;

    protected LedgerHead() {}

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

    CompactRange edge() {
        return CompactRange.read(revision, edge);
    }

    /** Takes the edge with the entry that {@link #advance} has counted. */
    void grow(CompactRange grown) {
        if (grown.size() != revision) throw new IllegalStateException("the tree does not grow by entry " + revision);
        edge = grown.bytes();
    }

    /** Counts one more change. Time never runs back or stands still here, whatever the machine's clock does. */
    void advance(Instant now) {
        revision++;
        Instant last = last();
        changedAt = now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
    }

    /** The latest moment that was recorded or told. */
    Instant last() {
        return changedAt.isAfter(settledAt) ? changedAt : settledAt;
    }

    /** Whether something may still be recorded at or before a moment. */
    boolean open(Instant moment) {
        return moment.isAfter(last());
    }

    /** Promises that nothing will be recorded at or before a moment any more. */
    void settle(Instant moment) {
        if (moment.isAfter(settledAt)) settledAt = moment;
    }
}
