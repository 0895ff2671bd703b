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
@Tag(name = "Access")
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
            summary = "Issue a key; the answer shows it, once: when it is repeated, all but the key",
            description =
                    "Gives a person or a program a key of its own, for a year at most. Refused are a contributor without a party, an unknown party, a party for a role that speaks for none, and an end that is past or more than 365 days ahead.")
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
    @Operation(
            operationId = "listApiKeys",
            summary = "List the keys, those that ended too",
            description =
                    "For the admin who looks after access: every key with its role, its party and the moment at which it ends, newest first. The secret part of a key is never shown again. Only an admin may read the list.")
    public ApiKeyList list() {
        readPoints.now();
        return new ApiKeyList(keys.newestFirst().stream().map(ApiKey::view).toList());
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getApiKey",
            summary = "One key",
            description =
                    "Shows for whom the key was issued, its role and its end, without the secret part. Only an admin may read it; an unknown id is answered with 404.")
    public ApiKeyView one(@Parameter(description = "Id of the key.") @PathParam("id") String id) {
        readPoints.now();
        return keys.byId(id).view();
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "revokeApiKey",
            summary = "Revoke a key, from now on and for ever",
            description =
                    "For a key that is lost or no longer needed. A request with it is refused with 401 at once, and no operation brings it back. The last valid admin key cannot be revoked (403).")
    public ApiKeyView revoke(@Parameter(description = "Id of the key.") @PathParam("id") String id) {
        return issuer.revoke(id, callerContext.caller().actor());
    }
}
