package org.servanda.verify;

import java.time.LocalDate;
import java.util.List;

/**
 * A statement of where the whole or a party stands: by an update, or by the text.
 *
 * @param id of the update; for the text, which of its readings
 * @param on the day of the update; null for the text
 */
record StatusStatement(String id, LocalDate on, Status status, Assurance assurance, String successor) {

    static StatusStatement ofUpdate(CommitmentEvent update, int evidenceCount) {
        // Rule 6.1: an update without evidence, and one with some.
        Assurance assurance = evidenceCount > 0 ? Assurance.evidenced : Assurance.self_reported;
        JsonObject body = update.body();
        return new StatusStatement(update.id(), update.on(), Status.of(body), assurance, body.textOr("successor"));
    }

    /** @param readings of the text, in the order of their recording */
    static StatusStatement ofText(List<CommitmentEvent> readings) {
        // Rule 6.10: another reading of the status is another thing to judge.
        CommitmentEvent first = null;
        for (CommitmentEvent reading : readings) if (first == null || !sameStatus(first, reading)) first = reading;
        String id = "the text as read in entry " + first.entry();
        return new StatusStatement(id, null, Status.of(first.body()), Assurance.stated_in_text, null);
    }

    private static boolean sameStatus(CommitmentEvent former, CommitmentEvent later) {
        return former.body().text("status").equals(later.body().text("status"))
                && former.body()
                        .object("statusBasis")
                        .values()
                        .equals(later.body().object("statusBasis").values());
    }

    boolean byText() {
        return on == null;
    }
}
