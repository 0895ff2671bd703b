package org.servanda.parties;

import java.util.List;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import org.servanda.ledger.ReadPoints;
import org.servanda.ledger.TimeParameters;

@Path("/api/v1/parties")
@Tag(name = "Reference data")
@Transactional
class PartyResource {

    @Schema(description = "All parties, states first.")
    public record PartyList(@Schema(required = true, description = "The parties.") List<PartyView> items) {}

    private final ReadPoints readPoints;
    private final Parties parties;

    PartyResource(ReadPoints readPoints, Parties parties) {
        this.readPoints = readPoints;
        this.parties = parties;
    }

    @GET
    @Operation(
            operationId = "listParties",
            summary = "List the parties",
            description =
                    "Gives the codes that the filters party, owner and reporter take: states, organisations, ministries, meetings and companies, with their names in both languages.")
    public PartyList list(@BeanParam TimeParameters time) {
        return new PartyList(parties.views(readPoints.at(time)));
    }

    @GET
    @Path("/{code}")
    @Operation(
            operationId = "getParty",
            summary = "One party",
            description =
                    "Shows the names of one party, and the ISO 3166 codes of a state. An unknown code is answered with 404.")
    public PartyView one(
            @Parameter(description = "Code of the party.", example = "LA") @PathParam("code") String code,
            @BeanParam TimeParameters time) {
        return parties.view(code, readPoints.at(time));
    }
}
