package org.servanda.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.servanda.text.Digest;
import org.servanda.web.Reason;
import org.servanda.web.Refusal;

/**
 * Lets writers in one after the other. Readers see one snapshot of the whole register, on both stores; a writer that had
 * waited inside such a snapshot would work on what was there before it waited, so it takes its turn before it reads.
 *
 * <p>An H2 file belongs to one process, so turns and claims are kept here; PostgreSQL's writers, on however many nodes,
 * meet at the head row and at locks that end with the transaction, even when its node dies.
 */
@ApplicationScoped
class Turns {

    /** As long as PostgreSQL is told to wait for a lock. */
    private static final long PATIENCE_SECONDS = 10;

    private final Store store;
    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transaction;

    private final Semaphore turn = new Semaphore(1, true);
    private final Set<String> claims = ConcurrentHashMap.newKeySet();
    private final Map<String, Semaphore> names = new ConcurrentHashMap<>();

    Turns(Store store, EntityManager entities, TransactionSynchronizationRegistry transaction) {
        this.store = store;
        this.entities = entities;
        this.transaction = transaction;
    }

    /** Whether this transaction is the only one at work under a name; it is until it ends. */
    boolean claim(String name) {
        prepare();
        if (!store.embedded())
            return (Boolean) entities.createNativeQuery("select pg_try_advisory_xact_lock(:name)", Boolean.class)
                    .setParameter("name", number(name))
                    .getSingleResult();
        boolean mine = claims.add(name);
        if (mine) afterwards(() -> claims.remove(name));
        return mine;
    }

    /** Waits until this transaction may write. */
    void take() {
        prepare();
        if (store.embedded()) await(turn);
    }

    /** Waits until this transaction is the only one at work under a name; it is until it ends. */
    void await(String name) {
        prepare();
        if (store.embedded()) await(names.computeIfAbsent(name, its -> new Semaphore(1, true)));
        else
            entities.createNativeQuery("select count(*) from pg_advisory_xact_lock(:name)", Long.class)
                    .setParameter("name", number(name))
                    .getSingleResult();
    }

    /** PostgreSQL shows nothing before it is on the disk. */
    void secure() {
        if (store.embedded() && !store.force())
            throw new Refusal(Reason.UNAVAILABLE, "The store cannot be forced to the disk; see the log.");
    }

    /** Must come before the transaction's first query. */
    private void prepare() {
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE)
            throw new IllegalStateException("who writes needs a transaction");
        if (transaction.getResource(Turns.class) != null) return;
        transaction.putResource(Turns.class, true);
        if (!store.embedded())
            entities.createNativeQuery("set transaction isolation level read committed")
                    .executeUpdate();
    }

    private void await(Semaphore its) {
        try {
            if (!its.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS))
                throw new Refusal(Reason.UNAVAILABLE, "Another change takes too long; ask again.").retryAfter(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(Reason.UNAVAILABLE, "The service is stopping.").retryAfter(1);
        }
        afterwards(its::release);
    }

    /** 64 bits of the digest: two names that meet there by chance only make one of them wait. */
    private static long number(String name) {
        return ByteBuffer.wrap(Digest.sha256(name.getBytes(StandardCharsets.UTF_8)))
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
