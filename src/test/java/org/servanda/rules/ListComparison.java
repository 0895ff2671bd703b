package org.servanda.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

import io.restassured.response.Response;

/** Lists, counts and coverage, asked for one commitment, held against the oracle (rule 4.12). */
final class ListComparison {

    private static final List<String> COUNTED =
            List.of("status", "schedule", "freshness", "assurance", "assessment", "primaryArea");

    private final TrackedCommitment commitment;
    private final Random random;
    private final Differences differences;

    ListComparison(TrackedCommitment commitment, Random random, Differences differences) {
        this.commitment = commitment;
        this.random = random;
        this.differences = differences;
    }

    /** Whether the search for its code finds it alone: only then a count is a count of it. */
    static boolean isFoundAlone(String code) {
        return RegisterClient.items("/commitments?limit=2&fields=status&q=" + code)
                        .size()
                == 1;
    }

    void compare(OraclePoint at, ExpectedCommitment expectedCommitment) {
        compareFilter(at, expectedCommitment);
        comparePartyFilter(at, expectedCommitment);
        compareCounts(at, expectedCommitment);
        compareCoverage(at, expectedCommitment);
    }

    private static String word(ExpectedCommitment expectedCommitment, String dimension) {
        return switch (dimension) {
            case "status" -> expectedCommitment.status();
            case "schedule" -> expectedCommitment.schedule();
            case "freshness" -> expectedCommitment.freshness();
            case "assurance" -> expectedCommitment.assurance();
            case "assessment" -> expectedCommitment.assessment();
            default -> expectedCommitment.area();
        };
    }

    private void compareFilter(OraclePoint at, ExpectedCommitment expectedCommitment) {
        String dimension = COUNTED.get(random.nextInt(COUNTED.size()));
        String value = random.nextInt(3) > 0 ? word(expectedCommitment, dimension) : another(dimension);
        compareListed(dimension + "=" + value, value.equals(word(expectedCommitment, dimension)), at, dimension);
    }

    private String another(String dimension) {
        return switch (dimension) {
            case "status" -> StatusTransitionTable.STATUSES.get(random.nextInt(StatusTransitionTable.STATUSES.size()));
            case "schedule" -> "late";
            case "freshness" -> "overdue";
            case "assurance" -> "self_reported";
            case "assessment" -> "limited";
            default -> "GREEN";
        };
    }

    // Rule 4.11
    private void comparePartyFilter(OraclePoint at, ExpectedCommitment expectedCommitment) {
        if (random.nextInt(3) == 0) {
            String party = someParty(expectedCommitment).party();
            compareListed("reporter=" + party, expectedCommitment.reporters().contains(party), at, "reporter");
            return;
        }
        ExpectedParty asked = someParty(expectedCommitment);
        String word = random.nextInt(3) > 0 ? asked.partyStatus() : another("status");
        if (random.nextInt(2) == 0) {
            boolean in = expectedCommitment.bound().stream()
                    .anyMatch(party -> party.partyStatus().equals(word));
            compareListed("partyStatus=" + word, in, at, "partyStatus");
            return;
        }
        boolean in = asked.bound() && asked.partyStatus().equals(word);
        compareListed("partyStatus=" + word + "&party=" + asked.party(), in, at, "partyStatus and party");
    }

    private ExpectedParty someParty(ExpectedCommitment expectedCommitment) {
        return expectedCommitment
                .parties()
                .get(random.nextInt(expectedCommitment.parties().size()));
    }

    private void compareListed(String filter, boolean in, OraclePoint at, String what) {
        String path = "/commitments?fields=status&limit=200&q=" + commitment.code + "&" + filter + "&" + at.query();
        Response answer = RegisterClient.ask(path);
        differences.compare("list by " + what + " answers", 200, answer.statusCode(), () -> path);
        if (answer.statusCode() != 200) return;
        boolean listed = RegisterClient.list(RegisterClient.body(answer), "items").stream()
                .anyMatch(item -> item.get("code").equals(commitment.code));
        differences.compare("list by " + what, in, listed, () -> path);
    }

    private void compareCounts(OraclePoint at, ExpectedCommitment expectedCommitment) {
        Set<List<Object>> parties = new TreeSet<>(Comparator.comparing(Object::toString));
        for (ExpectedParty party : expectedCommitment.bound()) parties.add(List.of(party.party(), party.partyStatus()));
        compareCells("party", "partyStatus", parties, at);
        String one = COUNTED.get(random.nextInt(COUNTED.size()));
        String other = COUNTED.get((COUNTED.indexOf(one) + 1) % COUNTED.size());
        compareCells(one, other, Set.of(List.of(word(expectedCommitment, one), word(expectedCommitment, other))), at);
    }

    private void compareCells(String one, String other, Set<List<Object>> expected, OraclePoint at) {
        String path = "/summary?by=" + one + "," + other + "&q=" + commitment.code + "&" + at.query();
        List<List<Object>> cells = new ArrayList<>();
        for (Map<String, Object> cell : RegisterClient.list(RegisterClient.get(path), "cells"))
            cells.add(List.of(cell.getOrDefault(one, "-"), cell.getOrDefault(other, "-")));
        cells.sort(Comparator.comparing(Object::toString));
        List<List<Object>> sorted = new ArrayList<>(expected);
        differences.compare("summary by " + one + "," + other, sorted, cells, () -> path);
    }

    // Rule 8.9
    private void compareCoverage(OraclePoint at, ExpectedCommitment expectedCommitment) {
        String path = "/reports/coverage?format=json&q=" + commitment.code + "&" + at.query();
        Map<String, List<Object>> expected = new TreeMap<>();
        boolean reported = expectedCommitment.lastUpdate() != null;
        expected.put("all -", counts(reported, expectedCommitment.freshness().equals("overdue")));
        for (ExpectedParty party : expectedCommitment.bound())
            expected.put("party " + party.party(), counts(party.status() != null, party.overdue()));
        Map<String, List<Object>> actual = new HashMap<>();
        for (Map<String, Object> row : RegisterClient.items(path))
            actual.put(row.get("by") + " " + row.getOrDefault("code", "-"), counts(row));
        expected.forEach((row, counts) -> differences.compare(
                "coverage by " + row.split(" ")[0], counts, actual.get(row), () -> path + " " + row));
    }

    private static List<Object> counts(boolean reported, boolean overdue) {
        return List.of(1, reported ? 1 : 0, reported ? 0 : 1, overdue ? 1 : 0);
    }

    private static List<Object> counts(Map<String, Object> row) {
        return List.of(row.get("commitments"), row.get("reported"), row.get("neverReported"), row.get("overdue"));
    }

    /** Counts of the whole instrument are those of its list. */
    void compareWithList(OraclePoint at) {
        String filter = "instrument=" + commitment.instrument + "&" + at.query();
        Map<String, Integer> expected = new TreeMap<>();
        String fields = "/commitments?limit=200&fields=status,freshness&";
        for (Map<String, Object> item : RegisterClient.items(fields + filter))
            expected.merge(item.get("status") + " " + item.get("freshness"), 1, Integer::sum);
        Map<String, Integer> counted = new TreeMap<>();
        Map<String, Object> summary = RegisterClient.get("/summary?by=status,freshness&" + filter);
        for (Map<String, Object> cell : RegisterClient.list(summary, "cells"))
            counted.put(cell.get("status") + " " + cell.get("freshness"), (Integer) cell.get("count"));
        Supplier<String> told = () -> "/summary?by=status,freshness&" + filter;
        differences.compare("summary of an instrument and its list", expected, counted, told);
    }
}
