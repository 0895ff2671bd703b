package org.servanda.rules;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/** The history of a commitment, applied item by item to what its first entry recorded (rule 12.2). */
final class HistoryReplay {

    private final TrackedCommitment commitment;
    private final Differences differences;
    private final List<Map<String, Object>> items;

    HistoryReplay(TrackedCommitment commitment, Differences differences) {
        this.commitment = commitment;
        this.differences = differences;
        this.items = RegisterClient.items(commitment.path() + "/history");
    }

    private static LocalDate day(Object value) {
        return value == null ? null : LocalDate.parse(value.toString());
    }

    private static long entry(Map<String, Object> item) {
        return ((Number) item.get("entry")).longValue();
    }

    private static LocalDate from(Map<String, Object> item) {
        LocalDate from = day(item.getOrDefault("from", item.get("effectiveOn")));
        return from == null ? LocalDate.MIN : from;
    }

    private static boolean holdsOn(Map<String, Object> item, LocalDate day) {
        LocalDate to = day(item.get("to"));
        return !from(item).isAfter(day) && (to == null || !to.isBefore(day));
    }

    /** The items about fields since the commitment was entered, in order. */
    private List<Map<String, Object>> changes() {
        return items.stream()
                .filter(item -> item.get("field") != null && entry(item) > commitment.firstRevision)
                .toList();
    }

    // Rule 12.2
    void compare(OraclePoint at) {
        ExpectedCommitment expectedCommitment =
                BitemporalOracle.at(commitment.events(), at.day(), at.known()).orElseThrow();
        ExpectedCommitment first = BitemporalOracle.at(commitment.events(), at.day(), commitment.firstRevision)
                .orElseThrow();
        Map<String, Object> replayed = fields(first);
        for (Map<String, Object> item : changes())
            if (entry(item) <= at.known() && holdsOn(item, at.day())) apply(item, replayed, at);
        Supplier<String> told = () -> commitment.code + "/history replayed " + at;
        fields(expectedCommitment)
                .forEach((field, value) -> differences.compare(
                        "history " + kindOf(field), value, replayed.get(field), () -> told.get() + " " + field));
        for (String field : replayed.keySet())
            if (!fields(expectedCommitment).containsKey(field))
                differences.compare(
                        "history " + kindOf(field), null, replayed.get(field), () -> told.get() + " " + field);
    }

    private void apply(Map<String, Object> item, Map<String, Object> replayed, OraclePoint at) {
        String field = item.get("field").toString();
        if (!told(field)) return;
        Supplier<String> where = () -> commitment.code + " " + at.day() + " " + item;
        differences.compare("12.1 old of " + kindOf(field), replayed.get(field), value(field, item.get("old")), where);
        replayed.put(field, value(field, item.get("new")));
    }

    /** What the oracle knows; not links, narratives and the like. */
    private static boolean told(String field) {
        if (field.startsWith("parties/"))
            return List.of("status", "since", "percent", "percentOn", "assurance", "lastUpdate")
                    .contains(field.split("/")[2]);
        if (field.startsWith("milestones/"))
            return List.of("title", "plannedOn", "forecastOn", "achievedOn").contains(field.split("/")[2]);
        return WHOLE.contains(field);
    }

    private static final Set<String> WHOLE = Set.of(
            "title",
            "area",
            "otherAreas",
            "supportingAssigned",
            "timeFrame",
            "rollUp",
            "status",
            "statusSince",
            "percent",
            "percentOn",
            "successor",
            "assurance",
            "assessment",
            "evidenceCount",
            "owner",
            "statusBasis",
            "lastUpdate/id");

    private static String kindOf(String field) {
        String[] steps = field.split("/");
        return steps.length == 3 ? steps[0] + "/" + steps[2] : field;
    }

    /** Of an owner only who was assigned, of a basis only that it is there, of an update only its id. */
    private static Object value(String field, Object told) {
        return switch (kindOf(field)) {
            case "owner" -> told == null ? null : RegisterClient.map(told).get("assigned");
            case "statusBasis" -> told != null;
            case "parties/lastUpdate" -> told instanceof Map<?, ?> update ? update.get("id") : told;
            case "otherAreas", "supportingAssigned" -> told == null ? List.of() : told;
            default -> told;
        };
    }

    private static Map<String, Object> fields(ExpectedCommitment expectedCommitment) {
        Map<String, Object> fields = new HashMap<>(CommitmentComparison.fields(expectedCommitment));
        fields.put("owner", CommitmentComparison.assigned(expectedCommitment));
        fields.put("statusBasis", expectedCommitment.basisShown());
        fields.put(
                "lastUpdate/id",
                expectedCommitment.lastUpdate() == null
                        ? null
                        : expectedCommitment.lastUpdate().id());
        for (ExpectedParty party : expectedCommitment.parties())
            CommitmentComparison.partyFields(party)
                    .forEach((field, value) -> fields.put("parties/" + party.party() + "/" + field, value));
        for (ExpectedMilestone milestone : expectedCommitment.milestones())
            CommitmentComparison.milestoneFields(milestone)
                    .forEach((field, value) -> fields.put("milestones/" + milestone.id() + "/" + field, value));
        return fields;
    }

    // Rule 12.1: stretches of one entry and field do not overlap, and each is a change.
    void compareStretches() {
        Set<String> seen = new HashSet<>();
        for (Map<String, Object> item : changes()) {
            Supplier<String> where = () -> commitment.code + " " + item;
            differences.compare("12.1 a change", false, Objects.equals(item.get("old"), item.get("new")), where);
            for (LocalDate day : commitment.days)
                if (holdsOn(item, day)) {
                    boolean once = seen.add(item.get("entry") + " " + item.get("field") + " " + day);
                    differences.compare("12.1 one item for each stretch", true, once, where);
                }
        }
        Set<Object> entries = new HashSet<>();
        items.forEach(item -> entries.add(entry(item)));
        for (Event event : commitment.events())
            if (event.revision() > commitment.firstRevision && isPublic(event.fact()))
                differences.compare(
                        "12.1 each entry",
                        true,
                        entries.contains(event.revision()),
                        () -> commitment.code + " entry " + event);
    }

    private static boolean isPublic(Fact fact) {
        return !(fact instanceof Fact.Submitted) && !(fact instanceof Fact.Returned);
    }

    // Rule 12.3
    void compareAsOf(OraclePoint at) {
        String path = commitment.path() + "/history?" + at.query();
        List<String> actual = RegisterClient.items(path).stream()
                .filter(item -> item.get("field") != null)
                .map(HistoryReplay::brief)
                .sorted()
                .toList();
        List<String> expected = items.stream()
                .filter(item -> item.get("field") != null && entry(item) <= at.known())
                .filter(item -> !from(item).isAfter(at.day()))
                .map(HistoryReplay::brief)
                .sorted()
                .toList();
        differences.compare("12.3 history as of a day", expected, actual, () -> path);
    }

    private static String brief(Map<String, Object> item) {
        return item.get("entry") + " " + item.get("field") + " from " + from(item) + " " + item.get("new");
    }
}
