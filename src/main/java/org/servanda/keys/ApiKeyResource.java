package org.servanda.keys;

import java.util.List;

import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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

import org.servanda.access.Access;
import org.servanda.ledger.Registers;
import org.servanda.web.AnswerForm;
import org.servanda.web.Created;

@Path("/api/v1/api-keys")
@Tag(name = "Access", description = "Keys, and what they are for.")
@SecurityRequirement(name = "bearer")
@Transactional
class ApiKeyResource {

    @Schema(description = "All keys that were ever issued, newest first.")
    public record ApiKeyList(@Schema(required = true, description = "The keys.") List<ApiKeyView> items) {}

    private final Registers registers;
    private final ApiKeys keys;
    private final Issuer issuer;
    private final Access access;
    private final AnswerForm form;

    ApiKeyResource(Registers registers, ApiKeys keys, Issuer issuer, Access access, AnswerForm form) {
        this.registers = registers;
        this.keys = keys;
        this.issuer = issuer;
        this.access = access;
        this.form = form;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "issueApiKey", summary = "Issue a key; the answer shows it, once")
    @APIResponseSchema(value = ApiKeyView.class, responseCode = "201", responseDescription = "The key was issued.")
    public RestResponse<ApiKeyView> issue(@NotNull NewApiKey wanted) {
        form.holdSecret();
        ApiKeyView issued = issuer.issue(wanted, access.caller().actor());
        return Created.answer(issued, "/api/v1/api-keys/" + issued.id());
    }

    @GET
    @Operation(operationId = "listApiKeys", summary = "List the keys, those that ended too")
    public ApiKeyList list() {
        registers.now();
        return new ApiKeyList(keys.newestFirst().stream().map(ApiKey::view).toList());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getApiKey", summary = "One key")
    public ApiKeyView one(@Parameter(description = "Id of the key.") @PathParam("id") String id) {
        registers.now();
        return keys.byId(id).view();
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "revokeApiKey", summary = "Revoke a key, from now on and for ever")
    public ApiKeyView revoke(@Parameter(description = "Id of the key.") @PathParam("id") String id) {
        return issuer.revoke(id, access.caller().actor());
    }
}
