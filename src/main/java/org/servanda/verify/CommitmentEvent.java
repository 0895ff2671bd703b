package org.servanda.verify;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An event from which the state of a commitment follows: what one entry says about the commitment or about its instrument.
 * States again {@code org.servanda.commitments.timeline.CommitmentEvent} in the register's program.
 *
 * @param entry number of the entry
 * @param on the day in the world from which the event holds; null for a reading of the text and for an instrument
 */
record CommitmentEvent(long entry, Instant recordedAt, String kind, LocalDate on, JsonObject body) {

    static final String INSTRUMENT = "instrument";
    static final String EDITED = "edited";
    static final String UPDATE_ACCEPTED = "accepted";
    static final String ASSESSED = "assessed";
    static final String EVIDENCE_ADDED = "evidence";
    static final String MILESTONE_STATED = "milestone";

    private static final Set<String> WITH_DAY =
            Set.of(EDITED, UPDATE_ACCEPTED, ASSESSED, EVIDENCE_ADDED, MILESTONE_STATED);
    private static final Set<String> TEXT_RECORDED = Set.of("recorded", "corrected");

    static CommitmentEvent of(Entry entry) {
        if (entry.subjectType().equals(INSTRUMENT))
            return new CommitmentEvent(
                    entry.number(),
                    entry.recordedAt(),
                    INSTRUMENT,
                    null,
                    entry.body().object("view"));
        boolean hasDay = WITH_DAY.contains(entry.kind());
        if (!hasDay && !TEXT_RECORDED.contains(entry.kind()))
            throw new RefusedException(entry.place() + " kind", "bears on no standing: " + entry.kind());
        if (hasDay && entry.on() == null) throw new RefusedException(entry.place() + " effectiveOn", "is missing");
        return new CommitmentEvent(
                entry.number(), entry.recordedAt(), entry.kind(), hasDay ? entry.on() : null, entry.body());
    }

    /** The events of a kind, in the same order. */
    static List<CommitmentEvent> ofKind(String kind, List<CommitmentEvent> events) {
        return events.stream().filter(event -> event.kind.equals(kind)).toList();
    }

    /** The events that none of the same list corrects, in the order of days and, within a day, of recording. */
    static List<CommitmentEvent> uncorrected(List<CommitmentEvent> events) {
        Set<String> corrected = new HashSet<>();
        for (CommitmentEvent event : events) corrected.add(event.corrects());
        // Sorting keeps the order of recording within a day.
        return events.stream()
                .filter(event -> !corrected.contains(event.id()))
                .sorted(Comparator.comparing(CommitmentEvent::on))
                .toList();
    }

    /** Whether the event is a reading of the text. */
    boolean recordsText() {
        return TEXT_RECORDED.contains(kind);
    }

    boolean hasDay() {
        return WITH_DAY.contains(kind);
    }

    boolean isBy(LocalDate day) {
        return !on.isAfter(day);
    }

    String id() {
        return body.text("id");
    }

    /** The id of the update or assessment that this event corrects; null when there is none. */
    String corrects() {
        return body.textOr("corrects");
    }

    /** The id of the update that this evidence backs; null when there is none. */
    String backs() {
        return body.textOr("backs");
    }

    boolean clears(String field) {
        return body.textsOr("cleared").contains(field);
    }

    /** How many items of evidence an update, an assessment or a milestone brings. */
    int evidenceCount() {
        return body.listOr("evidence").size();
    }
}
