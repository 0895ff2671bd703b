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
 * Lets writers in one after the other. Readers see one snapshot of the whole register, on both stores; a writer that had
 * waited inside such a snapshot would work on what was there before it waited, so it takes its turn before it reads.
 *
 * <p>Those of one node wait for each other here, before they have a connection: so that however many wait, readers find
 * one. The nodes on one PostgreSQL meet at its head row and at locks that end with the transaction, even when its node dies;
 * an H2 file belongs to one process.
 */
@ApplicationScoped
class WriterLock {

    private static final int LAST = 10_000;

    private final Database database;
    private final DatabaseConfig config;
    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transaction;

    private volatile boolean starting = true;

    private final Semaphore turn = new Semaphore(1, true);
    private final Set<String> claims = ConcurrentHashMap.newKeySet();
    private final Map<String, Semaphore> names = new ConcurrentHashMap<>();

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

    /** After the seeds and whatever else is written at the start. */
    void serve(@Observes @Priority(LAST) StartupEvent start) {
        starting = false;
    }

    /**
     * Whether this transaction is the only one at work here under a name; it is until it ends. At another node, who has
     * the same name waits for its turn, and finds then what became of it.
     */
    boolean claim(String name) {
        begin();
        boolean mine = claims.add(name);
        if (mine) afterwards(() -> claims.remove(name));
        return mine;
    }

    /** Waits until this transaction may write. */
    void take() {
        begin();
        if (transaction.getResource(WriterLock.class) != null) return;
        database.requireSound();
        await(turn);
        transaction.putResource(WriterLock.class, true);
        if (!database.embedded()) prepare();
    }

    /** Waits until this transaction is the only one at work under a name; it is until it ends. */
    void await(String name) {
        begin();
        await(names.computeIfAbsent(name, its -> new Semaphore(1, true)));
        if (database.embedded()) return;
        prepare();
        entities.createNativeQuery("select count(*) from pg_advisory_xact_lock(:name)", Long.class)
                .setParameter("name", number(name))
                .getSingleResult();
    }

    /** PostgreSQL shows nothing before it is on the disk. */
    void secure() {
        if (database.embedded() && !database.force())
            throw new ProblemException(ProblemType.UNAVAILABLE, "The store cannot be forced to the disk; see the log.")
                    .retryAfter(5);
    }

    private void begin() {
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE)
            throw new IllegalStateException("who writes needs a transaction");
    }

    /** Must come before the transaction's first query. */
    private void prepare() {
        if (transaction.getResource(TransactionSettings.class) != null) return;
        transaction.putResource(TransactionSettings.class, true);
        entities.createNativeQuery(TransactionSettings.ofWriter(config, starting))
                .executeUpdate();
    }

    private void await(Semaphore its) {
        try {
            if (!its.tryAcquire(TransactionSettings.LOCK.toMillis(), TimeUnit.MILLISECONDS))
                throw new ProblemException(ProblemType.UNAVAILABLE, "Another change takes too long; ask again.")
                        .retryAfter(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ProblemType.UNAVAILABLE, "The service is stopping.").retryAfter(1);
        }
        afterwards(its::release);
    }

    /** 64 bits of the digest: two names that meet there by chance only make one of them wait. */
    private static long number(String name) {
        return ByteBuffer.wrap(Sha256.sha256(name.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    /** Whatever becomes of the transaction. */
    private void afterwards(Runnable action) {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // What is held is held until the change is in the store.
            }

            @Override
            public void afterCompletion(int status) {
                action.run();
            }
        });
    }
}
