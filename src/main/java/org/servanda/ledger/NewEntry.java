package org.servanda.ledger;

import java.time.LocalDate;

/**
 * A change on its way into the ledger.
 *
 * @param actor who makes it
 * @param subject what is changed, as kind/code, such as commitment/ACJS-2024.III.2
 * @param kind what is done to it: recorded, corrected, withdrawn
 * @param effectiveOn the day in the world from which it holds; null when it has none
 * @param reason why, where the kind needs one; null otherwise
 * @param body the state after the change, whole
 */
public record NewEntry(String actor, String subject, String kind, LocalDate effectiveOn, String reason, Record body) {

    public NewEntry {
        if (actor.isBlank() || subject.isBlank() || kind.isBlank())
            throw new IllegalArgumentException("an entry needs actor, subject and kind");
    }
}
