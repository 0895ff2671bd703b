package org.servanda.progress.updates;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.jboss.resteasy.reactive.RestResponse;

import org.servanda.ledger.IdempotentRequests;

/** Does many things in one transaction, once however often they are asked for; or only says what would come of them. */
@ApplicationScoped
public class BatchRunner {

    /** What came of a batch. */
    public interface Results<R> {

        /** The same when nothing of it was written. */
        R rehearsed();
    }

    /** What makes a request the same request again: in another mode it asks for something else. */
    private record Asked(boolean partial, Record body) {}

    private final IdempotentRequests idempotent;
    private final TransactionSynchronizationRegistry transaction;

    BatchRunner(IdempotentRequests idempotent, TransactionSynchronizationRegistry transaction) {
        this.idempotent = idempotent;
        this.transaction = transaction;
    }

    public <R extends Record & Results<R>> RestResponse<R> answer(
            IdempotentRequests.Request request, BatchParameters how, Class<R> type, Supplier<R> work) {
        if (how.rehearsal()) return RestResponse.ok(rehearse(work));
        IdempotentRequests.Request asked = new IdempotentRequests.Request(
                request.key(), request.operation(), new Asked(how.partial(), request.body()));
        return idempotent.execute(asked, type, () -> new IdempotentRequests.Result<>(null, work.get()));
    }

    /** Does everything and takes it back: what is refused here is what would be refused. */
    private <R extends Record & Results<R>> R rehearse(Supplier<R> work) {
        R results = work.get().rehearsed();
        transaction.setRollbackOnly();
        return results;
    }
}
