package org.servanda.verify;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The bitemporal replay of the ledger: it works out the state of a commitment on a day (as of) from the events that were
 * recorded by an entry (known at). States again {@code org.servanda.commitments.timeline.BitemporalReplay} in the register's
 * program.
 *
 * <p>The rules are those of docs/rules.md in the register's program. Each rule that a row follows from stands in one place,
 * in a comment with its number:
 *
 * <ul>
 *   <li>1, two times: {@link Replay}, {@link Timeline}, {@link EditTimeline};
 *   <li>2 and 3, which updates count and for whom they speak: {@link UncorrectedUpdate};
 *   <li>4, the whole and the parties: {@link StatusTimeline}, {@link StatusDecision}, {@link CommitmentState};
 *   <li>5, since, percent, successor: {@link StatusTimeline}, {@link Percent}, {@link StatusDecision};
 *   <li>6, assessments: {@link Assessments}, {@link AssessmentJudgement};
 *   <li>7, evidence: {@link EvidenceCount};
 *   <li>8, freshness: {@link ReportingDuty}, {@link Freshness};
 *   <li>9, schedule: {@link Schedule};
 *   <li>10, edits: {@link EditTimeline}.
 * </ul>
 *
 * <p>Not here are the rules by which the register takes in or refuses what is sent to it (it applied them when an entry was
 * made), and those of its other pages: queue, coverage, milestones by themselves, history, changes.
 */
final class Replay {

    private final List<CommitmentEvent> events;

    /** By the number of the first events that are known. */
    private final Map<Integer, Timeline> timelines = new HashMap<>();

    /** By the entry of the assessment. */
    private final Map<Long, AssessmentJudgement> judgements = new HashMap<>();

    /** @param events in the order of their recording */
    Replay(List<CommitmentEvent> events) {
        this.events = events;
    }

    /** The state on a day, as known after all events; null where the commitment is absent. */
    CommitmentState on(LocalDate day) {
        return on(day, events.size());
    }

    private CommitmentState on(LocalDate day, int known) {
        // Rule 1.1: nothing that was recorded later is used.
        Timeline timeline = timeline(known);
        // Rule 1.2: before the adoption, and before its own entry, it is absent.
        return timeline == null || day.isBefore(timeline.adopted()) ? null : timeline.on(day);
    }

    /** The event that made the state on a day what it is: the last one before which the state was another. */
    CommitmentEvent origin(LocalDate day) {
        CommitmentState state = on(day);
        int known = events.size();
        while (known > 0 && (isSilent(events.get(known - 1), day) || Objects.equals(state, on(day, known - 1))))
            known--;
        return known == 0 ? null : events.get(known - 1);
    }

    /** Whether an event says nothing about the day: it speaks of later days only, and of no earlier event. */
    private static boolean isSilent(CommitmentEvent event, LocalDate day) {
        return event.on() != null && !event.isBy(day) && event.corrects() == null && event.backs() == null;
    }

    /** Null as long as instrument or text is missing. */
    private Timeline timeline(int known) {
        List<CommitmentEvent> first = events.subList(0, known);
        boolean present = first.stream().anyMatch(CommitmentEvent::recordsText)
                && first.stream().anyMatch(event -> event.kind().equals(CommitmentEvent.INSTRUMENT));
        return present ? timelines.computeIfAbsent(known, count -> new Timeline(first, this::judgement)) : null;
    }

    private AssessmentJudgement judgement(CommitmentEvent assessment) {
        return judgements.computeIfAbsent(assessment.entry(), entry -> {
            // Rule 6.3: what decided the whole on the day of the assessment, as recorded before it.
            Timeline before = timeline(events.indexOf(assessment));
            return before == null ? AssessmentJudgement.NOTHING : before.judgedOn(assessment.on());
        });
    }
}
