package org.servanda.rules;

import java.time.LocalDate;

/**
 * Where one party is to be seen on a day.
 *
 * @param bound whether the text binds it; else it is assigned to lead
 * @param status null when it has none
 * @param lastUpdate id of its latest update that counts
 * @param overdue whether coverage counts it as overdue
 */
public record ExpectedParty(
        String party,
        boolean bound,
        boolean lead,
        String status,
        LocalDate since,
        Integer percent,
        LocalDate percentOn,
        String assurance,
        String freshness,
        String lastUpdate,
        boolean overdue) {

    // Rule 4.5
    public String partyStatus() {
        return status == null ? "not_reported" : status;
    }
}
