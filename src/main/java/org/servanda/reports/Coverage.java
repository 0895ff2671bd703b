package org.servanda.reports;

import java.util.Set;

import org.servanda.commitments.CommitmentView;
import org.servanda.commitments.Freshness;
import org.servanda.commitments.OwnerHow;

/** Counts commitments and what is missing of them. */
final class Coverage {

    /** "We will" is said of all and falls to nobody. */
    private static final Set<OwnerHow> NOBODY = Set.of(OwnerHow.not_stated, OwnerHow.jointly);

    private long commitments;
    private long reported;
    private long overdue;
    private long noOwner;
    private long noTimeFrame;

    void take(CommitmentView its) {
        commitments++;
        if (its.lastUpdate() != null) reported++;
        if (its.freshness() == Freshness.overdue) overdue++;
        if (NOBODY.contains(its.owner().stated().how()) && its.owner().assigned() == null) noOwner++;
        if (its.timeFrame() == null) noTimeFrame++;
    }

    CoverageRow row(CoverageRow.By by, String code, String label, String items) {
        return new CoverageRow(
                by, code, label, commitments, reported, commitments - reported, overdue, noOwner, noTimeFrame, items);
    }
}
