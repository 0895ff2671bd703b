package org.servanda.keys;

import java.util.List;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import org.servanda.access.CallerContext;
import org.servanda.ledger.IdempotentRequests;
import org.servanda.ledger.ReadPoints;
import org.servanda.web.ResponseContext;

@Path(ApiKeyResource.PATH)
@Tag(name = "Access", description = "Keys, and what they are for.")
@SecurityRequirement(name = "bearer")
@Transactional
class ApiKeyResource {

    @Schema(description = "All keys that were ever issued, newest first.")
    public record ApiKeyList(@Schema(required = true, description = "The keys.") List<ApiKeyView> items) {}

    static final String PATH = "/api/v1/api-keys";

    private final ReadPoints readPoints;
    private final IdempotentRequests idempotent;
    private final ApiKeys keys;
    private final ApiKeyIssuer issuer;
    private final CallerContext callerContext;
    private final ResponseContext responseContext;

    ApiKeyResource(
            ReadPoints readPoints,
            IdempotentRequests idempotent,
            ApiKeys keys,
            ApiKeyIssuer issuer,
            CallerContext callerContext,
            ResponseContext responseContext) {
        this.readPoints = readPoints;
        this.idempotent = idempotent;
        this.keys = keys;
        this.issuer = issuer;
        this.callerContext = callerContext;
        this.responseContext = responseContext;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "issueApiKey",
            summary = "Issue a key; the answer shows it, once: when it is repeated, all but the key")
    @APIResponseSchema(value = ApiKeyView.class, responseCode = "201", responseDescription = "The key was issued.")
    public RestResponse<ApiKeyView> issue(
            @HeaderParam(IdempotentRequests.HEADER) String idempotencyKey, NewApiKey request) {
        responseContext.markSecret();
        return idempotent.execute(
                new IdempotentRequests.Request(idempotencyKey, "issueApiKey", request),
                ApiKeyView.class,
                () -> {
                    ApiKeyView issued =
                            issuer.issue(request, callerContext.caller().actor());
                    return new IdempotentRequests.Result<>(PATH + "/" + issued.id(), issued);
                },
                ApiKeyView::withoutKey);
    }

    @GET
    @Operation(operationId = "listApiKeys", summary = "List the keys, those that ended too")
    public ApiKeyList list() {
        readPoints.now();
        return new ApiKeyList(keys.newestFirst().stream().map(ApiKey::view).toList());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getApiKey", summary = "One key")
    public ApiKeyView one(@Parameter(description = "Id of the key.") @PathParam("id") String id) {
        readPoints.now();
        return keys.byId(id).view();
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "revokeApiKey", summary = "Revoke a key, from now on and for ever")
    public ApiKeyView revoke(@Parameter(description = "Id of the key.") @PathParam("id") String id) {
        return issuer.revoke(id, callerContext.caller().actor());
    }
}
