package org.servanda.progress.assessments;

import java.util.Arrays;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.access.CallerContext;
import org.servanda.commitments.AssessmentResult;
import org.servanda.commitments.Commitment;
import org.servanda.commitments.CommitmentEntryKinds;
import org.servanda.commitments.Commitments;
import org.servanda.commitments.standings.StandingProjection;
import org.servanda.files.EvidenceFiles;
import org.servanda.ledger.EntryRef;
import org.servanda.ledger.Ledger;
import org.servanda.ledger.NewEntry;
import org.servanda.ledger.ReadPoints;
import org.servanda.progress.EffectiveDayRule;
import org.servanda.progress.Evidence;
import org.servanda.progress.EvidenceRules;
import org.servanda.progress.TextLimits;
import org.servanda.progress.updates.Updates;
import org.servanda.web.BodyValidation;
import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;

/** Submission of assessments: an auditor assesses under the auditor's own name; nobody decides on an assessment. */
@ApplicationScoped
class AssessmentSubmission {

    private final Ledger ledger;
    private final ReadPoints readPoints;
    private final Commitments commitments;
    private final StandingProjection projection;
    private final Assessments assessments;
    private final EvidenceFiles files;
    private final Updates updates;
    private final EffectiveDayRule effectiveDayRule;
    private final EvidenceRules evidenceRules;
    private final CallerContext callerContext;

    AssessmentSubmission(
            Ledger ledger,
            ReadPoints readPoints,
            Commitments commitments,
            StandingProjection projection,
            Assessments assessments,
            EvidenceFiles files,
            Updates updates,
            EffectiveDayRule effectiveDayRule,
            EvidenceRules evidenceRules,
            CallerContext callerContext) {
        this.ledger = ledger;
        this.readPoints = readPoints;
        this.commitments = commitments;
        this.projection = projection;
        this.assessments = assessments;
        this.files = files;
        this.updates = updates;
        this.effectiveDayRule = effectiveDayRule;
        this.evidenceRules = evidenceRules;
        this.callerContext = callerContext;
    }

    AssessmentView assess(String code, NewAssessment assessment) {
        ledger.lock();
        Commitment commitment = commitments.byCode(code);
        // Rule 6.11. A key keeps its role; a person who signs in may have submitted updates in another role.
        if (updates.reportedBy(callerContext.caller(), code))
            throw new ProblemException(
                    ProblemType.FORBIDDEN, "You reported on " + code + " yourself; someone else assesses it.");
        check(assessment, commitment);
        String actor = callerContext.caller().actor();
        AssessmentBody body = AssessmentBody.of(assessments.nextId(code), assessment, actor);
        EntryRef recorded = ledger.append(new NewEntry(
                actor,
                CommitmentEntryKinds.subject(code),
                CommitmentEntryKinds.ASSESSED,
                body.assessedOn(),
                body.reason() == null ? null : body.reason().either(),
                body));
        files.publish(Evidence.files(body.evidence()), actor, recorded);
        projection.catchUp(List.of(commitment));
        return AssessmentView.of(code, body, null, recorded);
    }

    private void check(NewAssessment assessment, Commitment commitment) {
        BodyValidation bodyValidation = new BodyValidation();
        effectiveDayRule.check(assessment.assessedOn(), "/assessedOn", commitment, bodyValidation);
        if (bodyValidation.required(assessment.result(), "/result")
                && assessment.result() == AssessmentResult.not_assessed) {
            List<String> results = Arrays.stream(AssessmentResult.values())
                    .filter(result -> result != AssessmentResult.not_assessed)
                    .map(Enum::name)
                    .toList();
            bodyValidation.code(assessment.result().name(), results, "result", "/result");
        }
        bodyValidation.required(assessment.rationale(), "/rationale");
        bodyValidation.length(assessment.rationale(), TextLimits.LONGEST_NARRATIVE, "/rationale");
        bodyValidation.length(assessment.reason(), TextLimits.LONGEST_NARRATIVE, "/reason");
        evidenceRules.check(assessment.evidence(), bodyValidation);
        if (assessment.corrects() != null) {
            List<String> correctable = assessments.of(commitment.code(), readPoints.now()).stream()
                    .filter(view -> view.correctedBy() == null)
                    .map(AssessmentView::id)
                    .toList();
            bodyValidation.code(
                    assessment.corrects(),
                    correctable,
                    "assessment of " + commitment.code() + " that still counts",
                    "/corrects");
            if (assessment.reason() == null) bodyValidation.fault("/reason", "is missing: a correction says why");
        }
        bodyValidation.throwIfInvalid();
    }
}
