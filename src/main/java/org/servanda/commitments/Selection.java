package org.servanda.commitments;

import org.servanda.ledger.Coordinates;

/** Commitments that fit a filter, at coordinates of the two times: what a report is about. */
public final class Selection {

    private final CommitmentFilter filter;

    Selection(CommitmentFilter filter) {
        this.filter = filter;
    }

    CommitmentFilter filter() {
        return filter;
    }

    public Coordinates at() {
        return filter.at();
    }

    /** The same filter at other coordinates. */
    public Selection at(Coordinates other) {
        return new Selection(filter.at(other));
    }

    /** The filter as a query string without the coordinates; empty when it leaves nothing out. */
    public String words() {
        return filter.words();
    }
}
