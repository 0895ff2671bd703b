package org.servanda.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.restassured.response.Response;

import org.servanda.rules.Fact.Assigned;
import org.servanda.rules.Fact.Edited;

/** Patches of a commitment at random: rules and leads declared late, changed and changed back, and everything else beside. */
final class RandomEdits {

    private static final List<String> AREAS = List.of("AI", "GREEN", "SKILLS", "TRADE");
    private static final List<String> SUPPORTERS = List.of("ITU", "UNCTAD", "WIC");

    private final TrackedCommitment commitment;
    private final Random random;
    private final Differences differences;

    RandomEdits(TrackedCommitment commitment, Random random, Differences differences) {
        this.commitment = commitment;
        this.random = random;
        this.differences = differences;
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    void declareRule() {
        send(someDay(), Map.of("rollUp", oneOf(List.of("lead", "all", "all", "any"))));
    }

    /** Each party speaks for itself from a day on. */
    void declareForEach(LocalDate day) {
        send(day, Map.of("rollUp", oneOf(List.of("all", "all", "any"))));
    }

    void assignLead() {
        LocalDate day = someDay();
        send(day, ExampleLedger.map("assigned", lead(day == null ? commitment.today : day)));
    }

    private Assigned lead(LocalDate day) {
        // Rule 10.5: who leads already goes on.
        Assigned now = new EditRules(commitment.known()).assigned(day);
        if (now != null && random.nextInt(3) == 0) return now;
        List<String> bound = commitment.text().parties();
        String party = random.nextInt(5) == 0 ? "MIIT" : bound.get(random.nextInt(Math.min(3, bound.size())));
        Map<String, Object> unit = random.nextInt(4) == 0 ? Map.of("zh", "司", "en", "Bureau") : null;
        return random.nextInt(4) == 0 ? null : new Assigned(party, unit);
    }

    /** One or two fields that nobody stands by. */
    void editText() {
        if (random.nextInt(3) == 0) {
            editAreaLate();
            return;
        }
        Map<String, Object> values = new HashMap<>();
        List<String> fields = List.of("title", "area", "otherAreas", "otherAreas", "supportingAssigned", "timeFrame");
        for (int i = random.nextInt(2); i < 2; i++) {
            String field = oneOf(fields);
            values.put(field, some(field));
        }
        send(someDay(), values);
    }

    /** Rule 10.4: an area that is a further one from a later day on. */
    private void editAreaLate() {
        LocalDate later = commitment.someDay(random);
        List<String> others = List.of(oneOf(AREAS));
        if (random.nextInt(3) > 0) send(later, Map.of("otherAreas", others));
        LocalDate day = commitment.days.get(random.nextInt(1 + commitment.days.indexOf(later)));
        send(day, Map.of("otherAreas", List.of()));
        send(day, Map.of("area", others.get(0)));
    }

    private Object some(String field) {
        return switch (field) {
            case "title" -> Map.of("zh", "标题" + random.nextInt(3), "en", "Title " + random.nextInt(3));
            case "area" -> oneOf(AREAS);
            case "otherAreas" -> oneOf(List.of(List.of(), List.of("GREEN"), List.of("TRADE", "AI"), List.of("SKILLS")));
            case "supportingAssigned" -> oneOf(List.of(List.of(), SUPPORTERS, SUPPORTERS.subList(1, 2)));
            default -> timeFrame();
        };
    }

    /** Only a commitment without a time of its own gets none again: the page does not say what null does with one in the text. */
    private Map<String, Object> timeFrame() {
        if (commitment.text().timeFrame() == null && random.nextInt(4) == 0) return null;
        Map<String, Object> frame = new LinkedHashMap<>();
        frame.put("to", commitment.someDay(random).plusDays(random.nextInt(60)).toString());
        frame.put("precision", "day");
        frame.put("text", Map.of("zh", "到期", "en", "By then"));
        frame.put("basis", "assigned");
        return frame;
    }

    /** What holds on a day is said again of that day, or of today without naming it. */
    void sayTheSame() {
        LocalDate day = someDay();
        EditRules editRules = new EditRules(commitment.known());
        String field = oneOf(List.of("rollUp", "area", "supportingAssigned"));
        send(day, ExampleLedger.map(field, editRules.value(field, day == null ? commitment.today : day)));
    }

    private LocalDate someDay() {
        return random.nextInt(12) == 0 ? null : commitment.someDay(random);
    }

    // Rules 10.2, 10.3 and 10.4
    private void send(LocalDate named, Map<String, Object> values) {
        EditLegality legality = new EditLegality(commitment.known(), commitment.today);
        ExpectedResponse expectedResponse = legality.ofPatch(named, values);
        Map<String, Object> stated = legality.stated(named, values);
        Response seen = RegisterClient.ask(commitment.path());
        Response answer = RegisterClient.patch(commitment.path(), seen, body(named, values));
        String told = "patch from " + named + " " + values + " -> " + answer.statusCode();
        commitment.note(told);
        differences.compare(
                "patching",
                true,
                expectedResponse.allows(answer.statusCode(), 200) || stated.isEmpty() && answer.statusCode() == 200,
                () -> commitment.code + " " + told + " " + expectedResponse + answer.asString());
        if (answer.statusCode() == 200) record(named, values, stated, seen, answer);
    }

    private void record(
            LocalDate named, Map<String, Object> values, Map<String, Object> stated, Response seen, Response answer) {
        long before = RegisterClient.revisionOf(seen);
        long after = RegisterClient.revisionOf(answer);
        differences.compare(
                "10.3 writes nothing new",
                !stated.isEmpty(),
                after > before,
                () -> commitment.code + " patch from " + named + " " + values);
        if (after == before) return;
        LocalDate day = named == null ? commitment.today : named;
        Map<String, Object> written = stated.isEmpty() ? values : stated;
        commitment.record(after, Instant.EPOCH, DraftUpdate.SECRETARIAT, new Edited(day, written));
        // Rule 4.10: the answer says what became of the whole.
        ExpectedCommitment expected = BitemporalOracle.at(commitment.events(), commitment.today, after)
                .orElseThrow();
        new CommitmentComparison(commitment, differences)
                .compareWhole(RegisterClient.body(answer), expected, "the answer to patch " + after);
    }

    /** The body of a patch that states these values. */
    static Map<String, Object> body(LocalDate named, Map<String, Object> values) {
        Map<String, Object> body = new LinkedHashMap<>();
        values.forEach((field, value) -> {
            if (field.equals("assigned"))
                body.put("owner", ExampleLedger.map("assigned", assignment((Assigned) value)));
            else if (field.equals("timeFrame")) body.put(field, withoutBasis(RegisterClient.map(value)));
            else body.put(field, value);
        });
        if (named != null) body.put("effectiveOn", named.toString());
        return body;
    }

    /** A merge patch: what is not there is to be taken away by name. */
    private static Map<String, Object> assignment(Assigned assigned) {
        return assigned == null ? null : ExampleLedger.map("party", assigned.party(), "unit", assigned.unit());
    }

    private static Map<String, Object> withoutBasis(Map<String, Object> frame) {
        if (frame == null) return null;
        Map<String, Object> body = new LinkedHashMap<>(frame);
        body.remove("basis");
        body.putIfAbsent("from", null);
        return body;
    }
}
