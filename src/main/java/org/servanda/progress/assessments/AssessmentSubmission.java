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

/** Takes assessments: auditors say what they found, and say so themselves. */
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

    AssessmentView assess(String code, NewAssessment wanted) {
        ledger.lock();
        Commitment commitment = commitments.byCode(code);
        // Rule 6.11. A key has one role for life; who signs on may have reported in another one.
        if (updates.reportedBy(callerContext.caller(), code))
            throw new ProblemException(
                    ProblemType.FORBIDDEN, "You reported on " + code + " yourself; someone else assesses it.");
        check(wanted, commitment);
        String actor = callerContext.caller().actor();
        AssessmentBody body = AssessmentBody.of(assessments.nextId(code), wanted, actor);
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

    private void check(NewAssessment wanted, Commitment commitment) {
        BodyValidation bodyValidation = new BodyValidation();
        effectiveDayRule.check(wanted.assessedOn(), "/assessedOn", commitment, bodyValidation);
        if (bodyValidation.required(wanted.result(), "/result") && wanted.result() == AssessmentResult.not_assessed) {
            List<String> results = Arrays.stream(AssessmentResult.values())
                    .filter(result -> result != AssessmentResult.not_assessed)
                    .map(Enum::name)
                    .toList();
            bodyValidation.code(wanted.result().name(), results, "result", "/result");
        }
        bodyValidation.required(wanted.rationale(), "/rationale");
        bodyValidation.length(wanted.rationale(), TextLimits.LONGEST_NARRATIVE, "/rationale");
        bodyValidation.length(wanted.reason(), TextLimits.LONGEST_NARRATIVE, "/reason");
        evidenceRules.check(wanted.evidence(), bodyValidation);
        if (wanted.corrects() != null) {
            List<String> correctable = assessments.of(commitment.code(), readPoints.now()).stream()
                    .filter(assessment -> assessment.correctedBy() == null)
                    .map(AssessmentView::id)
                    .toList();
            bodyValidation.code(
                    wanted.corrects(),
                    correctable,
                    "assessment of " + commitment.code() + " that still counts",
                    "/corrects");
            if (wanted.reason() == null) bodyValidation.fault("/reason", "is missing: a correction says why");
        }
        bodyValidation.throwIfInvalid();
    }
}
