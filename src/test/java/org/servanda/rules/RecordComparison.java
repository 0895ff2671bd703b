package org.servanda.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The records for auditors of one commitment, held against the oracle: status, changes, findings. */
final class RecordComparison {

    private final TrackedCommitment commitment;
    private final Differences differences;

    RecordComparison(TrackedCommitment commitment, Differences differences) {
        this.commitment = commitment;
        this.differences = differences;
    }

    // --- Status

    /** The columns of the status report that can become others, but for labels. */
    static Map<String, Object> row(ExpectedCommitment expectedCommitment) {
        Map<String, Object> row = new TreeMap<>();
        row.put("titleZh", expectedCommitment.title().get("zh"));
        row.put("titleEn", expectedCommitment.title().get("en"));
        row.put("area", expectedCommitment.area());
        row.put("otherAreas", expectedCommitment.otherAreas());
        putLead(row, expectedCommitment);
        Map<String, Object> frame = expectedCommitment.timeFrame() == null ? Map.of() : expectedCommitment.timeFrame();
        row.put("timeFrameFrom", frame.get("from"));
        row.put("timeFrameTo", frame.get("to"));
        for (String field : List.of("status", "statusSince", "percent", "percentOn", "assurance", "assessment"))
            row.put(field, CommitmentComparison.fields(expectedCommitment).get(field));
        row.put("schedule", expectedCommitment.schedule());
        row.put("freshness", expectedCommitment.freshness());
        row.put("evidenceCount", expectedCommitment.evidenceCount());
        ExpectedCommitment.LastUpdate last = expectedCommitment.lastUpdate();
        row.put("lastReport", last == null ? null : last.id());
        row.put("lastReportOn", last == null ? null : last.effectiveOn().toString());
        row.put("lastReportParty", last == null ? null : last.party());
        return row;
    }

    private static void putLead(Map<String, Object> row, ExpectedCommitment expectedCommitment) {
        Map<String, Object> lead = CommitmentComparison.assigned(expectedCommitment);
        Map<String, Object> unit = lead == null || lead.get("unit") == null
                ? Map.of()
                : expectedCommitment.assigned().unit();
        row.put("ownerAssigned", lead == null ? null : lead.get("party"));
        row.put("ownerAssignedSince", lead == null ? null : lead.get("since"));
        row.put("ownerAssignedUnitZh", unit.get("zh"));
        row.put("ownerAssignedUnitEn", unit.get("en"));
    }

    void compareStatus(OraclePoint at, ExpectedCommitment expectedCommitment) {
        String path = "/reports/status?format=json&q=" + commitment.code + "&" + at.query();
        for (Map<String, Object> item : RegisterClient.items(path)) {
            if (!item.get("code").equals(commitment.code)) continue;
            row(expectedCommitment)
                    .forEach((column, value) ->
                            differences.compare("status report " + column, value, item.get(column), () -> path));
        }
    }

    // --- Changes

    // Rules 12.4 and 12.5
    void compareChanges(OraclePoint from, OraclePoint to) {
        boolean backwards = from.day().isAfter(to.day()) || from.known() > to.known();
        String path = "/reports/changes?format=json&q=" + commitment.code + "&fromAsOf=" + from.day() + "&fromKnownAt="
                + from.known() + "&" + to.query();
        if (backwards) {
            differences.compare("12.5 backwards", 400, RegisterClient.ask(path).statusCode(), () -> path);
            return;
        }
        Optional<ExpectedCommitment> before = BitemporalOracle.at(commitment.events(), from.day(), from.known());
        Optional<ExpectedCommitment> after = BitemporalOracle.at(commitment.events(), to.day(), to.known());
        if (before.isEmpty() || after.isEmpty()) return;
        Map<String, String> expected = changes(row(before.get()), row(after.get()));
        Map<String, String> actual = new TreeMap<>();
        for (Map<String, Object> item : RegisterClient.items(path))
            if (item.get("code").equals(commitment.code)
                    && !ignored(item.get("field").toString()))
                actual.put(item.get("field").toString(), item.get("before") + " -> " + item.get("after"));
        Set<String> fields = new TreeSet<>(expected.keySet());
        fields.addAll(actual.keySet());
        for (String field : fields)
            differences.compare("changes " + field, expected.get(field), actual.get(field), () -> path);
        differences.compare("changes", expected.size(), actual.size(), () -> path);
    }

    /** Columns that the oracle does not have: narrative and moment of the last update. */
    private static boolean ignored(String field) {
        return List.of("lastReportZh", "lastReportEn", "lastReportRecordedAt").contains(field);
    }

    private static Map<String, String> changes(Map<String, Object> before, Map<String, Object> after) {
        Map<String, String> changes = new TreeMap<>();
        before.forEach((column, old) -> {
            Object value = after.get(column);
            if (!Objects.equals(old, value)) changes.put(column, csv(old) + " -> " + csv(value));
        });
        return changes;
    }

    private static String csv(Object value) {
        if (value instanceof List<?> words) {
            if (words.isEmpty()) return "null";
            return String.join(";", words.stream().map(Object::toString).toList());
        }
        return String.valueOf(value);
    }

    // --- Findings

    /** Where the text says closed, the page does not say whether the first update that says in progress reopens. */
    void compareFindings(OraclePoint at, ExpectedCommitment expectedCommitment, LocalDate reportDate) {
        String path = "/reports/findings?format=json&finding=reopened,changed_before_report_date,"
                + "completed_without_independent_evidence&reportDate=" + reportDate + "&q=" + commitment.code + "&"
                + at.query();
        Map<String, Set<String>> actual = new TreeMap<>();
        for (Map<String, Object> item : RegisterClient.items(path))
            if (item.get("code").equals(commitment.code))
                actual.computeIfAbsent(item.get("finding").toString(), kind -> new TreeSet<>())
                        .add(String.valueOf(item.get("on")));
        TransitionDays moves = new TransitionDays(KnownEvents.at(commitment.events(), at.known()));
        compareDays("changed_before_report_date", moves.changedBefore(reportDate, at.day()), actual, path);
        if (!StatusTransitionTable.closed(commitment.text().status()))
            compareDays("reopened", moves.reopened(at.day()), actual, path);
        boolean done = Set.of("completed", "operational").contains(expectedCommitment.status());
        String unbacked = "completed_without_independent_evidence";
        differences.compare("finding " + unbacked, done, actual.containsKey(unbacked), () -> path);
    }

    private void compareDays(String kind, Set<LocalDate> days, Map<String, Set<String>> actual, String path) {
        Set<String> expected = new TreeSet<>();
        days.forEach(day -> expected.add(day.toString()));
        Supplier<String> told = () -> path;
        differences.compare("finding " + kind, expected, actual.getOrDefault(kind, Set.of()), told);
    }
}
