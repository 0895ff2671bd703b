package org.servanda.cycles;

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

import org.servanda.ledger.IdempotentRequests;
import org.servanda.ledger.ReadPoint;
import org.servanda.ledger.ReadPoints;
import org.servanda.ledger.TimeParameters;
import org.servanda.text.MergePatch;

/** Endpoints for reporting cycles: list and read them, plan, change, close. */
@Path(CycleResource.PATH)
@Tag(name = "Cycles")
@Transactional
class CycleResource {

    static final String PATH = "/api/v1/cycles";

    private static final String CODE = "Code of the cycle.";
    private static final String EXAMPLE = "ADGMIN-2026";

    @Schema(description = "The cycles, the latest due first.")
    public record CycleList(
            @Schema(required = true, description = "The cycles.") List<CycleView> items,
            @Schema(required = true, description = "The day whose state was read.") LocalDate asOf,
            @Schema(required = true, description = "When the last entry that counts was recorded (UTC).")
                    Instant knownAt,
            @Schema(required = true, description = "Revision of the register that was read.") long revision) {}

    private final ReadPoints readPoints;
    private final Cycles cycles;
    private final CycleEditor cycleEditor;
    private final IdempotentRequests idempotent;

    CycleResource(ReadPoints readPoints, Cycles cycles, CycleEditor cycleEditor, IdempotentRequests idempotent) {
        this.readPoints = readPoints;
        this.cycles = cycles;
        this.cycleEditor = cycleEditor;
        this.idempotent = idempotent;
    }

    @GET
    @Operation(
            operationId = "listCycles",
            summary = "List the reporting cycles, the latest due first",
            description =
                    "For focal points, who see what they are asked for, and for readers who look for the state that a meeting saw.")
    public CycleList list(@BeanParam TimeParameters time) {
        ReadPoint at = readPoints.at(time);
        return new CycleList(cycles.views(at), at.asOf(), at.knownAt(), at.revision());
    }

    @GET
    @Path("/{code}")
    @Operation(
            operationId = "getCycle",
            summary = "One reporting cycle, with the address of what was seen",
            description =
                    "Shows the days of the cycle. When it is closed, the answer also has the read point and the addresses that give what the meeting saw, for ever.")
    public CycleView one(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code,
            @BeanParam TimeParameters time) {
        return cycles.byCode(code, readPoints.at(time));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "planCycle",
            summary = "Plan a reporting cycle",
            description =
                    "For the secretariat, before a meeting: for which instruments, for which period and until when updates are asked for. A code that is taken is refused with 409. Both instruments and mechanism together are refused with 400.")
    @APIResponseSchema(value = CycleView.class, responseCode = "201", responseDescription = "The cycle was planned.")
    public RestResponse<CycleView> plan(@HeaderParam(IdempotentRequests.HEADER) String idempotencyKey, NewCycle cycle) {
        return idempotent.execute(
                new IdempotentRequests.Request(idempotencyKey, "planCycle", cycle), CycleView.class, () -> {
                    CycleView planned = cycleEditor.plan(cycle);
                    return new IdempotentRequests.Result<>(PATH + "/" + planned.code(), planned);
                });
    }

    @PATCH
    @Path("/{code}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeCycle",
            summary = "Change the days of a reporting cycle, or close it",
            description =
                    "For the secretariat. closed=true fixes what was seen; a period that still goes on cannot be closed (400). A closed cycle does not change any more (409).")
    public CycleView change(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MergePatch.MEDIA_TYPE,
                                            schema = @Schema(implementation = CycleDocument.class)))
                    JsonNode patch) {
        return cycleEditor.change(code, ifMatch, patch);
    }
}
