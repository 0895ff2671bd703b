package org.servanda.commitments.search;

import org.servanda.commitments.filters.CommitmentFilter;
import org.servanda.commitments.filters.SortOrder;
import org.servanda.ledger.ReadPoint;
import org.servanda.web.FieldSelection;

/**
 * A request for one page of the list, checked.
 *
 * @param cursor as given, null for the first page; only the register's key can open it
 * @param limit 1 to 200
 */
public record ListRequest(
        CommitmentFilter filter, SortOrder sort, int limit, String cursor, FieldSelection fields, boolean count) {

    /** The same list at the coordinates of the page before. */
    ListRequest at(ReadPoint readPoint) {
        return new ListRequest(filter.at(readPoint), sort, limit, cursor, fields, count);
    }

    /** The same page of fewer commitments. */
    public ListRequest withFilter(CommitmentFilter fewer) {
        return new ListRequest(fewer, sort, limit, cursor, fields, count);
    }

    /** What a cursor is bound to: another filter or order is another list. */
    String cursorScope() {
        return filter.query() + "&sort=" + sort.word();
    }
}
