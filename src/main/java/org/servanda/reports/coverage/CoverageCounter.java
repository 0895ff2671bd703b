package org.servanda.reports.coverage;

import java.util.Set;

import org.servanda.commitments.Freshness;
import org.servanda.commitments.OwnerHow;
import org.servanda.commitments.search.CommitmentScan.ScannedCommitment;
import org.servanda.commitments.standings.CommitmentView;

/** Counts commitments and what is missing of them. */
final class CoverageCounter {

    /** "We will" is said of all and falls to nobody. */
    private static final Set<OwnerHow> NOBODY = Set.of(OwnerHow.not_stated, OwnerHow.jointly);

    private long commitments;
    private long reported;
    private long overdue;
    private long noOwner;
    private long noTimeFrame;

    /** A commitment as a whole. */
    void take(CommitmentView its) {
        take(its, its.lastUpdate() != null, its.freshness() == Freshness.overdue);
    }

    /** A commitment as far as it is one party's (rule 8.9). */
    void take(ScannedCommitment scannedCommitment, String party) {
        take(
                scannedCommitment.view(),
                scannedCommitment.reportedFor().contains(party),
                scannedCommitment.overdueBy().contains(party));
    }

    private void take(CommitmentView its, boolean wasReported, boolean isOverdue) {
        commitments++;
        if (wasReported) reported++;
        if (isOverdue) overdue++;
        if (NOBODY.contains(its.owner().stated().how()) && its.owner().assigned() == null) noOwner++;
        if (its.timeFrame() == null) noTimeFrame++;
    }

    CoverageRow row(CoverageRow.CoverageBy by, String code, String label, String items) {
        return new CoverageRow(
                by, code, label, commitments, reported, commitments - reported, overdue, noOwner, noTimeFrame, items);
    }
}
