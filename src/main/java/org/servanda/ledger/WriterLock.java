package org.servanda.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.servanda.text.Sha256;
import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;

/**
 * The lock that lets one writer at a time work. Readers see one snapshot of the whole register, on both databases; a
 * writer that waited inside such a snapshot would work on the state from before it waited, so it takes the lock before
 * it reads.
 *
 * <p>Writers of one node wait for each other here, before they have a connection: so there is always a connection for
 * readers, however many writers wait. The nodes on one PostgreSQL wait at the head row and at advisory locks, which end
 * with the transaction even when its node dies; an H2 file belongs to one process.
 */
@ApplicationScoped
class WriterLock {

    private static final int LAST = 10_000;

    private final Database database;
    private final DatabaseConfig config;
    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transaction;

    private volatile boolean starting = true;

    private final Semaphore semaphore = new Semaphore(1, true);
    private final Set<String> claims = ConcurrentHashMap.newKeySet();
    private final Map<String, Semaphore> namedSemaphores = new ConcurrentHashMap<>();

    WriterLock(
            Database database,
            DatabaseConfig config,
            EntityManager entities,
            TransactionSynchronizationRegistry transaction) {
        this.database = database;
        this.config = config;
        this.entities = entities;
        this.transaction = transaction;
    }

    /** Notes that the start has ended, after the seeds and everything else that is written at the start. */
    void startServing(@Observes @Priority(LAST) StartupEvent start) {
        starting = false;
    }

    /**
     * Claims a name on this node until this transaction ends; false when another transaction has it. A transaction on
     * another node with the same name waits for the writer lock, and then finds the result of this one.
     */
    boolean tryClaim(String name) {
        requireTransaction();
        boolean claimed = claims.add(name);
        if (claimed) afterCompletion(() -> claims.remove(name));
        return claimed;
    }

    /** Takes the writer lock until this transaction ends. */
    void acquire() {
        requireTransaction();
        if (transaction.getResource(WriterLock.class) != null) return;
        database.requireSound();
        acquireNamed(semaphore);
        transaction.putResource(WriterLock.class, true);
        if (!database.embedded()) setWriterSettings();
    }

    /** Locks a name on all nodes until this transaction ends. */
    void acquireNamed(String name) {
        requireTransaction();
        acquireNamed(namedSemaphores.computeIfAbsent(name, semaphore -> new Semaphore(1, true)));
        if (database.embedded()) return;
        setWriterSettings();
        entities.createNativeQuery("select count(*) from pg_advisory_xact_lock(:name)", Long.class)
                .setParameter("name", lockId(name))
                .getSingleResult();
    }

    /** Forces H2 to the disk. PostgreSQL needs nothing here: it shows no commit before it is on the disk. */
    void requireDurable() {
        if (database.embedded() && !database.checkpoint())
            throw new ProblemException(ProblemType.UNAVAILABLE, "The store cannot be forced to the disk; see the log.")
                    .retryAfter(5);
    }

    private void requireTransaction() {
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE)
            throw new IllegalStateException("who writes needs a transaction");
    }

    /** Applies the settings of a writer; must run before the transaction's first query. */
    private void setWriterSettings() {
        if (transaction.getResource(TransactionSettings.class) != null) return;
        transaction.putResource(TransactionSettings.class, true);
        entities.createNativeQuery(TransactionSettings.forWriter(config, starting))
                .executeUpdate();
    }

    private void acquireNamed(Semaphore semaphore) {
        try {
            if (!semaphore.tryAcquire(TransactionSettings.LOCK_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS))
                throw new ProblemException(ProblemType.UNAVAILABLE, "Another change takes too long; ask again.")
                        .retryAfter(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ProblemType.UNAVAILABLE, "The service is stopping.").retryAfter(1);
        }
        afterCompletion(semaphore::release);
    }

    /**
     * The number of an advisory lock: 64 bits of the name's digest. If two names have the same number, one of them only
     * waits.
     */
    private static long lockId(String name) {
        return ByteBuffer.wrap(Sha256.sha256(name.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    /** Runs an action when the transaction has ended, whatever its outcome. */
    private void afterCompletion(Runnable action) {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // The lock is kept until the change is in the database.
            }

            @Override
            public void afterCompletion(int status) {
                action.run();
            }
        });
    }
}
