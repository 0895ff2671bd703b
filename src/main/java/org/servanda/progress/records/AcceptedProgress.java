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
 * What counts of all that was said of a commitment, read off its entries alone: for those who read many at a time.
 *
 * @param reports the accepted updates that no other corrects
 * @param assessments those that no other corrects
 * @param evidence what backs these and the milestones, and what was added, as its list has it
 */
public record AcceptedProgress(List<Accepted> reports, List<AssessmentView> assessments, List<EvidenceView> evidence) {

    /**
     * An accepted update.
     *
     * @param submittedBy as the ledger names it, like who decided
     * @param corrects id of the update that it puts right, null for none
     * @param entry the one that accepted it
     */
    public record Accepted(
            String id,
            LocalDate on,
            String submittedBy,
            String decidedBy,
            String corrects,
            Bilingual reason,
            Entry entry) {

        private static Accepted of(Entry entry, UpdateBody body) {
            return new Accepted(
                    body.id(),
                    entry.effectiveOn(),
                    body.submittedBy(),
                    body.decidedBy(),
                    body.corrects(),
                    body.reason(),
                    entry);
        }
    }

    /** @param known entries about the commitment up to the revision, in the order of the ledger */
    public static AcceptedProgress of(String code, List<Entry> known, ReadPoint at) {
        Map<Entry, UpdateBody> accepted = new LinkedHashMap<>();
        Set<String> corrected = new HashSet<>();
        of(CommitmentEntryKinds.ACCEPTED, known).forEach(entry -> {
            UpdateBody body = entry.body(UpdateBody.class);
            accepted.put(entry, body);
            corrected.add(body.corrects());
        });
        accepted.entrySet()
                .removeIf(its -> corrected.contains(its.getValue().id())
                        || its.getKey().effectiveOn().isAfter(at.asOf()));
        List<AssessmentView> assessments =
                Assessments.of(code, of(CommitmentEntryKinds.ASSESSED, known).toList(), at).stream()
                        .filter(assessment -> assessment.correctedBy() == null)
                        .toList();
        List<EvidenceView> ofReports = accepted.entrySet().stream()
                .flatMap(its -> evidence(code, its.getKey(), its.getValue()))
                .toList();
        return new AcceptedProgress(
                accepted.entrySet().stream()
                        .map(its -> Accepted.of(its.getKey(), its.getValue()))
                        .toList(),
                assessments,
                CommitmentEvidence.of(
                        code,
                        ofReports,
                        assessments,
                        Milestones.evidence(
                                code, of(CommitmentEntryKinds.MILESTONE, known).toList(), at),
                        CommitmentEvidence.addedTo(
                                accepted.values().stream().map(UpdateBody::id).collect(Collectors.toSet()),
                                of(CommitmentEntryKinds.EVIDENCE, known),
                                at)));
    }

    private static Stream<Entry> of(String kind, List<Entry> known) {
        return known.stream().filter(entry -> entry.kind().equals(kind));
    }

    private static Stream<EvidenceView> evidence(String code, Entry entry, UpdateBody body) {
        if (body.evidence() == null) return Stream.of();
        return body.evidence().stream()
                .map(its -> new EvidenceView(
                        null, code, body.id(), its, entry.effectiveOn(), entry.recordedAt(), entry.sequence()));
    }

    /** What bears on its standing: the evidence of its reports and assessments, and what was found by itself. */
    public List<EvidenceView> backing() {
        Set<String> counting = new HashSet<>();
        reports.forEach(report -> counting.add(report.id()));
        assessments.forEach(assessment -> counting.add(assessment.id()));
        return evidence.stream()
                .filter(its -> its.backs() == null || counting.contains(its.backs()))
                .toList();
    }
}
