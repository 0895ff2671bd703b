package org.servanda.progress.records;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.servanda.commitments.CommitmentEntryKinds;
import org.servanda.ledger.Entry;
import org.servanda.ledger.ReadPoint;
import org.servanda.progress.EvidenceView;
import org.servanda.progress.assessments.AssessmentView;
import org.servanda.progress.assessments.Assessments;
import org.servanda.progress.evidence.CommitmentEvidence;
import org.servanda.progress.milestones.Milestones;
import org.servanda.progress.updates.UpdateBody;
import org.servanda.text.Bilingual;

/**
 * The progress of a commitment that is in force: accepted and not corrected. It is read from ledger entries alone, for reports
 * that read many commitments at a time.
 *
 * @param updates the accepted updates that no other update corrects
 * @param assessments the assessments that no other assessment corrects
 * @param evidence evidence of these updates, of these assessments, of milestones, and added evidence, in the order of its list
 */
public record AcceptedProgress(
        List<AcceptedUpdateEntry> updates, List<AssessmentView> assessments, List<EvidenceView> evidence) {

    /**
     * An accepted update with the ledger entry that accepted it.
     *
     * @param submittedBy actor, as the ledger names it; so is decidedBy
     * @param corrects id of the update that this update corrects, null for none
     * @param entry the ledger entry of the acceptance
     */
    public record AcceptedUpdateEntry(
            String id,
            LocalDate effectiveOn,
            String submittedBy,
            String decidedBy,
            String corrects,
            Bilingual reason,
            Entry entry) {

        private static AcceptedUpdateEntry of(Entry entry, UpdateBody body) {
            return new AcceptedUpdateEntry(
                    body.id(),
                    entry.effectiveOn(),
                    body.submittedBy(),
                    body.decidedBy(),
                    body.corrects(),
                    body.reason(),
                    entry);
        }
    }

    /** @param entries entries about the commitment up to the revision, in the order of the ledger */
    public static AcceptedProgress of(String code, List<Entry> entries, ReadPoint at) {
        Map<Entry, UpdateBody> accepted = new LinkedHashMap<>();
        Set<String> corrected = new HashSet<>();
        of(CommitmentEntryKinds.ACCEPTED, entries).forEach(entry -> {
            UpdateBody body = entry.body(UpdateBody.class);
            accepted.put(entry, body);
            corrected.add(body.corrects());
        });
        accepted.entrySet()
                .removeIf(update -> corrected.contains(update.getValue().id())
                        || update.getKey().effectiveOn().isAfter(at.asOf()));
        List<AssessmentView> assessments =
                Assessments.of(code, of(CommitmentEntryKinds.ASSESSED, entries).toList(), at).stream()
                        .filter(assessment -> assessment.correctedBy() == null)
                        .toList();
        List<EvidenceView> updateEvidence = accepted.entrySet().stream()
                .flatMap(update -> evidence(code, update.getKey(), update.getValue()))
                .toList();
        return new AcceptedProgress(
                accepted.entrySet().stream()
                        .map(update -> AcceptedUpdateEntry.of(update.getKey(), update.getValue()))
                        .toList(),
                assessments,
                CommitmentEvidence.of(
                        code,
                        updateEvidence,
                        assessments,
                        Milestones.evidence(
                                code,
                                of(CommitmentEntryKinds.MILESTONE, entries).toList(),
                                at),
                        CommitmentEvidence.addedTo(
                                accepted.values().stream().map(UpdateBody::id).collect(Collectors.toSet()),
                                of(CommitmentEntryKinds.EVIDENCE, entries),
                                at)));
    }

    private static Stream<Entry> of(String kind, List<Entry> entries) {
        return entries.stream().filter(entry -> entry.kind().equals(kind));
    }

    private static Stream<EvidenceView> evidence(String code, Entry entry, UpdateBody body) {
        if (body.evidence() == null) return Stream.of();
        return body.evidence().stream()
                .map(evidence -> new EvidenceView(
                        null, code, body.id(), evidence, entry.effectiveOn(), entry.recordedAt(), entry.sequence()));
    }

    /** Evidence that counts for the standing: of updates and assessments, and evidence added to the commitment itself. */
    public List<EvidenceView> backing() {
        Set<String> idsInForce = new HashSet<>();
        updates.forEach(report -> idsInForce.add(report.id()));
        assessments.forEach(assessment -> idsInForce.add(assessment.id()));
        return evidence.stream()
                .filter(view -> view.backs() == null || idsInForce.contains(view.backs()))
                .toList();
    }
}
