package org.servanda.commitments.history;

import java.time.LocalDate;

import org.servanda.commitments.Status;
import org.servanda.ledger.Entry;

/**
 * A transition of a commitment, or of one of its parties, from one status to another.
 *
 * @param effectiveOn the effective date, from which the new status holds
 * @param party code of the party; null for the commitment as a whole
 * @param cause the ledger entry of the update, else of an edit or a reading of the text
 * @param updateId id of the update; null where no update caused it
 * @param first whether it holds from the first day of the commitment, so that only the text was before it
 */
public record StatusTransition(
        LocalDate effectiveOn, String party, Status from, Status to, Entry cause, String updateId, boolean first) {

    /** Whether it reopens a closed commitment. */
    public boolean reopens() {
        return from.reopens(to);
    }
}
