package org.servanda.commitments.editing;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import org.servanda.access.CallerContext;
import org.servanda.commitments.standings.CommitmentView;
import org.servanda.ledger.IdempotentRequests;
import org.servanda.text.MergePatch;

/** The writing API of commitments, for the secretariat. */
@Path(CommitmentWriteResource.PATH)
@Tag(name = "Commitments")
@Transactional
class CommitmentWriteResource {

    static final String PATH = "/api/v1/commitments";

    private final CommitmentCreation commitmentCreation;
    private final CommitmentEditor editor;
    private final IdempotentRequests idempotent;
    private final CallerContext callerContext;

    CommitmentWriteResource(
            CommitmentCreation commitmentCreation,
            CommitmentEditor editor,
            IdempotentRequests idempotent,
            CallerContext callerContext) {
        this.commitmentCreation = commitmentCreation;
        this.editor = editor;
        this.idempotent = idempotent;
        this.callerContext = callerContext;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createCommitment",
            summary = "Enter a commitment that was found in the text of an instrument",
            description =
                    "For the secretariat, where a commitment was overlooked when the text of an instrument was read. The wording must stand in that text exactly once (400 otherwise). A code that is taken is refused with 409.")
    @APIResponseSchema(
            value = CommitmentView.class,
            responseCode = "201",
            responseDescription = "The commitment was entered.")
    public RestResponse<CommitmentView> enter(
            @HeaderParam(IdempotentRequests.HEADER) String idempotencyKey, NewCommitment request) {
        return idempotent.execute(
                new IdempotentRequests.Request(idempotencyKey, "createCommitment", request),
                CommitmentView.class,
                () -> {
                    CommitmentView entered = commitmentCreation.enter(
                            request, callerContext.caller().actor());
                    return new IdempotentRequests.Result<>(PATH + "/" + entered.code(), entered);
                });
    }

    @PATCH
    @Path("/{code}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeCommitment",
            summary = "Set title, areas, lead, supporting parties or time frame beside what the text states",
            description =
                    "For the secretariat, to add what the text leaves open. Each named field holds from effectiveOn until a later change of the same field. Refused are a change that does not fit a later one (400) and a state that is not the one you read (412).")
    public CommitmentView change(
            @Parameter(description = "Code of the commitment.", example = "ACJS-2024.III.2") @PathParam("code")
                    String code,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MergePatch.MEDIA_TYPE,
                                            schema = @Schema(implementation = CommitmentDocument.class)))
                    JsonNode patch) {
        return editor.change(code, ifMatch, patch, callerContext.caller().actor());
    }
}
