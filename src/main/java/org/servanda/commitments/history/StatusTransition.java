package org.servanda.commitments.history;

import java.time.LocalDate;

import org.servanda.commitments.Status;
import org.servanda.ledger.Entry;

/**
 * A step of a commitment, or of one of its parties, from one status to another.
 *
 * @param on the day in the world from which the new one holds
 * @param party whose status it is; null for the commitment as a whole
 * @param cause the entry that says so: a report, else an edit or a reading of the text
 * @param update id of the report; null where it was none
 * @param first whether it holds from the first day of the commitment, so that nothing was before it but the text
 */
public record StatusTransition(
        LocalDate effectiveOn, String party, Status from, Status to, Entry cause, String updateId, boolean first) {

    /** Whether it took up again what was closed. */
    public boolean reopens() {
        return from.reopens(to);
    }
}
