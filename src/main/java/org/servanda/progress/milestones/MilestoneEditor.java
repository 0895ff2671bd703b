package org.servanda.progress.milestones;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.access.CallerContext;
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
import org.servanda.progress.milestones.Milestone.Held;
import org.servanda.web.BodyValidation;
import org.servanda.web.EntityTags;
import org.servanda.web.MergePatchReader;
import org.servanda.web.Problem.Fault;
import org.servanda.web.ProblemException;

/** Plans milestones and changes them, from a day on. */
@ApplicationScoped
class MilestoneEditor {

    private static final int LONGEST_TITLE = 300;

    private final Ledger ledger;
    private final ReadPoints readPoints;
    private final Commitments commitments;
    private final Milestones milestones;
    private final StandingProjection projection;
    private final EvidenceFiles files;
    private final EffectiveDayRule effectiveDayRule;
    private final EvidenceRules evidenceRules;
    private final EntityTags tags;
    private final CallerContext callerContext;
    private final MergePatchReader patches;

    MilestoneEditor(
            Ledger ledger,
            ReadPoints readPoints,
            Commitments commitments,
            Milestones milestones,
            StandingProjection projection,
            EvidenceFiles files,
            EffectiveDayRule effectiveDayRule,
            EvidenceRules evidenceRules,
            EntityTags tags,
            CallerContext callerContext,
            MergePatchReader patches) {
        this.ledger = ledger;
        this.readPoints = readPoints;
        this.commitments = commitments;
        this.milestones = milestones;
        this.projection = projection;
        this.files = files;
        this.effectiveDayRule = effectiveDayRule;
        this.evidenceRules = evidenceRules;
        this.tags = tags;
        this.callerContext = callerContext;
        this.patches = patches;
    }

    MilestoneView plan(String code, MilestoneDocument wanted) {
        ledger.lock();
        Commitment commitment = commitments.byCode(code);
        LocalDate day = day(wanted);
        check(wanted, day, wanted.isDropped(), commitment);
        String id = milestones.nextId(code);
        MilestoneBody body = MilestoneBody.stated(id, wanted, place -> true);
        append(commitment, body, day, wanted.reason());
        return milestones.one(code, id, readPoints.now());
    }

    /**
     * Applies a merge patch and answers with the milestone as it is then; a patch that states nothing new writes nothing.
     *
     * @param ifMatch tag of the state that the caller has seen
     * @throws ProblemException when the patched document is not one any more
     */
    MilestoneView change(String code, String id, String ifMatch, JsonNode patch) {
        ledger.lock();
        Commitment commitment = commitments.byCode(code);
        MilestoneView seen = milestones.one(code, id, readPoints.now());
        tags.requireMatch(ifMatch, seen);
        MilestoneDocument asked = patches.read(patch, MilestoneDocument.class);
        LocalDate day = day(asked);
        BodyValidation bodyValidation = new BodyValidation();
        effectiveDayRule.check(day, "/effectiveOn", commitment, bodyValidation);
        bodyValidation.throwIfInvalid();
        Milestone known = milestones.known(code, id);
        MilestoneBody held = known.on(day).map(Held::body).orElseThrow(() -> {
            bodyValidation.fault("/effectiveOn", "is before the milestone was planned");
            return bodyValidation.problem();
        });
        MilestoneDocument former = MilestoneDocument.of(held);
        MilestoneDocument next = patches.apply(former, patch);
        if (next.isDropped() && former.achievedOn() != null)
            bodyValidation.fault("/dropped", "is for what was not achieved; this was, on " + former.achievedOn());
        bodyValidation.throwIfInvalid();
        check(next, day, next.isDropped() && !former.isDropped(), commitment);
        MilestoneBody stated = MilestoneBody.stated(
                        id, next, patches.states(former, next, patch, asked.effectiveOn() != null))
                .beyond(known.statedOn(day));
        if (stated.statesNothing()) return seen;
        refuseContradiction(known, day, stated);
        append(commitment, stated, day, next.reason());
        return milestones.one(code, id, readPoints.now());
    }

    private static void refuseContradiction(Milestone known, LocalDate day, MilestoneBody stated) {
        if (!stated.statesTheEnd()) return;
        known.contradicted(day, stated).ifPresent(entry -> {
            String place = stated.isDropped() ? "/dropped" : "/achievedOn";
            String later = stated.isDropped() ? "achieved" : "dropped";
            throw ProblemException.body(List.of(Fault.body(
                    place,
                    "does not fit the later entry " + entry.sequence() + ": from " + entry.effectiveOn() + " it is "
                            + later + ", and what was achieved cannot be dropped")));
        });
    }

    private LocalDate day(MilestoneDocument wanted) {
        return wanted.effectiveOn() == null ? readPoints.now().asOf() : wanted.effectiveOn();
    }

    private void append(Commitment commitment, MilestoneBody body, LocalDate day, String reason) {
        EntryRef recorded = ledger.append(new NewEntry(
                callerContext.caller().actor(),
                CommitmentEntryKinds.subject(commitment.code()),
                CommitmentEntryKinds.MILESTONE,
                day,
                reason,
                body));
        if (body.evidence() != null)
            files.publish(
                    Evidence.files(body.evidence()), callerContext.caller().actor(), recorded);
        // What backs a milestone is counted with the evidence of the commitment.
        projection.catchUp(List.of(commitment));
    }

    /** @param drops whether it is to be dropped that was not */
    private void check(MilestoneDocument wanted, LocalDate day, boolean drops, Commitment commitment) {
        BodyValidation bodyValidation = new BodyValidation();
        effectiveDayRule.check(day, "/effectiveOn", commitment, bodyValidation);
        bodyValidation.bothLanguages(wanted.title(), "/title");
        bodyValidation.line(wanted.title(), LONGEST_TITLE, "/title");
        bodyValidation.required(wanted.plannedOn(), "/plannedOn");
        if (wanted.achievedOn() != null)
            effectiveDayRule.check(wanted.achievedOn(), "/achievedOn", commitment, bodyValidation);
        evidenceRules.check(wanted.evidence(), bodyValidation);
        if (wanted.isDropped() && wanted.achievedOn() != null)
            bodyValidation.fault("/dropped", "is for what was not achieved");
        if (drops && wanted.reason() == null) bodyValidation.fault("/reason", "is missing: dropped needs one");
        bodyValidation.reason(wanted.reason());
        bodyValidation.throwIfInvalid();
    }
}
