package org.servanda.progress.milestones;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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

import org.servanda.commitments.search.CommitmentQueries;
import org.servanda.ledger.IdempotentRequests;
import org.servanda.ledger.ReadPoint;
import org.servanda.ledger.ReadPoints;
import org.servanda.ledger.TimeParameters;
import org.servanda.text.MergePatch;

/** Endpoints for the milestones of one commitment: list and read them, plan, change. */
@Path("/api/v1/commitments/{code}/milestones")
@Tag(name = "Milestones")
@Transactional
class MilestoneResource {

    private static final String CODE = "Code of the commitment.";
    private static final String ID = "Id of the milestone.";
    private static final String EXAMPLE = "ACJS-2024.III.2";
    private static final String EXAMPLE_ID = EXAMPLE + "-M1";

    @Schema(description = "The milestones of a commitment, in the order in which they were planned.")
    public record MilestoneList(
            @Schema(required = true, description = "The milestones.") List<MilestoneView> items,
            @Schema(required = true, description = "The day whose state was read.") LocalDate asOf,
            @Schema(required = true, description = "When the last entry that counts was recorded (UTC).")
                    Instant knownAt,
            @Schema(required = true, description = "Revision of the register that was read.") long revision) {}

    private final ReadPoints readPoints;
    private final CommitmentQueries commitments;
    private final Milestones milestones;
    private final MilestoneEditor editor;
    private final IdempotentRequests idempotent;

    MilestoneResource(
            ReadPoints readPoints,
            CommitmentQueries commitments,
            Milestones milestones,
            MilestoneEditor editor,
            IdempotentRequests idempotent) {
        this.readPoints = readPoints;
        this.commitments = commitments;
        this.milestones = milestones;
        this.editor = editor;
        this.idempotent = idempotent;
    }

    @GET
    @Operation(
            operationId = "listMilestones",
            summary = "List the milestones of one commitment",
            description =
                    "For readers who follow the steps of one commitment, with the state of each on the day that is asked for: planned, achieved, missed or dropped.")
    public MilestoneList list(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code,
            @BeanParam TimeParameters time) {
        ReadPoint at = readPoints.at(time);
        commitments.commitment(code, at);
        return new MilestoneList(milestones.of(code, at), at.asOf(), at.knownAt(), at.revision());
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getMilestone",
            summary = "One milestone",
            description =
                    "Shows the days of one step: planned, forecast and achieved, with its evidence. An unknown id is answered with 404.")
    public MilestoneView one(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code,
            @Parameter(description = ID, example = EXAMPLE_ID) @PathParam("id") String id,
            @BeanParam TimeParameters time) {
        ReadPoint at = readPoints.at(time);
        commitments.commitment(code, at);
        return milestones.byId(code, id, at);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "planMilestone",
            summary = "Plan a milestone",
            description =
                    "For the secretariat, to name a step by which progress can be seen. A title in both languages and the planned day are needed. A day from which it holds cannot be in the future.")
    @APIResponseSchema(
            value = MilestoneView.class,
            responseCode = "201",
            responseDescription = "The milestone was planned.")
    public RestResponse<MilestoneView> plan(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code,
            @HeaderParam(IdempotentRequests.HEADER) String idempotencyKey,
            MilestoneDocument milestone) {
        return idempotent.execute(
                new IdempotentRequests.Request(idempotencyKey, "planMilestone", code, milestone),
                MilestoneView.class,
                () -> {
                    MilestoneView planned = editor.plan(code, milestone);
                    return new IdempotentRequests.Result<>(
                            "/api/v1/commitments/" + code + "/milestones/" + planned.id(), planned);
                });
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeMilestone",
            summary = "Say that a milestone is expected, was achieved, is planned otherwise, or was dropped",
            description =
                    "For the secretariat. Each named field holds from effectiveOn on. An achieved milestone cannot be dropped and a dropped one cannot be achieved (400); to drop needs a reason.")
    public MilestoneView change(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code,
            @Parameter(description = ID, example = EXAMPLE_ID) @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MergePatch.MEDIA_TYPE,
                                            schema = @Schema(implementation = MilestoneDocument.class)))
                    JsonNode patch) {
        return editor.change(code, id, ifMatch, patch);
    }
}
