package org.servanda.web;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Takes a body and breaks on demand: what the read API has no endpoint for yet, only in tests. */
@Path("/api/v1/test-bodies")
public class BodiesResource {

    public record Body(String title, int n) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "testEcho", hidden = true)
    public Body echo(Body body) {
        BodyValidation validation = new BodyValidation();
        validation.required(body.title(), "/title");
        if (body.n() < 0) validation.fault("/n", "must not be negative");
        validation.throwIfInvalid();
        return body;
    }

    @GET
    @Operation(operationId = "testBreak", hidden = true)
    public Body broken() {
        throw new IllegalStateException("select secret from nowhere");
    }
}
