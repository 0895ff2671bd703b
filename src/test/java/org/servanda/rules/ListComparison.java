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

/** Lists, counts and coverage, asked for one pledge, held against the oracle (rule 4.12). */
final class ListComparison {

    private static final List<String> COUNTED =
            List.of("status", "schedule", "freshness", "assurance", "assessment", "primaryArea");

    private final Pledge pledge;
    private final Random random;
    private final Differences differences;

    ListComparison(Pledge pledge, Random random, Differences differences) {
        this.pledge = pledge;
        this.random = random;
        this.differences = differences;
    }

    /** Whether the search for its code finds it alone: only then a count is a count of it. */
    static boolean isFoundAlone(String code) {
        return RegisterClient.items("/commitments?limit=2&fields=status&q=" + code)
                        .size()
                == 1;
    }

    void compare(Coordinate at, Seen seen) {
        compareFilter(at, seen);
        comparePartyFilter(at, seen);
        compareCounts(at, seen);
        compareCoverage(at, seen);
    }

    private static String word(Seen seen, String dimension) {
        return switch (dimension) {
            case "status" -> seen.status();
            case "schedule" -> seen.schedule();
            case "freshness" -> seen.freshness();
            case "assurance" -> seen.assurance();
            case "assessment" -> seen.assessment();
            default -> seen.area();
        };
    }

    private void compareFilter(Coordinate at, Seen seen) {
        String dimension = COUNTED.get(random.nextInt(COUNTED.size()));
        String value = random.nextInt(3) > 0 ? word(seen, dimension) : another(dimension);
        compareListed(dimension + "=" + value, value.equals(word(seen, dimension)), at, dimension);
    }

    private String another(String dimension) {
        return switch (dimension) {
            case "status" -> Moves.STATUSES.get(random.nextInt(Moves.STATUSES.size()));
            case "schedule" -> "late";
            case "freshness" -> "overdue";
            case "assurance" -> "self_reported";
            case "assessment" -> "limited";
            default -> "GREEN";
        };
    }

    // Rule 4.11
    private void comparePartyFilter(Coordinate at, Seen seen) {
        if (random.nextInt(3) == 0) {
            String party = someParty(seen).party();
            compareListed("reporter=" + party, seen.reporters().contains(party), at, "reporter");
            return;
        }
        SeenParty asked = someParty(seen);
        String word = random.nextInt(3) > 0 ? asked.partyStatus() : another("status");
        if (random.nextInt(2) == 0) {
            boolean in =
                    seen.bound().stream().anyMatch(party -> party.partyStatus().equals(word));
            compareListed("partyStatus=" + word, in, at, "partyStatus");
            return;
        }
        boolean in = asked.bound() && asked.partyStatus().equals(word);
        compareListed("partyStatus=" + word + "&party=" + asked.party(), in, at, "partyStatus and party");
    }

    private SeenParty someParty(Seen seen) {
        return seen.parties().get(random.nextInt(seen.parties().size()));
    }

    private void compareListed(String filter, boolean in, Coordinate at, String what) {
        String path = "/commitments?fields=status&limit=200&q=" + pledge.code + "&" + filter + "&" + at.query();
        Response answer = RegisterClient.ask(path);
        differences.compare("list by " + what + " answers", 200, answer.statusCode(), () -> path);
        if (answer.statusCode() != 200) return;
        boolean listed = RegisterClient.list(RegisterClient.body(answer), "items").stream()
                .anyMatch(item -> item.get("code").equals(pledge.code));
        differences.compare("list by " + what, in, listed, () -> path);
    }

    private void compareCounts(Coordinate at, Seen seen) {
        Set<List<Object>> parties = new TreeSet<>(Comparator.comparing(Object::toString));
        for (SeenParty party : seen.bound()) parties.add(List.of(party.party(), party.partyStatus()));
        compareCells("party", "partyStatus", parties, at);
        String one = COUNTED.get(random.nextInt(COUNTED.size()));
        String other = COUNTED.get((COUNTED.indexOf(one) + 1) % COUNTED.size());
        compareCells(one, other, Set.of(List.of(word(seen, one), word(seen, other))), at);
    }

    private void compareCells(String one, String other, Set<List<Object>> expected, Coordinate at) {
        String path = "/summary?by=" + one + "," + other + "&q=" + pledge.code + "&" + at.query();
        List<List<Object>> cells = new ArrayList<>();
        for (Map<String, Object> cell : RegisterClient.list(RegisterClient.get(path), "cells"))
            cells.add(List.of(cell.getOrDefault(one, "-"), cell.getOrDefault(other, "-")));
        cells.sort(Comparator.comparing(Object::toString));
        List<List<Object>> sorted = new ArrayList<>(expected);
        differences.compare("summary by " + one + "," + other, sorted, cells, () -> path);
    }

    // Rule 8.9
    private void compareCoverage(Coordinate at, Seen seen) {
        String path = "/reports/coverage?format=json&q=" + pledge.code + "&" + at.query();
        Map<String, List<Object>> expected = new TreeMap<>();
        boolean reported = seen.lastUpdate() != null;
        expected.put("all -", counts(reported, seen.freshness().equals("overdue")));
        for (SeenParty party : seen.bound())
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
    void compareWithList(Coordinate at) {
        String filter = "instrument=" + pledge.instrument + "&" + at.query();
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
