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
 * The record of every write, in one sequence without gaps, in the order of commit. Whoever writes takes the head
 * first and holds it until the transaction ends: so there is one writer at a time on however many nodes, an entry is
 * seen only when all before it are, and a transaction that fails leaves no gap. Appending is all it can do.
 */
@ApplicationScoped
public class Ledger {

    /** Told once in a writer's transaction; observe it after success to act on what is really kept. */
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

    /** Makes the caller's transaction the only one that writes; to be called before it reads anything. */
    public void lock() {
        head();
    }

    /** Whether nobody else here is at work under a name until the caller's transaction ends; before {@link #lock}. */
    boolean claim(String name) {
        return writerLock.claim(name);
    }

    /** Waits until nobody else is at work under a name, until the caller's transaction ends; before it reads anything. */
    public void alone(String name) {
        writerLock.await(name);
    }

    /** Makes sure that what this transaction sees would be there after a power cut too. */
    public void secure() {
        writerLock.secure();
    }

    /** Promises that nothing will be recorded at or before a moment any more; waits for a writer who is at it. */
    void settle(Instant moment) {
        head().settle(moment);
    }

    /** Now, by a clock that never runs back, since the last entry would be after it. */
    Instant time() {
        Instant now = now();
        Instant last = head().last();
        return now.isAfter(last) ? now : last;
    }

    /** Adds an entry; its number is the register's revision from here on. */
    public EntryRef append(NewEntry entry) {
        LedgerHead head = head();
        CompactRange compactRange = head.edge();
        head.advance(now());
        LedgerEntry appended = new LedgerEntry(head.revision(), head.changedAt(), entry, Salt.draw());
        entities.persist(appended);
        head.grow(compactRange.with(
                appended.leafHash(), (subtree, hash) -> entities.persist(new TreeNode(subtree, hash))));
        force();
        return appended.recorded();
    }

    /**
     * Makes sure that everything up to here is on the disk before the caller's client is answered, also what another
     * transaction has written.
     */
    void force() {
        if (transaction.getResource(EntriesWritten.class) != null) return;
        transaction.putResource(EntriesWritten.class, true);
        written.fire(new EntriesWritten());
    }

    /** The head, locked when this transaction first takes it. */
    private LedgerHead head() {
        if (transaction.getResource(LedgerHead.class) == null) {
            writerLock.take();
            transaction.putResource(
                    LedgerHead.class, entities.find(LedgerHead.class, LedgerHead.ONLY, LockModeType.PESSIMISTIC_WRITE));
        }
        return (LedgerHead) transaction.getResource(LedgerHead.class);
    }

    /** Now, to the microsecond: both stores keep no more. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
