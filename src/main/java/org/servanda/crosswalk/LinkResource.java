package org.servanda.crosswalk;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import org.servanda.commitments.links.LinkType;
import org.servanda.commitments.links.LinkView;
import org.servanda.commitments.search.CommitmentQueries;
import org.servanda.ledger.IdempotentRequests;
import org.servanda.ledger.ReadPoint;
import org.servanda.ledger.ReadPoints;
import org.servanda.ledger.TimeParameters;
import org.servanda.text.MergePatch;
import org.servanda.web.EnumParameters;
import org.servanda.web.ProblemException;

/** Endpoints for the links that start from one commitment: assert, read, change. */
@Path("/api/v1/commitments/{code}/links")
@Tag(name = "Links")
@Transactional
class LinkResource {

    private static final String CODE = "Code of the commitment from which the link starts.";
    private static final String EXAMPLE = "ACJS-2024.III.2";

    private final ReadPoints readPoints;
    private final CommitmentQueries commitments;
    private final LinkEditor linkEditor;
    private final IdempotentRequests idempotent;

    LinkResource(
            ReadPoints readPoints,
            CommitmentQueries commitments,
            LinkEditor linkEditor,
            IdempotentRequests idempotent) {
        this.readPoints = readPoints;
        this.commitments = commitments;
        this.linkEditor = linkEditor;
        this.idempotent = idempotent;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "assertLink",
            summary = "Say how this commitment relates to one of another instrument",
            description =
                    "For the secretariat. Refused are a link within one instrument, a link without a basis (400), and a link that is recorded already (409); same_promise holds in both directions and is recorded once.")
    @APIResponseSchema(value = LinkView.class, responseCode = "201", responseDescription = "The link was recorded.")
    public RestResponse<LinkView> enter(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code,
            @HeaderParam(IdempotentRequests.HEADER) String idempotencyKey,
            NewLink newLink) {
        return idempotent.execute(
                new IdempotentRequests.Request(idempotencyKey, "assertLink", code, newLink), LinkView.class, () -> {
                    LinkView recorded = linkEditor.enter(code, newLink);
                    return new IdempotentRequests.Result<>(
                            "/api/v1/commitments/" + code + "/links/" + recorded.type() + "/" + recorded.to(),
                            recorded);
                });
    }

    @GET
    @Path("/{type}/{to}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getLink",
            summary = "One link that starts from this commitment",
            description =
                    "Shows why the link is held, by whom, and who reviewed it. A link that was withdrawn is answered with 404.")
    public LinkView one(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code,
            @Parameter(
                            description = "How it relates.",
                            example = "contributes_to",
                            schema = @Schema(implementation = LinkType.class))
                    @PathParam("type")
                    String type,
            @Parameter(description = "Code of the other commitment.", example = "BRDE-2023.16.3") @PathParam("to")
                    String to,
            @BeanParam TimeParameters time) {
        ReadPoint at = readPoints.at(time);
        commitments.commitment(code, at);
        return linkEditor.byName(code, type(type), to, at);
    }

    @PATCH
    @Path("/{type}/{to}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeLink",
            summary = "Review a link, judge it anew, or withdraw it",
            description =
                    "For the secretariat. A new judgement or a withdrawal needs a reason, and a new judgement needs a new review. Nobody reviews a link that he asserted himself (400).")
    @APIResponseSchema(value = LinkView.class, responseDescription = "The link as it is now.")
    @APIResponse(responseCode = "204", description = "The link is withdrawn.")
    public RestResponse<LinkView> change(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code,
            @Parameter(
                            description = "How it relates.",
                            example = "contributes_to",
                            schema = @Schema(implementation = LinkType.class))
                    @PathParam("type")
                    String type,
            @Parameter(description = "Code of the other commitment.", example = "BRDE-2023.16.3") @PathParam("to")
                    String to,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MergePatch.MEDIA_TYPE,
                                            schema = @Schema(implementation = LinkDocument.class)))
                    JsonNode patch) {
        return linkEditor
                .change(code, type(type), to, ifMatch, patch)
                .map(RestResponse::ok)
                .orElseGet(RestResponse::noContent);
    }

    private static LinkType type(String word) {
        return EnumParameters.find(word, LinkType.class)
                .orElseThrow(() ->
                        ProblemException.unknown("type of link", word, () -> EnumParameters.words(LinkType.class)));
    }
}
