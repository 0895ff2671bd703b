package org.servanda.progress;

import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import org.servanda.ledger.Once;
import org.servanda.web.Choice;

/** Decides on what waits in the queue. */
@Path(DecisionResource.PATH)
@Tag(name = "Progress", description = "What is reported about commitments, and what becomes of the reports.")
@Transactional
class DecisionResource {

    static final String PATH = "/api/v1/updates/decisions";

    /** Whether some decisions may be made when others cannot. */
    enum Mode {
        atomic,
        partial
    }

    private final Decisions decisions;
    private final Once once;
    private final TransactionSynchronizationRegistry transaction;

    DecisionResource(Decisions decisions, Once once, TransactionSynchronizationRegistry transaction) {
        this.decisions = decisions;
        this.once = once;
        this.transaction = transaction;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "decideUpdates", summary = "Accept or return updates, up to 200 at once")
    @APIResponseSchema(
            value = DecisionResults.class,
            responseCode = "200",
            responseDescription = "The decisions were made.")
    public RestResponse<DecisionResults> decide(
            @HeaderParam(Once.HEADER) String idempotencyKey,
            @Parameter(
                            description =
                                    "atomic: all or none. partial: those that can be made, with an error for each other one.",
                            schema = @Schema(implementation = Mode.class, defaultValue = "atomic"))
                    @QueryParam("mode")
                    String mode,
            @Parameter(
                            description = "true checks everything and writes nothing.",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("dryRun")
                    String dryRun,
            @NotNull DecisionList wanted) {
        boolean partial = mode != null && Choice.of("mode", mode, Mode.class) == Mode.partial;
        if (Choice.yes("dryRun", dryRun)) return RestResponse.ok(rehearse(wanted, partial));
        String route = PATH + (partial ? "?mode=partial" : "");
        return once.answer(
                new Once.Request(idempotencyKey, route, wanted),
                DecisionResults.class,
                () -> new Once.Done<>(null, decisions.decide(wanted, partial)));
    }

    /** Does everything and takes it back: what is refused here is what would be refused. */
    private DecisionResults rehearse(DecisionList wanted, boolean partial) {
        DecisionResults results = decisions.decide(wanted, partial).rehearsed();
        transaction.setRollbackOnly();
        return results;
    }
}
