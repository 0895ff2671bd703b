package org.servanda.progress.decisions;

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

/** Endpoint that takes decisions on submitted updates. */
@Path(DecisionResource.PATH)
@Tag(name = "Progress")
@Transactional
class DecisionResource {

    static final String PATH = "/api/v1/updates/decisions";

    private final Decisions decisions;
    private final BatchRunner batchRunner;

    DecisionResource(Decisions decisions, BatchRunner batchRunner) {
        this.decisions = decisions;
        this.batchRunner = batchRunner;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "decideUpdates",
            summary = "Accept or return updates, up to 200 at once",
            description =
                    "For the secretariat. To return an update needs a note. An update is decided once and never again; nobody decides on his own update; and an update that no longer fits is refused with 409. With dryRun=true everything is checked and nothing is recorded.")
    @APIResponseSchema(
            value = DecisionBatchResults.class,
            responseCode = "200",
            responseDescription = "The decisions were made.")
    public RestResponse<DecisionBatchResults> decide(
            @HeaderParam(IdempotentRequests.HEADER) String idempotencyKey,
            @BeanParam BatchParameters parameters,
            DecisionBatch batch) {
        return batchRunner.answer(
                new IdempotentRequests.Request(idempotencyKey, "decideUpdates", batch),
                parameters,
                DecisionBatchResults.class,
                () -> decisions.decide(batch, parameters.partial()));
    }
}
