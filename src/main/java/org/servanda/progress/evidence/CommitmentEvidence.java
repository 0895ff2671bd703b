package org.servanda.progress.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.access.CallerContext;
import org.servanda.commitments.Commitment;
import org.servanda.commitments.CommitmentEntryKinds;
import org.servanda.commitments.Commitments;
import org.servanda.commitments.standings.StandingProjection;
import org.servanda.files.EvidenceFiles;
import org.servanda.ledger.Entries;
import org.servanda.ledger.Entry;
import org.servanda.ledger.EntryRef;
import org.servanda.ledger.Ledger;
import org.servanda.ledger.NewEntry;
import org.servanda.ledger.ReadPoint;
import org.servanda.ledger.ReadPoints;
import org.servanda.progress.Evidence;
import org.servanda.progress.EvidenceBody;
import org.servanda.progress.EvidenceRules;
import org.servanda.progress.EvidenceView;
import org.servanda.progress.assessments.AssessmentView;
import org.servanda.progress.assessments.Assessments;
import org.servanda.progress.milestones.Milestones;
import org.servanda.progress.updates.UpdateFilter;
import org.servanda.progress.updates.UpdateState;
import org.servanda.progress.updates.UpdateView;
import org.servanda.progress.updates.Updates;
import org.servanda.web.BodyValidation;

/** Evidence of a commitment, from updates, assessments, milestones and later additions; and the writer of additions. */
@ApplicationScoped
public class CommitmentEvidence {

    private final Ledger ledger;
    private final ReadPoints readPoints;
    private final Entries entries;
    private final Commitments commitments;
    private final StandingProjection projection;
    private final Updates updates;
    private final Assessments assessments;
    private final Milestones milestones;
    private final EvidenceFiles files;
    private final EvidenceRules evidenceRules;
    private final CallerContext callerContext;

    CommitmentEvidence(
            Ledger ledger,
            ReadPoints readPoints,
            Entries entries,
            Commitments commitments,
            StandingProjection projection,
            Updates updates,
            Assessments assessments,
            Milestones milestones,
            EvidenceFiles files,
            EvidenceRules evidenceRules,
            CallerContext callerContext) {
        this.ledger = ledger;
        this.readPoints = readPoints;
        this.entries = entries;
        this.commitments = commitments;
        this.projection = projection;
        this.updates = updates;
        this.assessments = assessments;
        this.milestones = milestones;
        this.files = files;
        this.evidenceRules = evidenceRules;
        this.callerContext = callerContext;
    }

    /** Evidence at the read point, in the order of the ledger, without the evidence of corrected updates and assessments. */
    public List<EvidenceView> of(String code, ReadPoint at) {
        List<UpdateView> updatesInForce = updatesInForce(code, at).toList();
        List<EvidenceView> updateEvidence = updatesInForce.stream()
                .flatMap(update -> update.evidence().stream()
                        .map(evidence -> new EvidenceView(
                                null,
                                code,
                                update.id(),
                                evidence,
                                update.effectiveOn(),
                                update.recordedAt(),
                                update.entry())))
                .toList();
        Set<String> ids = updatesInForce.stream().map(UpdateView::id).collect(Collectors.toSet());
        Stream<Entry> addedEvidence = addedTo(ids, addedEvidence(code), at);
        return of(code, updateEvidence, assessments.of(code, at), milestones.evidence(code, at), addedEvidence);
    }

    /**
     * @param updateEvidence evidence of the updates in force
     * @param milestoneEvidence evidence of the milestones as they are on the day
     * @param addedEvidence entries that add evidence, as {@link #addedTo} selects them
     */
    public static List<EvidenceView> of(
            String code,
            List<EvidenceView> updateEvidence,
            List<AssessmentView> assessments,
            List<EvidenceView> milestoneEvidence,
            Stream<Entry> addedEvidence) {
        List<EvidenceView> views = new ArrayList<>(updateEvidence);
        assessments.stream()
                .filter(assessment -> assessment.correctedBy() == null)
                .forEach(assessment -> assessment
                        .evidence()
                        .forEach(evidence -> views.add(new EvidenceView(
                                null,
                                code,
                                assessment.id(),
                                evidence,
                                assessment.assessedOn(),
                                assessment.recordedAt(),
                                assessment.entry()))));
        views.addAll(milestoneEvidence);
        addedEvidence.forEach(entry -> views.add(
                EvidenceView.of(code, entry.body(EvidenceBody.class), entry.effectiveOn(), entry.recorded())));
        views.sort(Comparator.comparing(EvidenceView::entry));
        return views;
    }

    /** Entries that add evidence to the commitment itself or to an update in force; evidence of a corrected update no longer counts (rule 3.7). */
    public static Stream<Entry> addedTo(Set<String> updatesInForce, Stream<Entry> addedEvidence, ReadPoint at) {
        return addedEvidence
                .filter(entry -> entry.sequence() <= at.revision()
                        && !entry.effectiveOn().isAfter(at.asOf()))
                .filter(entry -> {
                    String backs = entry.body(EvidenceBody.class).backs();
                    return backs == null || updatesInForce.contains(backs);
                });
    }

    private Stream<UpdateView> updatesInForce(String code, ReadPoint at) {
        UpdateFilter accepted = new UpdateFilter(UpdateState.accepted, code, null, null);
        return updates.page(accepted, 0, Integer.MAX_VALUE, at).stream()
                .map(update -> updates.view(update, at))
                .filter(update -> update.correctedBy() == null);
    }

    private Stream<Entry> addedEvidence(String code) {
        return entries.ofKind(CommitmentEntryKinds.subject(code), CommitmentEntryKinds.EVIDENCE).stream();
    }

    EvidenceView add(String code, NewEvidence newEvidence) {
        ledger.lock();
        Commitment commitment = commitments.byCode(code);
        ReadPoint now = readPoints.now();
        UpdateView backed = check(newEvidence, code, now);
        String actor = callerContext.caller().actor();
        EvidenceBody body = new EvidenceBody(
                code + "-E" + (addedEvidence(code).count() + 1), newEvidence.backs(), newEvidence.evidence(), actor);
        LocalDate effectiveOn = backed == null ? now.asOf() : backed.effectiveOn();
        EntryRef recorded = ledger.append(new NewEntry(
                actor,
                CommitmentEntryKinds.subject(code),
                CommitmentEntryKinds.EVIDENCE,
                effectiveOn,
                newEvidence.reason(),
                body));
        files.publish(Evidence.files(List.of(newEvidence.evidence())), actor, recorded);
        projection.catchUp(List.of(commitment));
        return EvidenceView.of(code, body, effectiveOn, recorded);
    }

    /** Checks the new evidence and finds the update that it supports; null where it supports none. */
    private UpdateView check(NewEvidence newEvidence, String code, ReadPoint now) {
        BodyValidation bodyValidation = new BodyValidation();
        if (bodyValidation.required(newEvidence.evidence(), "/evidence"))
            evidenceRules.check(newEvidence.evidence(), "/evidence", bodyValidation);
        bodyValidation.reason(newEvidence.reason());
        List<UpdateView> updatesInForce = newEvidence.backs() == null
                ? List.of()
                : updatesInForce(code, now).toList();
        bodyValidation.code(
                newEvidence.backs(),
                updatesInForce.stream().map(UpdateView::id).toList(),
                "accepted update of " + code + " that still counts",
                "/backs");
        bodyValidation.throwIfInvalid();
        return updatesInForce.stream()
                .filter(update -> update.id().equals(newEvidence.backs()))
                .findFirst()
                .orElse(null);
    }
}
