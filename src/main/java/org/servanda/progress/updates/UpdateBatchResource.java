package org.servanda.progress.updates;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import org.servanda.ledger.IdempotentRequests;
import org.servanda.progress.batches.BatchParameters;
import org.servanda.progress.batches.BatchRunner;

/** Endpoint that takes a batch of updates. */
@Path(UpdateBatchResource.PATH)
@Tag(name = "Progress")
@Transactional
class UpdateBatchResource {

    static final String PATH = UpdateResource.PATH + ":batch";

    private final UpdateBatchSubmission submission;
    private final BatchRunner batchRunner;

    UpdateBatchResource(UpdateBatchSubmission submission, BatchRunner batchRunner) {
        this.submission = submission;
        this.batchRunner = batchRunner;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "reportProgressOfMany",
            summary = "Report how things stood with many commitments, up to 200 updates at once",
            description =
                    "For the secretariat and focal points after a meeting. The items are judged in their order, by the rules of a single update. With mode=atomic one wrong item refuses all (409); with dryRun=true everything is checked and nothing is recorded.")
    @APIResponseSchema(
            value = UpdateBatchResults.class,
            responseCode = "200",
            responseDescription = "The updates were recorded.")
    public RestResponse<UpdateBatchResults> report(
            @HeaderParam(IdempotentRequests.HEADER) String idempotencyKey,
            @BeanParam BatchParameters parameters,
            UpdateBatch batch) {
        return batchRunner.answer(
                new IdempotentRequests.Request(idempotencyKey, "reportProgressOfMany", batch),
                parameters,
                UpdateBatchResults.class,
                () -> submission.submit(batch, parameters.partial()));
    }
}
