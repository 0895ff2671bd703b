package org.servanda.ledger;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.servanda.web.Reason;
import org.servanda.web.Refusal;

/**
 * Lets writers in one after the other. Readers see one snapshot of the whole register, on both stores; a writer that had
 * waited inside such a snapshot would work on what was there before it waited, so it takes its turn before it reads.
 */
@ApplicationScoped
class Turns {

    /** As long as PostgreSQL is told to wait for a lock. */
    private static final long PATIENCE_SECONDS = 10;

    private final Store store;
    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transaction;

    /** An H2 file belongs to one process, so the turn can be kept here; PostgreSQL's writers meet at the head row. */
    private final Semaphore turn = new Semaphore(1, true);

    Turns(Store store, EntityManager entities, TransactionSynchronizationRegistry transaction) {
        this.store = store;
        this.entities = entities;
        this.transaction = transaction;
    }

    /** To be called before the transaction's first query. */
    void take() {
        if (store.embedded()) await();
        else
            entities.createNativeQuery("set transaction isolation level read committed")
                    .executeUpdate();
    }

    private void await() {
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE)
            throw new IllegalStateException("who writes needs a transaction");
        try {
            if (!turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS))
                throw new Refusal(Reason.UNAVAILABLE, "Another change takes too long; ask again.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(Reason.UNAVAILABLE, "The service is stopping.");
        }
        transaction.registerInterposedSynchronization(new Release());
    }

    private final class Release implements Synchronization {

        @Override
        public void beforeCompletion() {
            // The turn is kept until the change is in the store.
        }

        @Override
        public void afterCompletion(int status) {
            turn.release();
        }
    }
}
