package org.servanda.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * The append-only ledger: one sequence of entries without gaps, in the order of commit. A writer locks the head first
 * and holds the lock until its transaction ends. So there is one writer at a time on however many nodes, an entry is
 * visible only when all entries before it are, and a transaction that fails leaves no gap. An entry can only be
 * appended.
 */
@ApplicationScoped
public class Ledger {

    /** Event of a writer's transaction, fired once; observe it after success to act on what is really committed. */
    public record EntriesWritten() {}

    private final WriterLock writerLock;
    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transaction;
    private final Clock clock;
    private final Event<EntriesWritten> written;

    Ledger(
            WriterLock writerLock,
            EntityManager entities,
            TransactionSynchronizationRegistry transaction,
            Clock clock,
            Event<EntriesWritten> written) {
        this.writerLock = writerLock;
        this.entities = entities;
        this.transaction = transaction;
        this.clock = clock;
        this.written = written;
    }

    /** Takes the writer lock until the caller's transaction ends; call it before the transaction reads anything. */
    public void lock() {
        head();
    }

    /**
     * Claims a name on this node until the caller's transaction ends; false when another transaction has it. Call it
     * before {@link #lock}.
     */
    boolean tryClaim(String name) {
        return writerLock.tryClaim(name);
    }

    /**
     * Locks a name on all nodes until the caller's transaction ends; call it before the transaction reads anything.
     */
    public void lockName(String name) {
        writerLock.acquireNamed(name);
    }

    /** Makes sure that everything this transaction sees would survive a power cut. */
    public void requireDurable() {
        writerLock.requireDurable();
    }

    /** Excludes entries at or before a moment from now on; waits for a writer that is recording one. */
    void settle(Instant moment) {
        head().settle(moment);
    }

    /** The current time by a clock that never runs back, since the last entry would then be in the future. */
    Instant monotonicTime() {
        Instant now = now();
        Instant last = head().lastMoment();
        return now.isAfter(last) ? now : last;
    }

    /** Appends an entry; its number is the revision of the register from here on. */
    public EntryRef append(NewEntry entry) {
        LedgerHead head = head();
        CompactRange compactRange = head.compactRange();
        head.advance(now());
        LedgerEntry appended = new LedgerEntry(head.revision(), head.changedAt(), entry, Salt.generate());
        entities.persist(appended);
        head.setCompactRange(compactRange.with(
                appended.leafHash(), (subtree, hash) -> entities.persist(new TreeNode(subtree, hash))));
        requestFlush();
        return appended.recorded();
    }

    /**
     * Makes sure that all commits up to here, also those of other transactions, are on the disk before the response is
     * sent.
     */
    void requestFlush() {
        if (transaction.getResource(EntriesWritten.class) != null) return;
        transaction.putResource(EntriesWritten.class, true);
        written.fire(new EntriesWritten());
    }

    /** The head, locked when this transaction first uses it. */
    private LedgerHead head() {
        if (transaction.getResource(LedgerHead.class) == null) {
            writerLock.acquire();
            transaction.putResource(
                    LedgerHead.class, entities.find(LedgerHead.class, LedgerHead.ID, LockModeType.PESSIMISTIC_WRITE));
        }
        return (LedgerHead) transaction.getResource(LedgerHead.class);
    }

    /** The machine's time to the microsecond, since both databases store no more. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
