package org.servanda.progress.updates;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import org.servanda.ledger.IdempotentRequests;
import org.servanda.ledger.TimeParameters;
import org.servanda.web.NextLink;

/** Endpoints for the updates of one commitment: list them, submit an update. */
@Path("/api/v1/commitments/{code}/updates")
@Tag(name = "Progress")
@Transactional
class CommitmentUpdateResource {

    private static final String CODE = "Code of the commitment.";
    private static final String EXAMPLE = "ACJS-2024.III.2";

    private final UpdateQueries queries;
    private final UpdateSubmission submission;
    private final IdempotentRequests idempotent;

    CommitmentUpdateResource(UpdateQueries queries, UpdateSubmission submission, IdempotentRequests idempotent) {
        this.queries = queries;
        this.submission = submission;
        this.idempotent = idempotent;
    }

    @GET
    @Operation(
            operationId = "listCommitmentUpdates",
            summary = "List the updates of one commitment, oldest first",
            description =
                    "For readers who want to see on what the status of a commitment rests. Without a key only accepted updates are shown; a focal point also sees those of its own party.")
    public RestResponse<UpdatePage> list(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code,
            @BeanParam CommitmentUpdateParameters filter,
            @BeanParam TimeParameters time,
            @Context UriInfo uri) {
        UpdatePage page = queries.page(code, filter, time);
        return NextLink.response(page, page.next(), uri);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "reportProgress",
            summary = "Report how things stood on a day; the update of a focal point waits for a decision",
            description =
                    "For the secretariat, whose update counts at once, and for focal points, whose update waits for a decision. The status must be a legal move from the update before it in the order of days (409). operational and completed need evidence; suspended, cancelled and superseded need a reason.")
    @APIResponseSchema(value = UpdateView.class, responseCode = "201", responseDescription = "The report was recorded.")
    public RestResponse<UpdateView> report(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code,
            @HeaderParam(IdempotentRequests.HEADER) String idempotencyKey,
            NewUpdate update) {
        return idempotent.execute(
                new IdempotentRequests.Request(idempotencyKey, "reportProgress", code, update),
                UpdateView.class,
                () -> {
                    UpdateView recorded = submission.submit(code, update);
                    return new IdempotentRequests.Result<>(UpdateResource.PATH + "/" + recorded.id(), recorded);
                });
    }
}
