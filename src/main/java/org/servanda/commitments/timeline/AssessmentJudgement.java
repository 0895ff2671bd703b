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
 * A finding of an assessor with the updates that it judges: those that decided the whole on the day of the assessment, as
 * recorded before it (rule 6.3). The finding holds only while the same updates decide, since the assessor has seen no
 * later ones.
 * Stated a second time, independently, in {@code org.servanda.verify.AssessmentJudgement}.
 *
 * @param effectiveOn the day of the assessment
 * @param judgedIds ids of the updates that decided, and the id of the text where the text did
 * @param evidenced whether the judged updates had evidence, or the assessment brought some
 */
record AssessmentJudgement(LocalDate effectiveOn, AssessmentFinding finding, Set<String> judgedIds, boolean evidenced) {

    /**
     * The judgements of all uncorrected assessments, by effective date.
     *
     * @param events all events of the commitment in recorded order
     */
    static List<AssessmentJudgement> of(List<CommitmentEvent> events) {
        List<Assessed> assessments = events.stream()
                .filter(Assessed.class::isInstance)
                .map(Assessed.class::cast)
                .toList();
        List<AssessmentJudgement> judgements = new ArrayList<>();
        for (Assessed assessment : Timeline.uncorrected(assessments)) {
            // Rule 6.6: an assessment without a finding leaves the finding before it.
            if (assessment.outcome().finding() == null) continue;
            List<CommitmentEvent> recordedBefore = events.subList(0, events.indexOf(assessment));
            Timeline.progressOn(assessment.effectiveOn(), recordedBefore)
                    .map(decided -> new AssessmentJudgement(
                            assessment.effectiveOn(),
                            assessment.outcome().finding(),
                            decided.decidedBy(),
                            assessment.outcome().hasEvidence()
                                    || decided.progress().assurance() == Assurance.evidenced))
                    .ifPresent(judgements::add);
        }
        judgements.sort(Comparator.comparing(AssessmentJudgement::effectiveOn));
        return judgements;
    }

    /**
     * The assurance on a day, by the last judgement that holds (rules 6.4, 6.5, 6.7 and 6.8).
     *
     * @param decidedBy ids of the updates that decide the whole on the day
     * @param reported the assurance that the updates alone give
     */
    static Assurance assurance(
            List<AssessmentJudgement> judgements, LocalDate day, Set<String> decidedBy, Assurance reported) {
        return judgements.stream()
                .filter(judgement -> !judgement.effectiveOn().isAfter(day)
                        && judgement.judgedIds().equals(decidedBy))
                .reduce((earlier, later) -> later)
                .map(judgement -> judgement.assurance(reported))
                .orElse(reported);
    }

    private Assurance assurance(Assurance reported) {
        if (finding == AssessmentFinding.disputed) return Assurance.disputed;
        return evidenced ? Assurance.verified : reported;
    }
}
