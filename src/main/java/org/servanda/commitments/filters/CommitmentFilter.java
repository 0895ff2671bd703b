package org.servanda.commitments.filters;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.servanda.ledger.EntryRef;
import org.servanda.ledger.ReadPoint;
import org.servanda.text.SearchWords;

/**
 * Which commitments are meant, and where in time. Values of one dimension are alternatives, different ones must all hold.
 *
 * @param values the values asked for, only dimensions that were asked for
 * @param q the search text as written, null when there is none
 * @param updatedSince only records changed at or after this moment, null for all
 * @param sinceRevision only records changed after this entry, null for all
 * @param at the coordinates that are read
 */
public record CommitmentFilter(
        Map<Dimension, List<String>> values, String q, Instant updatedSince, EntryRef sinceRevision, ReadPoint at) {

    /** Keeps the dimensions in their own order, so that one filter has one address. */
    public CommitmentFilter {
        values = values.isEmpty() ? Map.of() : new EnumMap<>(values);
    }

    public static CommitmentFilter all(ReadPoint at) {
        return new CommitmentFilter(Map.of(), null, null, null, at);
    }

    /** A condition over standing {@code c} with its parameters. */
    public record Condition(String hql, Map<String, Object> parameters) {}

    public Condition condition() {
        List<String> all = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        locate(all, parameters);
        values.forEach((dimension, wanted) -> {
            all.add(dimension.condition(values));
            parameters.put(dimension.name(), dimension.bind(wanted));
        });
        if (updatedSince != null) {
            all.add("c.updatedAt >= :updatedSince");
            parameters.put("updatedSince", updatedSince);
        }
        if (sinceRevision != null) {
            // Of one moment there may be several entries; the moment is there for the index.
            all.add("c.revision > :sinceRevision and c.updatedAt >= :sinceItsTime");
            parameters.put("sinceRevision", sinceRevision.sequence());
            parameters.put("sinceItsTime", sinceRevision.at());
        }
        if (q != null) all.addAll(SearchCondition.of(SearchWords.query(q), parameters));
        String hql = String.join(" and ", all);
        bindDay(hql, parameters);
        return new Condition(hql, parameters);
    }

    /** The one rectangle of each commitment that holds the coordinates; how things stand has an index of its own. */
    private void locate(List<String> all, Map<String, Object> parameters) {
        if (at.latest()) {
            all.add("c.latest = true");
            return;
        }
        all.add(
                "c.validFrom <= :asOf and c.validTo > :asOf and c.recordedFrom <= :revision and c.recordedTo > :revision");
        parameters.put("asOf", at.asOf());
        parameters.put("revision", at.revision());
    }

    /** Adds the day parameters that {@code hql} really holds; Hibernate refuses others. */
    public void bindDay(String hql, Map<String, Object> parameters) {
        DerivedExpressions.on(at.asOf()).forEach((name, day) -> {
            if (hql.contains(":" + name)) parameters.put(name, day);
        });
    }

    /** The same filter, further narrowed to one value of a dimension. */
    public CommitmentFilter with(Dimension dimension, String value) {
        return with(dimension, List.of(value));
    }

    /** The same filter with these values of a dimension. */
    public CommitmentFilter with(Dimension dimension, List<String> wanted) {
        Map<Dimension, List<String>> narrowed = new EnumMap<>(Dimension.class);
        narrowed.putAll(values);
        narrowed.put(dimension, wanted);
        return new CommitmentFilter(narrowed, q, updatedSince, sinceRevision, at);
    }

    /** The same filter at other coordinates. */
    public CommitmentFilter at(ReadPoint other) {
        return new CommitmentFilter(values, q, updatedSince, sinceRevision, other);
    }

    boolean isEmpty() {
        return values.isEmpty() && q == null && updatedSince == null && sinceRevision == null;
    }

    /** The filter as a query string without the leading question mark; the same filter always gives the same one. */
    public String query() {
        String words = queryWithoutReadPoint();
        if (at.query().isEmpty()) return words;
        return words.isEmpty() ? at.query() : words + "&" + at.query();
    }

    /** The same without the coordinates. */
    public String queryWithoutReadPoint() {
        List<String> parts = new ArrayList<>();
        values.forEach((dimension, wanted) -> parts.add(dimension + "="
                + wanted.stream().sorted().map(CommitmentFilter::encode).collect(Collectors.joining(","))));
        if (q != null) parts.add("q=" + encode(q));
        if (updatedSince != null) parts.add("updatedSince=" + encode(updatedSince.toString()));
        if (sinceRevision != null) parts.add("sinceRevision=" + sinceRevision.sequence());
        return String.join("&", parts);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
