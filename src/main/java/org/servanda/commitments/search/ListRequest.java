package org.servanda.commitments.search;

import org.servanda.commitments.filters.CommitmentFilter;
import org.servanda.commitments.filters.SortOrder;
import org.servanda.ledger.ReadPoint;
import org.servanda.web.FieldSelection;

/**
 * A validated request for one page of the list of commitments.
 *
 * @param cursor as the client sent it, null for the first page; {@link CommitmentQueries} verifies its signature
 * @param limit 1 to 200
 */
public record ListRequest(
        CommitmentFilter filter, SortOrder sort, int limit, String cursor, FieldSelection fields, boolean count) {

    /** The same request at the read point of the page before. */
    ListRequest at(ReadPoint readPoint) {
        return new ListRequest(filter.at(readPoint), sort, limit, cursor, fields, count);
    }

    public ListRequest withFilter(CommitmentFilter newFilter) {
        return new ListRequest(newFilter, sort, limit, cursor, fields, count);
    }

    /** The filter and order that a cursor is bound to. */
    String cursorScope() {
        return filter.query() + "&sort=" + sort.word();
    }
}
