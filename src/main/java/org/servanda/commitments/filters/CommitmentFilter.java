package org.servanda.commitments.filters;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.servanda.ledger.EntryRef;
import org.servanda.ledger.ReadPoint;

/**
 * A filter of commitments at a read point. Values of one dimension are alternatives; conditions on different dimensions must
 * all hold. {@link StandingQuery} makes a query of it.
 *
 * @param values the values of each dimension that the filter names
 * @param q the search text as written, null when there is none
 * @param updatedSince only records changed at or after this moment, null for all
 * @param sinceRevision only records changed after this entry, null for all
 * @param at the read point
 */
public record CommitmentFilter(
        Map<Dimension, List<String>> values, String q, Instant updatedSince, EntryRef sinceRevision, ReadPoint at) {

    /** Keeps the dimensions in the order of the enum, so that one filter has one address. */
    public CommitmentFilter {
        values = values.isEmpty() ? Map.of() : new EnumMap<>(values);
    }

    public static CommitmentFilter all(ReadPoint at) {
        return new CommitmentFilter(Map.of(), null, null, null, at);
    }

    /** The same filter with one value of a dimension. */
    public CommitmentFilter with(Dimension dimension, String value) {
        return with(dimension, List.of(value));
    }

    /** The same filter with these values of a dimension. */
    public CommitmentFilter with(Dimension dimension, List<String> dimensionValues) {
        Map<Dimension, List<String>> narrowed = new EnumMap<>(Dimension.class);
        narrowed.putAll(values);
        narrowed.put(dimension, dimensionValues);
        return new CommitmentFilter(narrowed, q, updatedSince, sinceRevision, at);
    }

    /** The same filter at another read point. */
    public CommitmentFilter at(ReadPoint readPoint) {
        return new CommitmentFilter(values, q, updatedSince, sinceRevision, readPoint);
    }

    boolean isEmpty() {
        return values.isEmpty() && q == null && updatedSince == null && sinceRevision == null;
    }

    /** The filter as a query string without the leading question mark; the same filter always gives the same one. */
    public String query() {
        String filter = queryWithoutReadPoint();
        if (at.queryString().isEmpty()) return filter;
        return filter.isEmpty() ? at.queryString() : filter + "&" + at.queryString();
    }

    /** The query string without the read point. */
    public String queryWithoutReadPoint() {
        List<String> parts = new ArrayList<>();
        values.forEach((dimension, dimensionValues) -> parts.add(dimension + "="
                + dimensionValues.stream()
                        .sorted()
                        .map(CommitmentFilter::encode)
                        .collect(Collectors.joining(","))));
        if (q != null) parts.add("q=" + encode(q));
        if (updatedSince != null) parts.add("updatedSince=" + encode(updatedSince.toString()));
        if (sinceRevision != null) parts.add("sinceRevision=" + sinceRevision.sequence());
        return String.join("&", parts);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
