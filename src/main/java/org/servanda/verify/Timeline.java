package org.servanda.verify;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * The state of a commitment day by day, as known after some of its events. States again {@code
 * org.servanda.commitments.timeline.Timeline} in the register's program.
 */
final class Timeline {

    private final Instrument instrument;
    private final JsonObject text;
    private final EditTimeline edits;
    private final List<UncorrectedUpdate> updates;
    private final StatusTimeline statuses;
    private final Assessments assessments;
    private final EvidenceCount evidence;
    private final ReportingDuty duty;

    /**
     * @param events in the order of their recording, with a reading of the text and an instrument among them
     * @param judgements what each assessment judged
     */
    Timeline(List<CommitmentEvent> events, Function<CommitmentEvent, AssessmentJudgement> judgements) {
        instrument = Instrument.lastOf(events);
        List<CommitmentEvent> readings =
                events.stream().filter(CommitmentEvent::recordsText).toList();
        text = readings.get(readings.size() - 1).body();
        // Rule 2.13: what the text says comes before every update.
        StatusStatement statedInText = StatusStatement.ofText(readings);
        edits = new EditTimeline(CommitmentEvent.ofKind(CommitmentEvent.EDITED, events));
        updates = UncorrectedUpdate.allOf(events);
        statuses = new StatusTimeline(instrument.adopted(), text, statedInText, edits, updates);
        assessments = new Assessments(events, judgements);
        evidence = new EvidenceCount(events, updates, assessments);
        duty = new ReportingDuty(instrument, statuses);
    }

    LocalDate adopted() {
        return instrument.adopted();
    }

    /** What an assessment of a day judges. */
    AssessmentJudgement judgedOn(LocalDate day) {
        return AssessmentJudgement.of(statuses.on(day).whole());
    }

    CommitmentState on(LocalDate day) {
        List<UncorrectedUpdate> past = UncorrectedUpdate.by(day, updates);
        StatusDecision decision = statuses.on(day).whole();
        Progress whole = new Progress(
                decision.status(),
                statuses.since(day),
                statuses.percent(day),
                assessments.assurance(decision, day),
                decision.successor(),
                duty.due(day),
                null);
        return new CommitmentState(
                edits.text(text, day),
                edits.lead(day),
                edits.supporting(day),
                edits.rollUp(day),
                whole,
                decision.byText(),
                duty.reported(day),
                // Rule 5.8
                past.isEmpty() ? null : past.get(past.size() - 1).shortened(),
                assessments.result(day),
                evidence.on(day),
                statuses.parties(day, duty));
    }
}
