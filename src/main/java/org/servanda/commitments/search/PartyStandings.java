package org.servanda.commitments.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.commitments.Assurance;
import org.servanda.commitments.Freshness;
import org.servanda.commitments.LastUpdate;
import org.servanda.commitments.RollUp;
import org.servanda.commitments.Status;
import org.servanda.commitments.timeline.CommitmentDetails;
import org.servanda.commitments.timeline.CommitmentState;
import org.servanda.ledger.ReadPoint;
import org.servanda.text.PrintedAs;

/** The progress of each party of a commitment, as it is answered. */
@Schema(description = "Where each party of a commitment stands, and how the whole follows from that.")
public record PartyStandings(
        @Schema(required = true, description = "Code of the commitment.") String commitment,
        @Schema(required = true, description = "How the whole follows from the parties.") RollUp rollUp,
        @Schema(required = true, description = "Where the commitment as a whole stands.") Status status,
        @Schema(
                        required = true,
                        description =
                                "The parties bound or taking part, and the one assigned to lead where the text does not bind it, by code.")
                List<PartyStandingView> items,
        @Schema(required = true, description = "The day whose state was read, in the register's zone.") LocalDate asOf,
        @Schema(required = true, description = "When the last entry that counts was recorded (UTC).") Instant knownAt,
        @Schema(required = true, description = "Revision of the register that was read.") long revision) {

    @Schema(name = "PartyStanding", description = "Where one party stands.")
    public record PartyStandingView(
            @Schema(required = true, description = "Code of the party.") String party,
            @Schema(required = true, description = "Whether it leads: assigned, or the only one that the text names.")
                    boolean lead,
            @Schema(
                            description =
                                    "Where it stands, by its own word, or where rollUp is all or any also by a report of the secretariat about the whole; absent when nothing was reported for it separately.")
                    Status status,
            @Schema(description = "The day from which that holds.") LocalDate since,
            @Schema(
                            description =
                                    "How much is done, 0 to 100, as the last report says that gave it while its status was the same.")
                    @PrintedAs(PrintedAs.PERCENT)
                    Integer percent,
            @Schema(description = "The day of the report that gave the percent.") LocalDate percentOn,
            @Schema(
                            required = true,
                            description =
                                    "How recently it reported; not_due when its part or the whole is closed; derived.")
                    Freshness freshness,
            @Schema(description = "How well its standing is backed.") Assurance assurance,
            @Schema(description = "Its latest accepted update; party is absent where it spoke of all.")
                    LastUpdate lastUpdate) {}

    static PartyStandings of(CommitmentState state, ReadPoint at) {
        CommitmentDetails details = state.details();
        return new PartyStandings(
                details.text().code(),
                details.rule(),
                state.progress().status(),
                parties(details).stream()
                        .map(party -> item(party, state, at.asOf()))
                        .toList(),
                at.asOf(),
                at.knownAt(),
                at.revision());
    }

    /** Rule 4.11. */
    private static Set<String> parties(CommitmentDetails details) {
        Set<String> parties = new TreeSet<>(details.text().parties());
        if (details.assigned() != null) parties.add(details.assigned().party());
        return parties;
    }

    private static PartyStandingView item(String party, CommitmentState state, LocalDate day) {
        boolean lead = party.equals(state.details().lead());
        return state.progress()
                .ofParty(party)
                .map(progress -> new PartyStandingView(
                        party,
                        lead,
                        progress.status(),
                        progress.since(),
                        progress.percent(),
                        progress.percentOn(),
                        state.freshness(party, day),
                        progress.assurance(),
                        progress.lastUpdate()))
                .orElseGet(() -> new PartyStandingView(
                        party, lead, null, null, null, null, state.freshness(party, day), null, null));
    }
}
