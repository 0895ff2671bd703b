package org.servanda.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.servanda.rules.Fact.Assigned;
import org.servanda.rules.Fact.Edited;
import org.servanda.rules.Fact.MilestoneStated;
import org.servanda.rules.Fact.Reported;
import org.servanda.testing.HttpTest;
import org.servanda.testing.RandomSize;
import org.servanda.testing.TestKeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Rule 1.3: the same facts of different days, recorded in two orders on two equal commitments, give equal states. */
@HttpTest
class ShuffledHistoriesTest {

    private static final long SEED = 13;

    /** Two each that bind the same parties, promise nothing by a day, and name no owner. */
    private static final List<List<String>> EQUAL = List.of(
            List.of("ACJS-2024.I.1", "ACJS-2024.I.2"),
            List.of("BRDE-2023.1.1", "BRDE-2023.1.2"),
            List.of("ACJS-2024.III.3", "ACJS-2024.III.4"),
            List.of("BRDE-2023.2.1", "BRDE-2023.3.1"),
            List.of("ACJS-2024.VI.1", "ACJS-2024.VI.2"),
            List.of("BRDE-2023.4.1", "BRDE-2023.4.2"));

    /** Each of these may follow each before it. */
    private static final List<String> ONWARDS = List.of("preparing", "in_progress", "operational", "completed");

    /** What two commitments with other texts have in common. */
    private static final Set<String> SHARED = Set.of(
            "rollUp",
            "status",
            "statusSince",
            "percent",
            "percentOn",
            "schedule",
            "freshness",
            "assurance",
            "evidenceCount",
            "timeFrame",
            "supportingAssigned");

    private final Differences differences = new Differences();

    @Test
    void theOrderOfRecordingDecidesNothing() {
        long start = System.nanoTime();
        int pairs = RandomSize.of(2, EQUAL.size());
        for (int i = 0; i < pairs; i++) compare(EQUAL.get(i), new Random(SEED + i));
        System.out.printf(
                "%d values of %d pairs of shuffled histories compared in %.1f s%n",
                differences.compared(), pairs, (System.nanoTime() - start) / 1e9);
        assertTrue(differences.none(), () -> "first seed " + SEED + differences.told());
    }

    private void compare(List<String> codes, Random random) {
        TestKeys.secretariat();
        TrackedCommitment one = new TrackedCommitment(codes.get(0), random);
        TrackedCommitment other = new TrackedCommitment(codes.get(1), random);
        List<Fact> facts = facts(one, random);
        record(one, facts);
        Collections.shuffle(facts, random);
        record(other, facts);
        for (LocalDate day : one.days) {
            compareAt(one, other, day);
            compareAt(one, other, day.plusDays(1));
        }
    }

    // --- What is recorded

    private static List<Fact> facts(TrackedCommitment commitment, Random random) {
        List<Fact> facts = new ArrayList<>(reports(commitment, random));
        List<LocalDate> days = new ArrayList<>(commitment.days);
        Collections.shuffle(days, random);
        List<String> rules = List.of("all", "any", "lead", "all");
        for (int i = 0; i < rules.size(); i++) facts.add(new Edited(days.get(i), Map.of("rollUp", rules.get(i))));
        for (int i = 4; i < 7; i++)
            facts.add(new Edited(days.get(i), ExampleLedger.map("assigned", lead(commitment, random))));
        facts.add(new Edited(days.get(7), Map.of("supportingAssigned", List.of("ITU"))));
        facts.add(new Edited(days.get(8), Map.of("supportingAssigned", List.of())));
        for (int i = 2; i < 5; i++) facts.add(change(commitment, days.get(i), i));
        Collections.shuffle(facts, random);
        return facts;
    }

    private static Assigned lead(TrackedCommitment commitment, Random random) {
        return random.nextInt(4) == 0 ? null : new Assigned(someParty(commitment, random), null);
    }

    private static String someParty(TrackedCommitment commitment, Random random) {
        return commitment.text().parties().get(random.nextInt(3));
    }

    /** Of different days; none is further than the one behind it, so that each order is legal. */
    private static List<Fact> reports(TrackedCommitment commitment, Random random) {
        List<Fact> reports = new ArrayList<>();
        int step = 0;
        for (LocalDate day : commitment.days) {
            step = Math.min(ONWARDS.size() - 1, step + random.nextInt(5) / 4);
            DraftUpdate draft = DraftUpdate.bySecretariat("on " + day).on(day).status(ONWARDS.get(step));
            draft = draft.about(random.nextInt(3) == 0 ? null : someParty(commitment, random));
            boolean backed = step > 1 || random.nextInt(2) == 0;
            reports.add((backed ? draft.backed() : draft).report());
        }
        return reports;
    }

    private static MilestoneStated change(TrackedCommitment commitment, LocalDate day, int i) {
        String field = i % 2 == 0 ? "plannedOn" : "forecastOn";
        return new MilestoneStated("M1", day, Map.of(field, commitment.adopted.plusDays(200 + i)));
    }

    // --- How it is recorded

    private static void record(TrackedCommitment commitment, List<Fact> facts) {
        planMilestone(commitment);
        for (Fact fact : facts) {
            if (fact instanceof Reported report) record(commitment, report);
            else if (fact instanceof Edited edited)
                patch(commitment, commitment.path(), RandomEdits.body(edited.day(), edited.values()), edited);
            else if (fact instanceof MilestoneStated stated) patchMilestone(commitment, stated);
        }
    }

    private static void planMilestone(TrackedCommitment commitment) {
        Map<String, Object> values = new HashMap<>();
        values.put("title", Map.of("zh", "一步", "en", "Step"));
        values.put("plannedOn", commitment.adopted.plusDays(100));
        Response answer = RegisterClient.post(
                TestKeys.secretariat(),
                commitment.path() + "/milestones",
                RandomMilestones.body(commitment.adopted, values));
        assertEquals(201, answer.statusCode(), answer.asString());
        Map<String, Object> shown = RegisterClient.body(answer);
        commitment.record(
                ((Number) shown.get("entry")).longValue(),
                Instant.EPOCH,
                DraftUpdate.SECRETARIAT,
                new MilestoneStated(shown.get("id").toString(), commitment.adopted, values));
    }

    private static void record(TrackedCommitment commitment, Reported report) {
        Response answer = RegisterClient.post(
                TestKeys.secretariat(), commitment.path() + "/updates", RegisterClient.bodyOf(report));
        assertEquals(201, answer.statusCode(), () -> report + answer.asString());
        Map<String, Object> shown = RegisterClient.body(answer);
        Object recordedAt = shown.getOrDefault("decidedAt", shown.get("recordedAt"));
        commitment.record(
                ((Number) shown.get("entry")).longValue(),
                Instant.parse(recordedAt.toString()),
                DraftUpdate.SECRETARIAT,
                new DraftUpdate(report).named(shown.get("id").toString()).report());
    }

    private static void patchMilestone(TrackedCommitment commitment, MilestoneStated stated) {
        String id = commitment.code + "-M1";
        MilestoneStated named = new MilestoneStated(id, stated.day(), stated.values());
        Map<String, Object> body = RandomMilestones.body(stated.day(), stated.values());
        patch(commitment, commitment.path() + "/milestones/" + id, body, named);
    }

    private static void patch(TrackedCommitment commitment, String path, Map<String, Object> body, Fact fact) {
        Response answer = RegisterClient.patch(path, RegisterClient.ask(path), body);
        assertEquals(200, answer.statusCode(), () -> fact + answer.asString());
        commitment.record(RegisterClient.revision(), Instant.EPOCH, DraftUpdate.SECRETARIAT, fact);
    }

    // --- What is seen of it

    private void compareAt(TrackedCommitment one, TrackedCommitment other, LocalDate day) {
        long known = RegisterClient.revision();
        String where = " on " + day + " of " + one.code + " and " + other.code;
        compareMaps("shuffled", whole(one, day, known), whole(other, day, known), where);
        compareMaps("shuffled parties", parties(one, day, known), parties(other, day, known), where);
        compareMaps("shuffled milestone", milestone(one, day, known), milestone(other, day, known), where);
        for (TrackedCommitment commitment : List.of(one, other))
            new CommitmentComparison(commitment, differences).compare(new OraclePoint(day, known));
    }

    private void compareMaps(String what, Map<String, Object> one, Map<String, Object> other, String where) {
        one.forEach((field, value) ->
                differences.compare(what + " " + field, value, other.get(field), () -> field + where));
    }

    private static Map<String, Object> whole(TrackedCommitment commitment, LocalDate day, long known) {
        Map<String, Object> answer = RegisterClient.get(commitment.path() + "?" + new OraclePoint(day, known).query());
        Map<String, Object> shared = new HashMap<>();
        SHARED.forEach(field -> shared.put(field, answer.get(field)));
        shared.put("lead", RegisterClient.map(answer.get("owner")).get("assigned"));
        shared.put("lastUpdate", dayOf(answer.get("lastUpdate")));
        return shared;
    }

    private static Object dayOf(Object lastUpdate) {
        return lastUpdate == null ? null : RegisterClient.map(lastUpdate).get("effectiveOn");
    }

    private static Map<String, Object> parties(TrackedCommitment commitment, LocalDate day, long known) {
        Map<String, Object> all = new HashMap<>();
        String path = commitment.path() + "/parties?" + new OraclePoint(day, known).query();
        for (Map<String, Object> item : RegisterClient.items(path)) {
            Map<String, Object> standing = new HashMap<>(item);
            standing.put("lastUpdate", dayOf(item.get("lastUpdate")));
            all.put(item.get("party").toString(), standing);
        }
        return all;
    }

    private static Map<String, Object> milestone(TrackedCommitment commitment, LocalDate day, long known) {
        String path = commitment.path() + "/milestones?" + new OraclePoint(day, known).query();
        Map<String, Object> shared = new HashMap<>(RegisterClient.items(path).get(0));
        shared.keySet().retainAll(Set.of("title", "state", "plannedOn", "forecastOn"));
        return shared;
    }
}
