package org.servanda.commitments.search;

import java.util.List;

import org.servanda.commitments.filters.CommitmentFilter;
import org.servanda.commitments.filters.Dimension;
import org.servanda.ledger.ReadPoint;

/** The commitments of a filter at a read point: the selection that a report is about. */
public final class CommitmentSelection {

    private final CommitmentFilter filter;

    CommitmentSelection(CommitmentFilter filter) {
        this.filter = filter;
    }

    CommitmentFilter filter() {
        return filter;
    }

    public ReadPoint at() {
        return filter.at();
    }

    /** The same filter at another read point. */
    public CommitmentSelection at(ReadPoint readPoint) {
        return new CommitmentSelection(filter.at(readPoint));
    }

    /** The same filter with one value of a dimension. @param dimension name of the query parameter */
    public CommitmentSelection with(String dimension, String value) {
        return new CommitmentSelection(filter.with(Dimension.valueOf(dimension), value));
    }

    /** Whether the filter names a dimension. @param dimension name of the query parameter */
    public boolean names(String dimension) {
        return filter.values().containsKey(Dimension.valueOf(dimension));
    }

    /** Whether the filter allows a value of a dimension; it allows all values of a dimension that it does not name. */
    public boolean allows(String dimension, String value) {
        List<String> allowed = filter.values().get(Dimension.valueOf(dimension));
        return allowed == null || allowed.contains(value);
    }

    /** The filter as a query string without the read point; empty when all commitments are selected. */
    public String query() {
        return filter.queryWithoutReadPoint();
    }
}
