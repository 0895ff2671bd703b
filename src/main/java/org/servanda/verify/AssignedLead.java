package org.servanda.verify;

import java.time.LocalDate;
import java.util.List;

/**
 * The party that was assigned to lead.
 *
 * @param unit of the party, in both languages, as the edit has it; null when none is named
 * @param since the first day of the run of days with the same party and unit
 */
record AssignedLead(String party, Object unit, LocalDate since) {

    /** The party that leads: the one assigned, else the only one that the text names as owner; null without one. */
    static String leader(JsonObject text, AssignedLead assigned) {
        if (assigned != null) return assigned.party;
        List<String> owners = text.object("owner").textsOr("parties");
        return owners.size() == 1 ? owners.get(0) : null;
    }
}
