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

/** The request body that issues an API key. */
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
                        maxLength = MAX_LABEL_LENGTH,
                        description = "Who holds it or what it is used for.",
                        examples = "Ministry of Digital Economy, reporting")
                String label,
        @Schema(description = "When it ends: in the future, at most 365 days ahead, which is also the default.")
                Instant expiresAt) {

    static final int MAX_LABEL_LENGTH = 200;

    /** Long enough for a year's reporting, short enough that forgotten keys expire. */
    static final Duration MAX_LIFETIME = Duration.ofDays(365);

    /** Every fault of the body; {@code parties} are the codes of the register. */
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
        else if (Characters.length(label) > MAX_LABEL_LENGTH)
            faults.add(Fault.body("/label", "is longer than " + MAX_LABEL_LENGTH + " characters"));
        Fault.line(label, "/label").ifPresent(faults::add);
        if (expiresAt != null && !expiresAt.isAfter(now)) faults.add(Fault.body("/expiresAt", "is not in the future"));
        if (expiresAt != null && expiresAt.isAfter(now.plus(MAX_LIFETIME)))
            faults.add(Fault.body("/expiresAt", "is more than " + MAX_LIFETIME.toDays() + " days ahead"));
        return faults;
    }

    /** When the key expires, to the microsecond, since both databases store no more. */
    Instant expiry(Instant now) {
        return expiresAt == null ? now.plus(MAX_LIFETIME) : expiresAt.truncatedTo(ChronoUnit.MICROS);
    }
}
