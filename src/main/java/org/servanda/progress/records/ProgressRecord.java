package org.servanda.progress.records;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.ledger.ReadPoint;
import org.servanda.progress.EvidenceView;
import org.servanda.progress.assessments.AssessmentView;
import org.servanda.progress.assessments.Assessments;
import org.servanda.progress.evidence.CommitmentEvidence;
import org.servanda.progress.milestones.MilestoneView;
import org.servanda.progress.milestones.Milestones;
import org.servanda.progress.updates.UpdateFilter;
import org.servanda.progress.updates.UpdateView;
import org.servanda.progress.updates.Updates;

/** Reads all progress of one commitment that the caller may see: updates, evidence, milestones, assessments. */
@ApplicationScoped
public class ProgressRecord {

    private final Updates updates;
    private final CommitmentEvidence evidence;
    private final Milestones milestones;
    private final Assessments assessments;

    ProgressRecord(Updates updates, CommitmentEvidence evidence, Milestones milestones, Assessments assessments) {
        this.updates = updates;
        this.evidence = evidence;
        this.milestones = milestones;
        this.assessments = assessments;
    }

    /** Updates in the order of their submission; submitted and returned updates, and notes, only where the caller may see them. */
    public List<UpdateView> updates(String code, ReadPoint at) {
        return updates.page(new UpdateFilter(null, code, null, null), 0, Integer.MAX_VALUE, at).stream()
                .map(update -> updates.view(update, at))
                .toList();
    }

    public List<EvidenceView> evidence(String code, ReadPoint at) {
        return evidence.of(code, at);
    }

    public List<MilestoneView> milestones(String code, ReadPoint at) {
        return milestones.of(code, at);
    }

    public List<AssessmentView> assessments(String code, ReadPoint at) {
        return assessments.of(code, at);
    }
}
