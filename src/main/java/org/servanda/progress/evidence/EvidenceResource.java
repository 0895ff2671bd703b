package org.servanda.progress.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import org.servanda.commitments.search.CommitmentQueries;
import org.servanda.ledger.IdempotentRequests;
import org.servanda.ledger.ReadPoint;
import org.servanda.ledger.ReadPoints;
import org.servanda.ledger.TimeParameters;
import org.servanda.progress.EvidenceView;

/** Endpoints for the evidence of one commitment: list it, add to it. */
@Path("/api/v1/commitments/{code}/evidence")
@Tag(name = "Evidence")
@Transactional
class EvidenceResource {

    private static final String CODE = "Code of the commitment.";
    private static final String EXAMPLE = "ACJS-2024.III.2";

    @Schema(description = "The evidence of a commitment, in the order of the ledger.")
    public record EvidenceList(
            @Schema(required = true, description = "The evidence.") List<EvidenceView> items,
            @Schema(required = true, description = "The day whose state was read.") LocalDate asOf,
            @Schema(required = true, description = "When the last entry that counts was recorded (UTC).")
                    Instant knownAt,
            @Schema(required = true, description = "Revision of the register that was read.") long revision) {}

    private final ReadPoints readPoints;
    private final CommitmentQueries commitments;
    private final CommitmentEvidence evidence;
    private final IdempotentRequests idempotent;

    EvidenceResource(
            ReadPoints readPoints,
            CommitmentQueries commitments,
            CommitmentEvidence evidence,
            IdempotentRequests idempotent) {
        this.readPoints = readPoints;
        this.commitments = commitments;
        this.evidence = evidence;
        this.idempotent = idempotent;
    }

    @GET
    @Operation(
            operationId = "listEvidence",
            summary = "List what backs the accepted updates on this commitment, its assessments and milestones",
            description =
                    "For readers who want to check the sources: links and files, each with what it backs. Evidence of updates that wait, were returned or were corrected is not in the list.")
    public EvidenceList list(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code,
            @BeanParam TimeParameters time) {
        ReadPoint at = readPoints.at(time);
        commitments.commitment(code, at);
        return new EvidenceList(evidence.of(code, at), at.asOf(), at.knownAt(), at.revision());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addEvidence",
            summary = "Add evidence that was found after what it backs was reported",
            description =
                    "For the secretariat, where a source is found later. With backs, the named update must be accepted and still count. Without backs, the evidence is counted and changes no assurance. Dates to come are refused.")
    @APIResponseSchema(
            value = EvidenceView.class,
            responseCode = "201",
            responseDescription = "The evidence was recorded.")
    public RestResponse<EvidenceView> add(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code,
            @HeaderParam(IdempotentRequests.HEADER) String idempotencyKey,
            NewEvidence newEvidence) {
        return idempotent.execute(
                new IdempotentRequests.Request(idempotencyKey, "addEvidence", code, newEvidence),
                EvidenceView.class,
                () -> new IdempotentRequests.Result<>(
                        "/api/v1/commitments/" + code + "/evidence", evidence.add(code, newEvidence)));
    }
}
