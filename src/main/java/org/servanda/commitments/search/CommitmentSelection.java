package org.servanda.commitments.search;

import java.util.List;

import org.servanda.commitments.filters.CommitmentFilter;
import org.servanda.commitments.filters.Dimension;
import org.servanda.ledger.ReadPoint;

/** Commitments that fit a filter, at coordinates of the two times: what a report is about. */
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

    /** The same filter at other coordinates. */
    public CommitmentSelection at(ReadPoint other) {
        return new CommitmentSelection(filter.at(other));
    }

    /** The same filter, further narrowed to one value of a dimension, by its parameter's name. */
    public CommitmentSelection with(String dimension, String value) {
        return new CommitmentSelection(filter.with(Dimension.valueOf(dimension), value));
    }

    /** Whether the filter names a dimension, by its parameter's name. */
    public boolean names(String dimension) {
        return filter.values().containsKey(Dimension.valueOf(dimension));
    }

    /** Whether the filter lets a value of a dimension through; it does where it does not name the dimension. */
    public boolean allows(String dimension, String value) {
        List<String> wanted = filter.values().get(Dimension.valueOf(dimension));
        return wanted == null || wanted.contains(value);
    }

    /** The filter as a query string without the coordinates; empty when it leaves nothing out. */
    public String query() {
        return filter.queryWithoutReadPoint();
    }
}
