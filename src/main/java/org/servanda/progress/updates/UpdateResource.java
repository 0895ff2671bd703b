package org.servanda.progress.updates;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import org.servanda.ledger.TimeParameters;
import org.servanda.web.NextLink;

/** Endpoints that read updates: the list of all, which holds the queue of decisions, and one update. */
@Path(UpdateResource.PATH)
@Tag(name = "Progress")
@Transactional
class UpdateResource {

    static final String PATH = "/api/v1/updates";

    private final UpdateQueries queries;

    UpdateResource(UpdateQueries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(
            operationId = "listUpdates",
            summary = "List the updates, oldest first; state=submitted is the queue that waits for decisions",
            description =
                    "For the secretariat, which decides what waits, and for programs that follow all updates. Without a key only accepted updates are shown. A cursor holds for the same filter only.")
    public RestResponse<UpdatePage> list(
            @BeanParam UpdateParameters filter, @BeanParam TimeParameters time, @Context UriInfo uri) {
        UpdatePage page = queries.page(filter, time);
        return NextLink.response(page, page.next(), uri);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getUpdate",
            summary = "One update",
            description =
                    "Shows one update with its evidence, its state and the decision on it. An update that waits or was returned is answered with 404 to all but its own party, the secretariat and auditors.")
    public UpdateView one(
            @Parameter(description = "Id of the update.", example = "ACJS-2024.III.2-U1") @PathParam("id") String id,
            @BeanParam TimeParameters time) {
        return queries.one(id, time);
    }
}
