package org.servanda.verify;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An accepted update that no other update corrects, and whose word it is. States again {@code
 * org.servanda.commitments.timeline.UncorrectedUpdate} in the register's program.
 *
 * @param speaker the party whose word it is; null where it is the word of the secretariat about the whole
 * @param evidenceCount how many items of evidence back it
 */
record UncorrectedUpdate(CommitmentEvent event, String speaker, int evidenceCount) {

    /**
     * @param events in the order of their recording
     * @return the updates that count, in the order of days and, within a day, of recording
     */
    static List<UncorrectedUpdate> allOf(List<CommitmentEvent> events) {
        List<CommitmentEvent> accepted = CommitmentEvent.ofKind(CommitmentEvent.UPDATE_ACCEPTED, events);
        List<CommitmentEvent> added = CommitmentEvent.ofKind(CommitmentEvent.EVIDENCE_ADDED, events);
        Map<String, String> speakers = speakers(accepted);
        // Rules 2.1 and 3.5: what another update corrects does not count, nor does it come back.
        return CommitmentEvent.uncorrected(accepted).stream()
                .map(update -> new UncorrectedUpdate(
                        update, speakers.get(update.id()), update.evidenceCount() + backing(update, added)))
                .toList();
    }

    /** The updates up to a day. */
    static List<UncorrectedUpdate> by(LocalDate day, List<UncorrectedUpdate> updates) {
        return updates.stream().takeWhile(update -> update.event.isBy(day)).toList();
    }

    /** The party whose word each update is, by the id of the update. */
    private static Map<String, String> speakers(List<CommitmentEvent> updates) {
        Map<String, String> speakers = new HashMap<>();
        for (CommitmentEvent update : updates) {
            String speaker = update.body().textOr("party");
            // Rule 2.4: the update of a focal point is the word of its party.
            if (speaker == null) speaker = partyOfFocalPoint(update.body().text("submittedBy"));
            // Rule 2.5: a correction by the secretariat speaks for the party for which the corrected update spoke.
            if (speaker == null && update.corrects() != null) speaker = speakers.get(update.corrects());
            speakers.put(update.id(), speaker);
        }
        return speakers;
    }

    /** The party of a focal point, whose name is contributor/TH/key; null for other names. */
    private static String partyOfFocalPoint(String actor) {
        String[] path = actor.split("/");
        return path.length > 1 && path[0].equals("contributor") ? path[1] : null;
    }

    /** How many items of evidence were added to an update. */
    private static int backing(CommitmentEvent update, List<CommitmentEvent> added) {
        // Rule 7.2: evidence that was added has been there since the day of the update.
        // Rule 3.7: it goes with the update, so nobody asks for it where that was corrected.
        return (int) added.stream()
                .filter(evidence -> update.id().equals(evidence.backs()))
                .count();
    }

    LocalDate on() {
        return event.on();
    }

    /** The party that the update names; null where it is about the whole. */
    String party() {
        // Rule 2.3
        return event.body().textOr("party");
    }

    StatusStatement statement() {
        return StatusStatement.ofUpdate(event, evidenceCount);
    }

    CommitmentState.LastUpdate shortened() {
        return new CommitmentState.LastUpdate(
                event.id(),
                event.on(),
                event.recordedAt(),
                party(),
                event.body().value("narrative"));
    }
}
