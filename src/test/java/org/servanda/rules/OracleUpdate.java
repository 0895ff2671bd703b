package org.servanda.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/** An update that was accepted, with the entry from which on it counts. */
record OracleUpdate(long revision, Instant recordedAt, Fact.Reported said) {

    // Rule 1.3: the day first, and of one day the order of recording.
    static final Comparator<OracleUpdate> IN_ORDER =
            Comparator.comparing(OracleUpdate::day).thenComparing(OracleUpdate::revision);

    String id() {
        return said.id();
    }

    LocalDate day() {
        return said.day();
    }

    String status() {
        return said.status();
    }

    String party() {
        return said.party();
    }

    // Rule 2.3
    boolean aboutTheWhole() {
        return said.party() == null;
    }

    boolean bySecretariat() {
        return ActorName.secretariat(said.submittedBy());
    }
}
