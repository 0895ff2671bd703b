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

/** All that backs what is said of a commitment, whatever it came with; and takes more of it. */
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

    /** What backs it at these coordinates, in the order of the ledger; what came with something corrected is left out. */
    public List<EvidenceView> of(String code, ReadPoint at) {
        List<UpdateView> counting = counting(code, at).toList();
        List<EvidenceView> ofReports = counting.stream()
                .flatMap(update -> update.evidence().stream()
                        .map(its -> new EvidenceView(
                                null,
                                code,
                                update.id(),
                                its,
                                update.effectiveOn(),
                                update.recordedAt(),
                                update.entry())))
                .toList();
        Set<String> ids = counting.stream().map(UpdateView::id).collect(Collectors.toSet());
        Stream<Entry> added = addedTo(ids, added(code), at);
        return of(code, ofReports, assessments.of(code, at), milestones.evidence(code, at), added);
    }

    /**
     * @param ofReports what came with reports that count
     * @param ofMilestones what backs milestones as they are on the day
     * @param added entries by which evidence was added, as {@link #addedTo} has them
     */
    public static List<EvidenceView> of(
            String code,
            List<EvidenceView> ofReports,
            List<AssessmentView> assessments,
            List<EvidenceView> ofMilestones,
            Stream<Entry> added) {
        List<EvidenceView> all = new ArrayList<>(ofReports);
        assessments.stream()
                .filter(assessment -> assessment.correctedBy() == null)
                .forEach(assessment -> assessment
                        .evidence()
                        .forEach(its -> all.add(new EvidenceView(
                                null,
                                code,
                                assessment.id(),
                                its,
                                assessment.assessedOn(),
                                assessment.recordedAt(),
                                assessment.entry()))));
        all.addAll(ofMilestones);
        added.forEach(entry ->
                all.add(EvidenceView.of(code, entry.body(EvidenceBody.class), entry.effectiveOn(), entry.recorded())));
        all.sort(Comparator.comparing(EvidenceView::entry));
        return all;
    }

    /** What was added by itself or to one of the reports that count: to others it counts no more (rule 3.7). */
    public static Stream<Entry> addedTo(Set<String> counting, Stream<Entry> added, ReadPoint at) {
        return added.filter(entry -> entry.sequence() <= at.revision()
                        && !entry.effectiveOn().isAfter(at.asOf()))
                .filter(entry -> {
                    String backs = entry.body(EvidenceBody.class).backs();
                    return backs == null || counting.contains(backs);
                });
    }

    private Stream<UpdateView> counting(String code, ReadPoint at) {
        UpdateFilter accepted = new UpdateFilter(UpdateState.accepted, code, null, null);
        return updates.page(accepted, 0, Integer.MAX_VALUE, at).stream()
                .map(update -> updates.view(update, at))
                .filter(update -> update.correctedBy() == null);
    }

    private Stream<Entry> added(String code) {
        return entries.ofKind(CommitmentEntryKinds.subject(code), CommitmentEntryKinds.EVIDENCE).stream();
    }

    EvidenceView add(String code, NewEvidence wanted) {
        ledger.lock();
        Commitment commitment = commitments.byCode(code);
        ReadPoint now = readPoints.now();
        UpdateView backed = check(wanted, code, now);
        String actor = callerContext.caller().actor();
        EvidenceBody body =
                new EvidenceBody(code + "-E" + (added(code).count() + 1), wanted.backs(), wanted.evidence(), actor);
        LocalDate on = backed == null ? now.asOf() : backed.effectiveOn();
        EntryRef recorded = ledger.append(new NewEntry(
                actor, CommitmentEntryKinds.subject(code), CommitmentEntryKinds.EVIDENCE, on, wanted.reason(), body));
        files.publish(Evidence.files(List.of(wanted.evidence())), actor, recorded);
        projection.catchUp(List.of(commitment));
        return EvidenceView.of(code, body, on, recorded);
    }

    /** The update that it backs, null when it backs none. */
    private UpdateView check(NewEvidence wanted, String code, ReadPoint now) {
        BodyValidation bodyValidation = new BodyValidation();
        if (bodyValidation.required(wanted.evidence(), "/evidence"))
            evidenceRules.check(wanted.evidence(), "/evidence", bodyValidation);
        bodyValidation.reason(wanted.reason());
        List<UpdateView> counting =
                wanted.backs() == null ? List.of() : counting(code, now).toList();
        bodyValidation.code(
                wanted.backs(),
                counting.stream().map(UpdateView::id).toList(),
                "accepted update of " + code + " that still counts",
                "/backs");
        bodyValidation.throwIfInvalid();
        return counting.stream()
                .filter(update -> update.id().equals(wanted.backs()))
                .findFirst()
                .orElse(null);
    }
}
