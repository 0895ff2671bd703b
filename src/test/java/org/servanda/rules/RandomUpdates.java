package org.servanda.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

import io.restassured.response.Response;

import org.servanda.rules.Fact.Percent;
import org.servanda.rules.Fact.Reported;
import org.servanda.testing.TestKeys;

/** Reports and corrections at random, those that wait and the decisions on them; each with what the page says of it. */
final class RandomUpdates {

    /** Two commitments that are there, to be named as successors. */
    private static final List<String> SUCCESSORS = List.of("GDIDCF-2024.1.1", "GDIDCF-2024.1.2");

    private static final List<String> USUAL =
            List.of("preparing", "in_progress", "in_progress", "operational", "completed");

    private static final int TRIES = 6;

    private final TrackedCommitment commitment;
    private final Random random;
    private final Differences differences;
    private final List<String> focalPoints;
    private final List<Reported> waiting = new ArrayList<>();

    RandomUpdates(TrackedCommitment commitment, List<String> focalPoints, Random random, Differences differences) {
        this.commitment = commitment;
        this.random = random;
        this.differences = differences;
        this.focalPoints = focalPoints;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private LocalDate today() {
        return commitment.today;
    }

    // --- Fields of an update

    void report() {
        boolean secretariat = focalPoints.isEmpty() || chance(65);
        String party = focalPoints.isEmpty() ? null : oneOf(focalPoints);
        String actor = secretariat ? DraftUpdate.SECRETARIAT : DraftUpdate.focalPoint(party);
        DraftUpdate draft = DraftUpdate.by(actor, "next");
        send(mostlyLegal(secretariat ? aboutSomebody(draft) : aboutItsOwn(draft, party), false, 15));
    }

    // Rule 2.12
    void reportThereAndBack() {
        LocalDate day = commitment.someDay(random);
        String now = new StatusRules(commitment.known()).whole(day).status();
        String status = now == null ? commitment.text().status() : now;
        for (String each : List.of(StatusTransitionTable.closed(status) ? "in_progress" : "suspended", status))
            send(filled(DraftUpdate.bySecretariat("next").on(day), each)
                    .because()
                    .report());
    }

    /** Rule 2.9: what the secretariat reported with a reason would take up what a party closes late. */
    void reportClosedLate() {
        if (focalPoints.isEmpty()) return;
        String party = oneOf(focalPoints);
        int later = 1 + random.nextInt(commitment.days.size() - 1);
        DraftUpdate taken = DraftUpdate.bySecretariat("next").about(party).on(commitment.days.get(later));
        send(filled(taken, "in_progress").because().report());
        DraftUpdate late = DraftUpdate.byFocalPoint(party, "next").on(commitment.days.get(later - 1));
        send(filled(aboutItsOwn(late, party), "cancelled").because().report());
    }

    /** Each party bound for itself, in one status or another: all of them make what {@code all} and {@code any} give. */
    void reportForEach() {
        List<String> statuses = oneOf(List.of(
                List.of("cancelled", "superseded"),
                List.of("superseded", "cancelled"),
                List.of("completed", "in_progress"),
                List.of("completed", "preparing", "superseded")));
        int next = random.nextInt(statuses.size());
        for (String party : commitment.text().parties()) {
            String status = statuses.get(next++ % statuses.size());
            DraftUpdate draft = DraftUpdate.bySecretariat("next").about(party);
            send(legal(draft, tried -> filled(tried.on(commitment.someDay(random)), status))
                    .report());
        }
    }

    private DraftUpdate aboutItsOwn(DraftUpdate draft, String party) {
        if (chance(4)) return draft.about(oneOf(commitment.text().parties()));
        return chance(50) ? draft.about(party) : draft;
    }

    private DraftUpdate aboutSomebody(DraftUpdate draft) {
        int kind = random.nextInt(100);
        if (kind < 35) return draft;
        if (kind < 42) return draft.about("MIIT");
        if (kind < 52) return draft.about(oneOf(commitment.text().parties()));
        String lead = new EditRules(commitment.known()).lead(commitment.someDay(random));
        if (kind < 70 && lead != null) return draft.about(lead);
        return draft.about(oneOf(focalPoints.isEmpty() ? commitment.text().parties() : focalPoints));
    }

    void correct() {
        List<OracleUpdate> counting = commitment.known().countingReports();
        if (counting.isEmpty()) return;
        OracleUpdate wrong = oneOf(counting);
        String word = commitment.known().wordOf(wrong);
        boolean secretariat = word == null || !focalPoints.contains(word) || chance(60);
        String actor =
                secretariat ? DraftUpdate.SECRETARIAT : DraftUpdate.focalPoint(chance(90) ? word : oneOf(focalPoints));
        String corrected = chance(95) ? wrong.id() : oneOf(everAccepted());
        boolean sameDay = chance(40);
        DraftUpdate draft = DraftUpdate.by(actor, "next").about(wrong.party()).correcting(corrected);
        send(mostlyLegal(sameDay ? draft.on(wrong.day()) : draft.on(commitment.someDay(random)), true, 35));
    }

    private List<String> everAccepted() {
        return commitment.known().facts(Reported.class).stream()
                .map(Reported::id)
                .toList();
    }

    /** What the page allows, most of the time; else, most of the time, that but for one thing. */
    private Reported mostlyLegal(DraftUpdate draft, boolean keepDay, int wrong) {
        UnaryOperator<DraftUpdate> filling = tried -> filled(
                keepDay ? tried : tried.on(someDay()),
                chance(60) ? oneOf(StatusTransitionTable.STATUSES) : oneOf(USUAL));
        if (chance(5)) return filling.apply(draft).report();
        DraftUpdate legal = legal(draft, filling);
        return (chance(wrong) ? wrongInOneThing(legal) : legal).report();
    }

    /** Tries some statuses and days until the page allows it. */
    private DraftUpdate legal(DraftUpdate draft, UnaryOperator<DraftUpdate> filling) {
        DraftUpdate tried = filling.apply(draft);
        for (int i = 0; i < TRIES; i++) {
            if (legality().whenSent(tried.report()).refusals().isEmpty()) break;
            tried = filling.apply(draft);
        }
        return tried;
    }

    private LocalDate someDay() {
        return chance(2) ? commitment.adopted.minusDays(1) : commitment.someDay(random);
    }

    /** Only where nothing else is wrong with it the refusal is the one that is meant. */
    private DraftUpdate wrongInOneThing(DraftUpdate legal) {
        if (legal.report().corrects() != null && chance(70)) return legal.about(anotherScope(legal.report()));
        return switch (random.nextInt(5)) {
            case 0, 1 ->
                legal(
                                legal,
                                tried -> filled(
                                        tried.on(commitment.someDay(random)).succeededBy(null), "completed"))
                        .percent(random.nextInt(100));
            case 2 -> legal.backed(0);
            case 3 -> legal.withoutReason();
            default -> legal.about(anotherScope(legal.report()));
        };
    }

    private String anotherScope(Reported report) {
        String own = ActorName.party(report.submittedBy());
        if (report.party() != null && chance(60)) return null;
        return own == null ? oneOf(commitment.text().parties()) : own;
    }

    private UpdateLegality legality() {
        return new UpdateLegality(commitment.known(), today());
    }

    private DraftUpdate filled(DraftUpdate draft, String status) {
        DraftUpdate filled = draft.status(status).percent(somePercent(status));
        boolean needsEvidence = List.of("operational", "completed").contains(status);
        filled = filled.backed(needsEvidence ? (chance(97) ? 1 : 0) : random.nextInt(5) / 3);
        if (StatusTransitionTable.givenUp(status) || status.equals("suspended") ? chance(97) : chance(50))
            filled = filled.because();
        return status.equals("superseded") && chance(97) ? filled.succeededBy(oneOf(SUCCESSORS)) : filled;
    }

    private Percent somePercent(String status) {
        if (chance(45)) return Percent.ABSENT;
        if (chance(20)) return Percent.NULL;
        if (status.equals("completed") && chance(95)) return Percent.of(100);
        return Percent.of(random.nextInt(11) * 10);
    }

    // --- How it is sent

    private void send(Reported report) {
        ExpectedResponse expected = legality().whenSent(report);
        String party = ActorName.party(report.submittedBy());
        String bearer = party == null ? TestKeys.secretariat() : TestKeys.contributor(party);
        Response answer = RegisterClient.post(bearer, commitment.path() + "/updates", RegisterClient.bodyOf(report));
        judge(expected, answer, 201, report);
        if (answer.statusCode() != 201) return;
        Map<String, Object> body = RegisterClient.body(answer);
        Reported named =
                new DraftUpdate(report).named(body.get("id").toString()).report();
        if (party == null) accepted(named, ((Number) body.get("entry")).longValue(), body);
        else submitted(named, ((Number) body.get("entry")).longValue());
    }

    private void judge(ExpectedResponse expected, Response answer, int success, Reported report) {
        String told = report + " -> " + answer.statusCode() + " " + expected.why();
        commitment.note(told);
        differences.compare("legality", true, expected.allows(answer.statusCode(), success), () -> {
            return commitment.code + " " + told + " " + expected + "\n        " + detail(answer);
        });
    }

    private static String detail(Response answer) {
        String body = answer.asString();
        return body.substring(0, Math.min(400, body.length()));
    }

    private void submitted(Reported report, long entry) {
        commitment.record(entry, Instant.EPOCH, report.submittedBy(), new Fact.Submitted(report));
        waiting.add(report);
    }

    private void accepted(Reported report, long entry, Map<String, Object> shown) {
        KnownEvents before = commitment.known();
        Object decided = shown.getOrDefault("decidedAt", shown.get("recordedAt"));
        commitment.record(entry, Instant.parse(decided.toString()), DraftUpdate.SECRETARIAT, report);
        if (report.corrects() != null
                && before.countingReport(report.corrects()).isPresent())
            new UntouchedParties(commitment, differences).compare(before, report, entry, commitment.someDay(random));
    }

    /** One that waits for a decision, if any does. */
    Optional<Reported> someWaiting() {
        return waiting.isEmpty() ? Optional.empty() : Optional.of(oneOf(waiting));
    }

    /** Decides on one that waits; on acceptance it is judged anew (rule 2.10). */
    void decide(Reported report) {
        waiting.remove(report);
        boolean accept = chance(80);
        ExpectedResponse expected = accept ? legality().whenAccepted(report) : new ExpectedResponse.Faults().verdict();
        Response answer = RegisterClient.decide(report.id(), accept ? "accept" : "return");
        judge(expected, answer, 200, report);
        if (answer.statusCode() != 200) {
            waiting.add(report);
            return;
        }
        Map<String, Object> result =
                RegisterClient.list(RegisterClient.body(answer), "items").get(0);
        long entry = ((Number) result.get("entry")).longValue();
        if (accept) accepted(report, entry, RegisterClient.get("/updates/" + report.id()));
        else commitment.record(entry, Instant.EPOCH, DraftUpdate.SECRETARIAT, new Fact.Returned(report.id()));
    }
}
