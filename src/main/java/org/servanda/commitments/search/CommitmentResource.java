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
@Tag(name = "Commitments")
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
    @Operation(
            operationId = "listCommitments",
            summary = "List, filter and search the commitments",
            description =
                    "The main list of the register, in pages. Each filter takes several values; several filters must all hold. A code, word or parameter that does not exist is refused with 400, and the answer names the nearest one.")
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
    @Operation(
            operationId = "getCommitment",
            summary = "One commitment with its passages, standing, owner and links",
            description =
                    "Everything that is known of one commitment at the read point, in full. It is absent (404) before its instrument was adopted and before it was recorded.")
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
            summary = "Where each party of this commitment stands, and how the whole follows from that",
            description =
                    "For focal points and readers of one party. A party of which nothing counts has no status. The answer names the rule of the whole: lead, all or any.")
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
            summary = "The links from and to this commitment: where another instrument has the same or a related one",
            description =
                    "For readers who want to see one promise through several instruments. Each link names its type, its basis, and whether a second person reviewed it. Withdrawn links are left out.")
    public LinkList links(
            @Parameter(description = "Code of the commitment.", example = "ACJS-2024.III.2") @PathParam("code")
                    String code,
            @BeanParam TimeParameters time) {
        return new LinkList(pages.linksOf(code, readPoints.at(time)));
    }
}
