package org.servanda.ledger;

import java.time.LocalDate;

/**
 * An entry before it is appended to the ledger.
 *
 * @param actor who makes the change
 * @param subject the thing that is changed, as noun/code, such as commitment/ACJS-2024.III.2
 * @param kind the kind of change: recorded, corrected, withdrawn
 * @param effectiveOn the day from which the change is effective; null when it has none
 * @param reason the reason, where the kind needs one; null otherwise
 * @param body the whole state after the change
 */
public record NewEntry(String actor, String subject, String kind, LocalDate effectiveOn, String reason, Record body) {

    public NewEntry {
        if (actor.isBlank() || subject.isBlank() || kind.isBlank())
            throw new IllegalArgumentException("an entry needs actor, subject and kind");
    }
}
