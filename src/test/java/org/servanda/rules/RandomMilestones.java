package org.servanda.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.restassured.response.Response;

import org.servanda.rules.Fact.MilestoneStated;
import org.servanda.testing.TestKeys;

/** Milestones at random: planned, put off, achieved and dropped, also late. */
final class RandomMilestones {

    private final TrackedCommitment commitment;
    private final Random random;
    private final Differences differences;

    RandomMilestones(TrackedCommitment commitment, Random random, Differences differences) {
        this.commitment = commitment;
        this.random = random;
        this.differences = differences;
    }

    void planAndChange() {
        plan();
        change();
    }

    private void plan() {
        Map<String, Object> values = new HashMap<>();
        values.put("title", Map.of("zh", "一步", "en", "Step " + random.nextInt(100)));
        values.put("plannedOn", somePlan());
        values.put("evidence", random.nextInt(2));
        LocalDate day = commitment.someDay(random);
        Response answer =
                RegisterClient.post(TestKeys.secretariat(), commitment.path() + "/milestones", body(day, values));
        commitment.note("milestone from " + day + " " + values + " -> " + answer.statusCode());
        differences.compare("planning", 201, answer.statusCode(), () -> commitment.code + " " + values);
        if (answer.statusCode() != 201) return;
        Map<String, Object> shown = RegisterClient.body(answer);
        record(
                ((Number) shown.get("entry")).longValue(),
                new MilestoneStated(shown.get("id").toString(), day, values));
    }

    private LocalDate somePlan() {
        return commitment.someDay(random).plusDays(random.nextInt(90));
    }

    /** Some patches of one, in no order of days. */
    void change() {
        List<MilestoneStated> all = commitment.known().facts(MilestoneStated.class);
        if (all.isEmpty()) return;
        String id = all.get(random.nextInt(all.size())).id();
        for (int i = random.nextInt(3); i < 4; i++) change(all, id);
    }

    private void change(List<MilestoneStated> all, String id) {
        LocalDate planned = all.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow()
                .day();
        List<LocalDate> days = new ArrayList<>(commitment.days);
        days.removeIf(day -> day.isBefore(planned));
        LocalDate day = days.get(random.nextInt(days.size()));
        send(new MilestoneStated(id, day, some(day)));
    }

    private Map<String, Object> some(LocalDate day) {
        return switch (random.nextInt(6)) {
            case 0 -> ExampleLedger.map("plannedOn", somePlan());
            case 1 -> ExampleLedger.map("forecastOn", somePlan());
            case 2 -> ExampleLedger.map("forecastOn", null);
            case 3 -> ExampleLedger.map("achievedOn", day);
            case 4 -> ExampleLedger.map("dropped", true);
            default -> ExampleLedger.map("evidence", random.nextInt(3), "plannedOn", somePlan());
        };
    }

    // Rule 11.3
    private void send(MilestoneStated patch) {
        ExpectedResponse expected = new EditLegality(commitment.known(), commitment.today).ofMilestonePatch(patch);
        String path = commitment.path() + "/milestones/" + patch.id();
        Response seen = RegisterClient.ask(path);
        Response answer = RegisterClient.patch(path, seen, body(patch.day(), patch.values()));
        commitment.note(patch + " -> " + answer.statusCode());
        differences.compare(
                "patching milestones",
                true,
                expected.allows(answer.statusCode(), 200),
                () -> commitment.code + " " + patch + " " + expected + " -> " + answer.statusCode()
                        + answer.asString());
        long after = answer.statusCode() == 200 ? RegisterClient.revision() : 0;
        if (after > RegisterClient.revisionOf(seen)) record(after, patch);
    }

    private void record(long entry, MilestoneStated stated) {
        commitment.record(entry, Instant.EPOCH, DraftUpdate.SECRETARIAT, stated);
    }

    /** The body that states these values from a day on. */
    static Map<String, Object> body(LocalDate day, Map<String, Object> values) {
        Map<String, Object> body = new LinkedHashMap<>();
        values.forEach((field, value) -> {
            if (field.equals("evidence")) body.put(field, RegisterClient.evidence((Integer) value));
            else if (value instanceof LocalDate on) body.put(field, on.toString());
            else body.put(field, value);
        });
        body.put("effectiveOn", day.toString());
        if (values.containsKey("dropped")) body.put("reason", "Another way was found");
        return body;
    }
}
