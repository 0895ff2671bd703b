package org.servanda.commitments.search;

import java.util.List;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import org.servanda.commitments.links.LinkView;
import org.servanda.commitments.standings.CommitmentView;
import org.servanda.ledger.ReadPoints;
import org.servanda.ledger.TimeParameters;
import org.servanda.web.NextLink;
import org.servanda.web.ResponseContext;

@Path("/api/v1/commitments")
@Tag(name = "Commitments", description = "What was promised, where it stands, and counts of it.")
@Transactional
class CommitmentResource {

    @Schema(description = "The links of a commitment.")
    public record LinkList(
            @Schema(required = true, description = "The links, by the other commitment's code.")
                    List<LinkView> items) {}

    private final ListRequestParser listRequestParser;
    private final CommitmentQueries pages;
    private final ReadPoints readPoints;
    private final ResponseContext form;

    CommitmentResource(
            ListRequestParser listRequestParser, CommitmentQueries pages, ReadPoints readPoints, ResponseContext form) {
        this.listRequestParser = listRequestParser;
        this.pages = pages;
        this.readPoints = readPoints;
        this.form = form;
    }

    @GET
    @Operation(operationId = "listCommitments", summary = "List, filter and search the commitments")
    public RestResponse<CommitmentPage> list(
            @BeanParam FilterParameters filter,
            @BeanParam PageParameters page,
            @BeanParam TimeParameters time,
            @Context UriInfo uri) {
        ListRequest request = listRequestParser.listRequest(filter, page, time);
        form.selectFields(request.fields());
        CommitmentPage answer = pages.page(request);
        return NextLink.response(answer, answer.next(), uri);
    }

    @GET
    @Path("/{code}")
    @Operation(operationId = "getCommitment", summary = "One commitment with its passages, standing, owner and links")
    public CommitmentView one(
            @Parameter(description = "Code of the commitment.", example = "ACJS-2024.III.2") @PathParam("code")
                    String code,
            @Parameter(description = "Only these fields, comma-separated; code is always there.") @QueryParam("fields")
                    List<String> fields,
            @BeanParam TimeParameters time) {
        form.selectFields(listRequestParser.fields(fields));
        return pages.view(code, readPoints.at(time));
    }

    @GET
    @Path("/{code}/parties")
    @Operation(
            operationId = "listCommitmentParties",
            summary = "Where each party of this commitment stands, and how the whole follows from that")
    public PartyStandings parties(
            @Parameter(description = "Code of the commitment.", example = "ACJS-2024.III.2") @PathParam("code")
                    String code,
            @BeanParam TimeParameters time) {
        return pages.parties(code, readPoints.at(time));
    }

    @GET
    @Path("/{code}/links")
    @Operation(
            operationId = "listCommitmentLinks",
            summary = "Where else the same was promised: links from and to this commitment")
    public LinkList links(
            @Parameter(description = "Code of the commitment.", example = "CNS-2025.27") @PathParam("code") String code,
            @BeanParam TimeParameters time) {
        return new LinkList(pages.linksOf(code, readPoints.at(time)));
    }
}
