package org.servanda.commitments.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.servanda.commitments.AssessmentFinding;
import org.servanda.commitments.Assurance;
import org.servanda.commitments.timeline.CommitmentEvent.Assessed;

/**
 * A finding of an assessor and what it judged: what decided the whole on its day, as recorded before it (rule 6.3). It holds
 * only while that decides: whatever was recorded afterwards, the assessor has not seen.
 * Stated a second time, independently, in {@code org.servanda.verify.AssessmentJudgement}.
 *
 * @param judged ids of the reports that decided, and one for the text where that did
 * @param evidenced whether what it judged had evidence, or the assessment brought some
 */
record AssessmentJudgement(LocalDate on, AssessmentFinding finding, Set<String> judged, boolean evidenced) {

    /** Those that count, in the order of the world. @param facts in the order of their recording */
    static List<AssessmentJudgement> of(List<CommitmentEvent> events) {
        List<Assessed> all = events.stream()
                .filter(Assessed.class::isInstance)
                .map(Assessed.class::cast)
                .toList();
        List<AssessmentJudgement> judgements = new ArrayList<>();
        for (Assessed each : Timeline.uncorrected(all)) {
            // Rule 6.6: one without a finding leaves that before it.
            if (each.outcome().finding() == null) continue;
            Timeline.progressOn(each.effectiveOn(), events.subList(0, events.indexOf(each)))
                    .map(decidedProgress -> new AssessmentJudgement(
                            each.effectiveOn(),
                            each.outcome().finding(),
                            decidedProgress.decidedBy(),
                            each.outcome().hasEvidence()
                                    || decidedProgress.progress().assurance() == Assurance.evidenced))
                    .ifPresent(judgements::add);
        }
        judgements.sort(Comparator.comparing(AssessmentJudgement::on));
        return judgements;
    }

    /**
     * What the last of the findings that hold makes of it (rules 6.4, 6.5, 6.7 and 6.8).
     *
     * @param decidedBy what decides the whole on the day
     * @param reported what the reports alone give
     */
    static Assurance assurance(
            List<AssessmentJudgement> judgements, LocalDate day, Set<String> decidedBy, Assurance reported) {
        return judgements.stream()
                .filter(each -> !each.on().isAfter(day) && each.judged().equals(decidedBy))
                .reduce((earlier, later) -> later)
                .map(each -> each.makesOf(reported))
                .orElse(reported);
    }

    private Assurance makesOf(Assurance reported) {
        if (finding == AssessmentFinding.disputed) return Assurance.disputed;
        return evidenced ? Assurance.verified : reported;
    }
}
