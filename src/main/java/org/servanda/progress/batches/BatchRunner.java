package org.servanda.progress.batches;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.jboss.resteasy.reactive.RestResponse;

import org.servanda.ledger.IdempotentRequests;

/** Runs a batch in the transaction of its request: once for each Idempotency-Key, or as a dry run that is rolled back. */
@ApplicationScoped
public class BatchRunner {

    /** The body under which the key is kept: the same items in another mode are another request. */
    private record BatchRequest(boolean partial, Record body) {}

    private final IdempotentRequests idempotent;
    private final TransactionSynchronizationRegistry transaction;

    BatchRunner(IdempotentRequests idempotent, TransactionSynchronizationRegistry transaction) {
        this.idempotent = idempotent;
        this.transaction = transaction;
    }

    /**
     * @param request its body is the batch
     * @param type of the results
     * @param work carries out the batch
     */
    public <R extends Record & BatchResults<R>> RestResponse<R> answer(
            IdempotentRequests.Request request, BatchParameters parameters, Class<R> type, Supplier<R> work) {
        if (parameters.isDryRun()) return RestResponse.ok(dryRun(work));
        IdempotentRequests.Request batchRequest = new IdempotentRequests.Request(
                request.key(), request.operation(), new BatchRequest(parameters.partial(), request.body()));
        return idempotent.execute(batchRequest, type, () -> new IdempotentRequests.Result<>(null, work.get()));
    }

    /** Carries out everything and rolls it back, so that a dry run refuses exactly what the run itself would refuse. */
    private <R extends Record & BatchResults<R>> R dryRun(Supplier<R> work) {
        R results = work.get().withoutEntries();
        transaction.setRollbackOnly();
        return results;
    }
}
