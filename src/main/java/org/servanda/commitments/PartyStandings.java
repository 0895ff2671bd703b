package org.servanda.commitments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.ledger.Coordinates;

/** Where each party of a commitment stands. */
@Schema(description = "Where each party of a commitment stands, and how the whole follows from that.")
public record PartyStandings(
        @Schema(required = true, description = "Code of the commitment.") String commitment,
        @Schema(required = true, description = "How the whole follows from the parties.") RollUp rollUp,
        @Schema(required = true, description = "Where the commitment as a whole stands.") Status status,
        @Schema(required = true, description = "The parties bound or taking part, by code.") List<Item> items,
        @Schema(required = true, description = "The day whose state was read, in the register's zone.") LocalDate asOf,
        @Schema(required = true, description = "When the last entry that counts was recorded (UTC).") Instant knownAt,
        @Schema(required = true, description = "Revision of the register that was read.") long revision) {

    @Schema(name = "PartyStanding", description = "Where one party stands.")
    public record Item(
            @Schema(required = true, description = "Code of the party.") String party,
            @Schema(required = true, description = "Whether it leads: assigned, or the only one that the text names.")
                    boolean lead,
            @Schema(description = "Where it stands; absent when it never reported.") Status status,
            @Schema(description = "The day from which that holds.") LocalDate since,
            @Schema(description = "How much is done, 0 to 100, as its last report says.") Integer percent,
            @Schema(required = true, description = "How recently it reported; derived.") Freshness freshness,
            @Schema(description = "How well its standing is backed.") Assurance assurance,
            @Schema(description = "Its latest accepted update; party is absent where it spoke of all.")
                    LastUpdate lastUpdate) {}

    static PartyStandings of(State state, Coordinates at) {
        Details details = state.details();
        return new PartyStandings(
                details.promise().code(),
                details.rule(),
                state.progress().status(),
                details.promise().parties().stream()
                        .sorted()
                        .map(party -> item(party, state, at.asOf()))
                        .toList(),
                at.asOf(),
                at.knownAt(),
                at.revision());
    }

    private static Item item(String party, State state, LocalDate day) {
        boolean lead = party.equals(state.details().lead());
        return state.progress()
                .of(party)
                .map(its -> new Item(
                        party,
                        lead,
                        its.status(),
                        its.since(),
                        its.percent(),
                        Freshness.of(true, its.reportDue(), day),
                        its.assurance(),
                        its.lastUpdate()))
                .orElseGet(() -> new Item(party, lead, null, null, null, Freshness.never_reported, null, null));
    }
}
