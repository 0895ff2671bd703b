package org.servanda.verify;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The count of the items of evidence for a commitment. */
final class EvidenceCount {

    private final List<UncorrectedUpdate> updates;
    private final Assessments assessments;
    private final List<CommitmentEvent> milestones;
    private final List<CommitmentEvent> added;

    EvidenceCount(List<CommitmentEvent> events, List<UncorrectedUpdate> updates, Assessments assessments) {
        this.updates = updates;
        this.assessments = assessments;
        milestones = CommitmentEvent.ofKind(CommitmentEvent.MILESTONE_STATED, events);
        added = CommitmentEvent.ofKind(CommitmentEvent.EVIDENCE_ADDED, events);
    }

    /** How many items there are on a day. */
    int on(LocalDate day) {
        // Rule 7.1: of updates, with what was added to them, of assessments, of milestones, and by themselves.
        int count = 0;
        for (UncorrectedUpdate update : UncorrectedUpdate.by(day, updates)) count += update.evidenceCount();
        for (CommitmentEvent assessment : assessments.by(day)) count += assessment.evidenceCount();
        count += ofMilestones(day);
        // Rule 7.3: what backs no update is counted, and backs nothing.
        for (CommitmentEvent evidence : added) if (evidence.backs() == null && evidence.isBy(day)) count++;
        return count;
    }

    /** The last statement about the evidence of a milestone counts. */
    private int ofMilestones(LocalDate day) {
        Map<String, Integer> counts = new HashMap<>();
        milestones.stream()
                .filter(statement -> statement.isBy(day))
                .filter(statement -> statement.body().has("evidence") || statement.clears("evidence"))
                .sorted(Comparator.comparing(CommitmentEvent::on))
                .forEach(statement -> counts.put(statement.id(), statement.evidenceCount()));
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
