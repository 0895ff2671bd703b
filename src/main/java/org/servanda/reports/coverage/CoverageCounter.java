package org.servanda.reports.coverage;

import java.util.Set;

import org.servanda.commitments.Freshness;
import org.servanda.commitments.OwnerHow;
import org.servanda.commitments.search.CommitmentScan.ScannedCommitment;
import org.servanda.commitments.standings.CommitmentView;

/** Counts commitments, and those without an update, an owner or a time frame. */
final class CoverageCounter {

    /** Commitments without a single owner: none is named, or all parties jointly. */
    private static final Set<OwnerHow> NOBODY = Set.of(OwnerHow.not_stated, OwnerHow.jointly);

    private long commitments;
    private long reported;
    private long overdue;
    private long noOwner;
    private long noTimeFrame;

    /** Counts a commitment as a whole. */
    void take(CommitmentView commitment) {
        take(commitment, commitment.lastUpdate() != null, commitment.freshness() == Freshness.overdue);
    }

    /** Counts the part that one party has in a commitment (rule 8.9). */
    void take(ScannedCommitment scannedCommitment, String party) {
        take(
                scannedCommitment.view(),
                scannedCommitment.reportedFor().contains(party),
                scannedCommitment.overdueBy().contains(party));
    }

    private void take(CommitmentView commitment, boolean wasReported, boolean isOverdue) {
        commitments++;
        if (wasReported) reported++;
        if (isOverdue) overdue++;
        if (NOBODY.contains(commitment.owner().stated().how())
                && commitment.owner().assigned() == null) noOwner++;
        if (commitment.timeFrame() == null) noTimeFrame++;
    }

    CoverageRow row(CoverageRow.CoverageBy by, String code, String label, String items) {
        return new CoverageRow(
                by, code, label, commitments, reported, commitments - reported, overdue, noOwner, noTimeFrame, items);
    }
}
