package org.servanda.verify;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * All of the state of a commitment on a day: two states that are equal look the same to every reader. States again {@code
 * org.servanda.commitments.timeline.CommitmentState} in the register's program.
 *
 * @param fields of the text, with what edits have set in it
 * @param lead null while no party is assigned
 * @param supporting codes of the parties assigned to support
 * @param byText whether no update decides the whole, so that the basis of its status is shown (rule 5.9)
 * @param reported whether anybody reported for whom the whole waits
 * @param lastUpdate the update with the latest day, about whatever party; null when there is none
 * @param assessment the result of the last assessment; null while there is none
 * @param evidenceCount how many items of evidence there are
 * @param parties the progress of each party that has a status
 */
record CommitmentState(
        Map<String, Object> fields,
        AssignedLead lead,
        List<?> supporting,
        RollUp rollUp,
        Progress whole,
        boolean byText,
        boolean reported,
        LastUpdate lastUpdate,
        String assessment,
        int evidenceCount,
        Map<String, Progress> parties) {

    private static final String NOT_REPORTED = "not_reported";

    /**
     * An update in short.
     *
     * @param party null where the update is about the whole
     * @param narrative in both languages, as the entry has it; null when there is none
     */
    record LastUpdate(String id, LocalDate on, Instant recordedAt, String party, Object narrative) {}

    JsonObject text() {
        return new JsonObject(fields, "the promise");
    }

    /** Codes of the parties that are to report. */
    List<String> reporters() {
        // Rule 8.7: the lead, where the whole follows from one, else every party bound.
        String leader = AssignedLead.leader(text(), lead);
        return rollUp == RollUp.lead && leader != null ? List.of(leader) : text().texts("parties");
    }

    /** Where a party bound stands. */
    String statusOf(String party) {
        // Rule 4.11: lists and counts are about the parties bound, not about a lead that is not.
        boolean shown = text().texts("parties").contains(party) && parties.containsKey(party);
        return shown ? parties.get(party).status().name() : NOT_REPORTED;
    }
}
