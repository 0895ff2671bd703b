package org.servanda.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * The head of the ledger: the single row that every writer locks, so that revisions are in one order and have no gap.
 */
@Entity
@Table(name = "register")
public class LedgerHead {

    static final int ID = 1;

    @Id
    private int id;

    @Column(nullable = false)
    private long revision;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    /** A reader was shown everything that is recorded up to this moment; later entries get a later moment. */
    @Column(name = "settled_at", nullable = false)
    private Instant settledAt;

    @Column(name = "cursor_key", length = 32, nullable = false)
    private byte[] cursorKey;

    /** The {@link CompactRange} of the log's Merkle tree, whose size is the revision. */
    @Column(name = "edge", length = 63 * Hash.BYTES, nullable = false)
    private byte[] compactRange;

    protected LedgerHead() {}

    /** The number of entries so far. */
    public long revision() {
        return revision;
    }

    /** The moment at which the last entry was recorded. */
    public Instant changedAt() {
        return changedAt;
    }

    public byte[] cursorKey() {
        return cursorKey.clone();
    }

    CompactRange compactRange() {
        return CompactRange.read(revision, compactRange);
    }

    /** Sets the compact range that contains the entry counted by {@link #advance}. */
    void setCompactRange(CompactRange range) {
        if (range.size() != revision) throw new IllegalStateException("the tree does not grow by entry " + revision);
        compactRange = range.bytes();
    }

    /** Counts one more entry. Its moment is always later than the last one, whatever the machine's clock does. */
    void advance(Instant now) {
        revision++;
        Instant last = lastMoment();
        changedAt = now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
    }

    /** The latest moment that was recorded or shown to a reader. */
    Instant lastMoment() {
        return changedAt.isAfter(settledAt) ? changedAt : settledAt;
    }

    /** Whether an entry can still be recorded at or before a moment. */
    boolean canRecordAt(Instant moment) {
        return moment.isAfter(lastMoment());
    }

    /** Excludes entries at or before a moment from now on. */
    void settle(Instant moment) {
        if (moment.isAfter(settledAt)) settledAt = moment;
    }
}
