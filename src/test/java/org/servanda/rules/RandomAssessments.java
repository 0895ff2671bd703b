package org.servanda.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.restassured.response.Response;

import org.servanda.rules.Fact.Assessed;
import org.servanda.rules.Fact.EvidenceAdded;
import org.servanda.testing.TestKeys;
import org.servanda.testing.UpdateFixture;

/** Assessments at random, with and without a finding, and evidence that comes later. */
final class RandomAssessments {

    private static final List<String> RESULTS =
            List.of("no_evidence", "not_started", "limited", "substantial", "complete");

    private final TrackedCommitment commitment;
    private final Random random;
    private final Differences differences;

    RandomAssessments(TrackedCommitment commitment, Random random, Differences differences) {
        this.commitment = commitment;
        this.random = random;
        this.differences = differences;
    }

    void assess() {
        LocalDate day = commitment.someDay(random);
        OracleUpdate judged = new StatusRules(commitment.known()).whole(day).decides();
        if (judged != null && random.nextInt(3) == 0) {
            // Rule 6.8: what comes too late to be judged.
            send(day, "confirmed", null, 0, 201);
            addEvidence(judged.id());
            return;
        }
        send(day, someFinding(), null, someEvidence(), 201);
        // Rule 6.6: another one of the same, which gives none.
        if (random.nextInt(3) == 0) send(commitment.days.get(someFrom(day)), null, null, someEvidence(), 201);
    }

    private int someEvidence() {
        return random.nextInt(4) / 3;
    }

    /** The place of the day or of one of the next two. */
    private int someFrom(LocalDate day) {
        return Math.min(commitment.days.indexOf(day) + random.nextInt(3), commitment.days.size() - 1);
    }

    private String someFinding() {
        List<String> findings = Arrays.asList("confirmed", "confirmed", "disputed", null);
        return findings.get(random.nextInt(findings.size()));
    }

    // Rule 6.9: what counts is corrected, what was corrected is not corrected again.
    void correct() {
        List<Assessed> all = commitment.known().facts(Assessed.class);
        if (all.isEmpty()) return;
        String corrected = all.get(random.nextInt(all.size())).id();
        boolean counts = commitment.known().countingAssessments().stream()
                .anyMatch(event -> ((Assessed) event.fact()).id().equals(corrected));
        send(commitment.someDay(random), someFinding(), corrected, someEvidence(), counts ? 201 : 400);
    }

    private void send(LocalDate day, String finding, String corrects, int evidence, int expected) {
        Assessed assessed =
                new Assessed("next", day, RESULTS.get(random.nextInt(RESULTS.size())), finding, corrects, evidence);
        Response answer = RegisterClient.post(
                TestKeys.auditor(), commitment.path() + "/assessments", RegisterClient.bodyOf(assessed));
        commitment.note(assessed + " -> " + answer.statusCode());
        differences.compare("assessing", expected, answer.statusCode(), () -> commitment.code + " " + assessed);
        if (answer.statusCode() == 201) record(assessed, RegisterClient.body(answer));
    }

    private void record(Assessed assessed, Map<String, Object> shown) {
        Assessed named = new Assessed(
                shown.get("id").toString(),
                assessed.day(),
                assessed.result(),
                assessed.finding(),
                assessed.corrects(),
                assessed.evidence());
        commitment.record(((Number) shown.get("entry")).longValue(), Instant.EPOCH, "auditor/k3", named);
    }

    // Rules 7.2 and 7.3
    void addEvidence() {
        List<OracleUpdate> counting = commitment.known().countingReports();
        boolean byItself = counting.isEmpty() || random.nextInt(4) == 0;
        addEvidence(
                byItself ? null : counting.get(random.nextInt(counting.size())).id());
    }

    private void addEvidence(String backs) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("evidence", UpdateFixture.evidence()));
        if (backs != null) body.put("backs", backs);
        Response answer = RegisterClient.post(TestKeys.secretariat(), commitment.path() + "/evidence", body);
        commitment.note("evidence for " + backs + " -> " + answer.statusCode());
        differences.compare("adding evidence", 201, answer.statusCode(), () -> commitment.code + " for " + backs);
        if (answer.statusCode() != 201) return;
        Map<String, Object> shown = RegisterClient.body(answer);
        LocalDate day = LocalDate.parse(shown.get("effectiveOn").toString());
        EvidenceAdded added = new EvidenceAdded(shown.get("id").toString(), backs, day);
        commitment.record(((Number) shown.get("entry")).longValue(), Instant.EPOCH, DraftUpdate.SECRETARIAT, added);
    }
}
