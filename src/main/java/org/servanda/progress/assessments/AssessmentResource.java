package org.servanda.progress.assessments;

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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import org.servanda.commitments.search.CommitmentQueries;
import org.servanda.ledger.IdempotentRequests;
import org.servanda.ledger.ReadPoint;
import org.servanda.ledger.ReadPoints;
import org.servanda.ledger.TimeParameters;
import org.servanda.web.ProblemException;

/** Endpoints for the assessments of one commitment: list and read them, assess. */
@Path("/api/v1/commitments/{code}/assessments")
@Tag(name = "Assessments")
@Transactional
class AssessmentResource {

    private static final String CODE = "Code of the commitment.";
    private static final String EXAMPLE = "ACJS-2024.III.2";

    private final ReadPoints readPoints;
    private final CommitmentQueries commitments;
    private final Assessments assessments;
    private final AssessmentSubmission assessmentSubmission;
    private final IdempotentRequests idempotent;

    AssessmentResource(
            ReadPoints readPoints,
            CommitmentQueries commitments,
            Assessments assessments,
            AssessmentSubmission assessmentSubmission,
            IdempotentRequests idempotent) {
        this.readPoints = readPoints;
        this.commitments = commitments;
        this.assessments = assessments;
        this.assessmentSubmission = assessmentSubmission;
        this.idempotent = idempotent;
    }

    @GET
    @Operation(
            operationId = "listAssessments",
            summary = "List the assessments of one commitment, oldest first",
            description =
                    "For readers who compare what was reported with what an auditor saw. An assessment that another one corrects stays in the list.")
    public AssessmentList list(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code,
            @BeanParam TimeParameters time) {
        ReadPoint at = readPoints.at(time);
        commitments.commitment(code, at);
        return new AssessmentList(assessments.of(code, at), at.asOf(), at.knownAt(), at.revision());
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getAssessment",
            summary = "One assessment",
            description =
                    "Shows the result, the finding and what the assessment rests on. An unknown id is answered with 404.")
    public AssessmentView one(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code,
            @Parameter(description = "Id of the assessment.", example = "ACJS-2024.III.2-A1") @PathParam("id")
                    String id,
            @BeanParam TimeParameters time) {
        ReadPoint at = readPoints.at(time);
        commitments.commitment(code, at);
        var views = assessments.of(code, at);
        return views.stream()
                .filter(view -> view.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.unknown("assessment", id, () -> views.stream()
                        .map(AssessmentView::id)
                        .toList()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "assessCommitment",
            summary = "Say what was found of how things stood on a day; the status stays what was reported",
            description =
                    "For an auditor who checked a commitment. Refused with 403 is an auditor who reported on the same commitment, so that nobody judges his own work. A correction needs a reason.")
    @APIResponseSchema(
            value = AssessmentView.class,
            responseCode = "201",
            responseDescription = "The assessment was recorded.")
    public RestResponse<AssessmentView> assess(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code,
            @HeaderParam(IdempotentRequests.HEADER) String idempotencyKey,
            NewAssessment assessment) {
        return idempotent.execute(
                new IdempotentRequests.Request(idempotencyKey, "assessCommitment", code, assessment),
                AssessmentView.class,
                () -> {
                    AssessmentView recorded = assessmentSubmission.assess(code, assessment);
                    return new IdempotentRequests.Result<>(
                            "/api/v1/commitments/" + code + "/assessments/" + recorded.id(), recorded);
                });
    }
}
