package org.servanda.keys;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.access.Role;
import org.servanda.text.Characters;
import org.servanda.web.Problem.Fault;

/** A key that is wanted. */
@Schema(description = "A key to be issued.")
record NewApiKey(
        @Schema(required = true, description = "What it is for.") Role role,
        @Schema(
                        description =
                                "Code of the only party it speaks for; needed for contributors, possible for readers.",
                        examples = "TH")
                String party,
        @Schema(
                        required = true,
                        minLength = 1,
                        maxLength = LONGEST_LABEL,
                        description = "Who holds it or what it is used for.",
                        examples = "Ministry of Digital Economy, reporting")
                String label,
        @Schema(description = "When it ends: in the future, at most 365 days ahead, which is also the default.")
                Instant expiresAt) {

    static final int LONGEST_LABEL = 200;

    /** Long enough for a year's reporting, short enough that forgotten keys die out. */
    static final Duration LONGEST_LIFE = Duration.ofDays(365);

    /** All that is wrong with it; {@code parties} are the codes that are known. */
    List<Fault> faults(List<String> parties, Instant now) {
        List<Fault> faults = new ArrayList<>();
        if (role == null) faults.add(Fault.body("/role", "is missing"));
        if (role == Role.contributor && party == null)
            faults.add(Fault.body("/party", "is missing: a contributor speaks for a party"));
        boolean mayHaveParty = role == null || role == Role.contributor || role == Role.reader;
        if (party != null && !mayHaveParty)
            faults.add(Fault.body("/party", "must be absent: only contributors and readers belong to a party"));
        else if (party != null && !parties.contains(party))
            faults.add(Fault.body("/party", "no party has the code " + party).allowing(parties, party));
        if (label == null) faults.add(Fault.body("/label", "is missing"));
        else if (Characters.length(label) > LONGEST_LABEL)
            faults.add(Fault.body("/label", "is longer than " + LONGEST_LABEL + " characters"));
        Fault.line(label, "/label").ifPresent(faults::add);
        if (expiresAt != null && !expiresAt.isAfter(now)) faults.add(Fault.body("/expiresAt", "is not in the future"));
        if (expiresAt != null && expiresAt.isAfter(now.plus(LONGEST_LIFE)))
            faults.add(Fault.body("/expiresAt", "is more than " + LONGEST_LIFE.toDays() + " days ahead"));
        return faults;
    }

    /** To the microsecond: both stores keep no more. */
    Instant expiry(Instant now) {
        return expiresAt == null ? now.plus(LONGEST_LIFE) : expiresAt.truncatedTo(ChronoUnit.MICROS);
    }
}
