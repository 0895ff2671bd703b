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
import org.servanda.progress.milestones.Milestone.Snapshot;
import org.servanda.web.BodyValidation;
import org.servanda.web.EntityTags;
import org.servanda.web.MergePatchReader;
import org.servanda.web.Problem.Fault;
import org.servanda.web.ProblemException;

/** Writes milestones: plans them and changes them, from a day on. */
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

    MilestoneView plan(String code, MilestoneDocument milestone) {
        ledger.lock();
        Commitment commitment = commitments.byCode(code);
        LocalDate day = day(milestone);
        check(milestone, day, milestone.isDropped(), commitment);
        String id = milestones.nextId(code);
        MilestoneBody body = MilestoneBody.stated(id, milestone, place -> true);
        append(commitment, body, day, milestone.reason());
        return milestones.byId(code, id, readPoints.now());
    }

    /**
     * Applies a merge patch; a patch that states nothing new writes nothing.
     *
     * @param ifMatch entity tag of the milestone that the caller has read
     * @return the milestone after the patch
     * @throws ProblemException where the patched document breaks a rule
     */
    MilestoneView change(String code, String id, String ifMatch, JsonNode patch) {
        ledger.lock();
        Commitment commitment = commitments.byCode(code);
        MilestoneView view = milestones.byId(code, id, readPoints.now());
        tags.requireMatch(ifMatch, view);
        MilestoneDocument patchDocument = patches.read(patch, MilestoneDocument.class);
        LocalDate day = day(patchDocument);
        BodyValidation bodyValidation = new BodyValidation();
        effectiveDayRule.check(day, "/effectiveOn", commitment, bodyValidation);
        bodyValidation.throwIfInvalid();
        Milestone milestone = milestones.allStatements(code, id);
        MilestoneBody body = milestone.on(day).map(Snapshot::body).orElseThrow(() -> {
            bodyValidation.fault("/effectiveOn", "is before the milestone was planned");
            return bodyValidation.problem();
        });
        MilestoneDocument current = MilestoneDocument.of(body);
        MilestoneDocument next = patches.apply(current, patch);
        if (next.isDropped() && current.achievedOn() != null)
            bodyValidation.fault("/dropped", "is for what was not achieved; this was, on " + current.achievedOn());
        bodyValidation.throwIfInvalid();
        check(next, day, next.isDropped() && !current.isDropped(), commitment);
        MilestoneBody stated = MilestoneBody.stated(
                        id, next, patches.states(current, next, patch, patchDocument.effectiveOn() != null))
                .beyond(milestone.statedOn(day));
        if (stated.statesNothing()) return view;
        refuseContradiction(milestone, day, stated);
        append(commitment, stated, day, next.reason());
        return milestones.byId(code, id, readPoints.now());
    }

    private static void refuseContradiction(Milestone milestone, LocalDate day, MilestoneBody stated) {
        if (!stated.statesOutcome()) return;
        milestone.contradictedBy(day, stated).ifPresent(entry -> {
            String place = stated.isDropped() ? "/dropped" : "/achievedOn";
            String later = stated.isDropped() ? "achieved" : "dropped";
            throw ProblemException.body(List.of(Fault.body(
                    place,
                    "does not fit the later entry " + entry.sequence() + ": from " + entry.effectiveOn() + " it is "
                            + later + ", and what was achieved cannot be dropped")));
        });
    }

    private LocalDate day(MilestoneDocument milestone) {
        return milestone.effectiveOn() == null ? readPoints.now().asOf() : milestone.effectiveOn();
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
        // The evidence of a milestone is counted with the evidence of the commitment.
        projection.catchUp(List.of(commitment));
    }

    /** @param newlyDropped whether this change drops a milestone that was not dropped before */
    private void check(MilestoneDocument milestone, LocalDate day, boolean newlyDropped, Commitment commitment) {
        BodyValidation bodyValidation = new BodyValidation();
        effectiveDayRule.check(day, "/effectiveOn", commitment, bodyValidation);
        bodyValidation.bothLanguages(milestone.title(), "/title");
        bodyValidation.line(milestone.title(), LONGEST_TITLE, "/title");
        bodyValidation.required(milestone.plannedOn(), "/plannedOn");
        if (milestone.achievedOn() != null)
            effectiveDayRule.check(milestone.achievedOn(), "/achievedOn", commitment, bodyValidation);
        evidenceRules.check(milestone.evidence(), bodyValidation);
        if (milestone.isDropped() && milestone.achievedOn() != null)
            bodyValidation.fault("/dropped", "is for what was not achieved");
        if (newlyDropped && milestone.reason() == null)
            bodyValidation.fault("/reason", "is missing: dropped needs one");
        bodyValidation.reason(milestone.reason());
        bodyValidation.throwIfInvalid();
    }
}
