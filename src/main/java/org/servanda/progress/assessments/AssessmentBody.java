package org.servanda.progress.assessments;

import java.time.LocalDate;
import java.util.List;

import org.servanda.commitments.AssessmentFinding;
import org.servanda.commitments.AssessmentResult;
import org.servanda.progress.Evidence;
import org.servanda.text.Bilingual;

/**
 * An assessment as the ledger keeps it, so that its entry says all that is read off it
 * ({@link org.servanda.commitments.Verdict}).
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

    static AssessmentBody of(String id, NewAssessment wanted, String assessor) {
        return new AssessmentBody(
                id,
                wanted.assessedOn(),
                wanted.result(),
                wanted.finding(),
                wanted.rationale(),
                wanted.evidence(),
                wanted.corrects(),
                wanted.reason(),
                assessor);
    }
}
