package org.servanda.progress.assessments;

import java.time.LocalDate;
import java.util.List;

import org.servanda.commitments.AssessmentFinding;
import org.servanda.commitments.AssessmentResult;
import org.servanda.progress.Evidence;
import org.servanda.text.Bilingual;

/**
 * Body of the ledger entry of an assessment; the projection reads the event
 * {@link org.servanda.commitments.timeline.AssessmentOutcome} from it alone.
 */
record AssessmentBody(
        String id,
        LocalDate assessedOn,
        AssessmentResult result,
        AssessmentFinding finding,
        Bilingual rationale,
        List<Evidence> evidence,
        String corrects,
        Bilingual reason,
        String assessor) {

    static AssessmentBody of(String id, NewAssessment assessment, String assessor) {
        return new AssessmentBody(
                id,
                assessment.assessedOn(),
                assessment.result(),
                assessment.finding(),
                assessment.rationale(),
                assessment.evidence(),
                assessment.corrects(),
                assessment.reason(),
                assessor);
    }
}
