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
final class RandomReports {

    /** Two pledges that are there, to be named as successors. */
    private static final List<String> SUCCESSORS = List.of("GDIDCF-2024.1.1", "GDIDCF-2024.1.2");

    private static final List<String> USUAL =
            List.of("preparing", "in_progress", "in_progress", "operational", "completed");

    private static final int TRIES = 6;

    private final Pledge pledge;
    private final Random random;
    private final Differences differences;
    private final List<String> focalPoints;
    private final List<Reported> waiting = new ArrayList<>();

    RandomReports(Pledge pledge, List<String> focalPoints, Random random, Differences differences) {
        this.pledge = pledge;
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
        return pledge.today;
    }

    // --- What is reported

    void report() {
        boolean secretariat = focalPoints.isEmpty() || chance(65);
        String party = focalPoints.isEmpty() ? null : oneOf(focalPoints);
        String actor = secretariat ? Draft.SECRETARIAT : Draft.focalPoint(party);
        Draft draft = Draft.by(actor, "next");
        send(mostlyLegal(secretariat ? aboutSomebody(draft) : aboutItsOwn(draft, party), false, 15));
    }

    // Rule 2.12
    void reportThereAndBack() {
        LocalDate day = pledge.someDay(random);
        String now = new Courses(pledge.known()).whole(day).status();
        String status = now == null ? pledge.text().status() : now;
        for (String each : List.of(Moves.closed(status) ? "in_progress" : "suspended", status))
            send(filled(Draft.bySecretariat("next").on(day), each).because().report());
    }

    /** Rule 2.9: what the secretariat reported with a reason would take up what a party closes late. */
    void reportClosedLate() {
        if (focalPoints.isEmpty()) return;
        String party = oneOf(focalPoints);
        int later = 1 + random.nextInt(pledge.days.size() - 1);
        Draft taken = Draft.bySecretariat("next").about(party).on(pledge.days.get(later));
        send(filled(taken, "in_progress").because().report());
        Draft late = Draft.byFocalPoint(party, "next").on(pledge.days.get(later - 1));
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
        for (String party : pledge.text().parties()) {
            String status = statuses.get(next++ % statuses.size());
            Draft draft = Draft.bySecretariat("next").about(party);
            send(legal(draft, tried -> filled(tried.on(pledge.someDay(random)), status))
                    .report());
        }
    }

    private Draft aboutItsOwn(Draft draft, String party) {
        if (chance(4)) return draft.about(oneOf(pledge.text().parties()));
        return chance(50) ? draft.about(party) : draft;
    }

    private Draft aboutSomebody(Draft draft) {
        int kind = random.nextInt(100);
        if (kind < 35) return draft;
        if (kind < 42) return draft.about("MIIT");
        if (kind < 52) return draft.about(oneOf(pledge.text().parties()));
        String lead = new Edits(pledge.known()).lead(pledge.someDay(random));
        if (kind < 70 && lead != null) return draft.about(lead);
        return draft.about(oneOf(focalPoints.isEmpty() ? pledge.text().parties() : focalPoints));
    }

    void correct() {
        List<Report> counting = pledge.known().countingReports();
        if (counting.isEmpty()) return;
        Report wrong = oneOf(counting);
        String word = pledge.known().wordOf(wrong);
        boolean secretariat = word == null || !focalPoints.contains(word) || chance(60);
        String actor = secretariat ? Draft.SECRETARIAT : Draft.focalPoint(chance(90) ? word : oneOf(focalPoints));
        String corrected = chance(95) ? wrong.id() : oneOf(everAccepted());
        boolean sameDay = chance(40);
        Draft draft = Draft.by(actor, "next").about(wrong.party()).correcting(corrected);
        send(mostlyLegal(sameDay ? draft.on(wrong.day()) : draft.on(pledge.someDay(random)), true, 35));
    }

    private List<String> everAccepted() {
        return pledge.known().facts(Reported.class).stream().map(Reported::id).toList();
    }

    /** What the page allows, most of the time; else, most of the time, that but for one thing. */
    private Reported mostlyLegal(Draft draft, boolean keepDay, int wrong) {
        UnaryOperator<Draft> filling = tried ->
                filled(keepDay ? tried : tried.on(someDay()), chance(60) ? oneOf(Moves.STATUSES) : oneOf(USUAL));
        if (chance(5)) return filling.apply(draft).report();
        Draft legal = legal(draft, filling);
        return (chance(wrong) ? wrongInOneThing(legal) : legal).report();
    }

    /** Tries some statuses and days until the page allows it. */
    private Draft legal(Draft draft, UnaryOperator<Draft> filling) {
        Draft tried = filling.apply(draft);
        for (int i = 0; i < TRIES; i++) {
            if (legality().whenSent(tried.report()).refusals().isEmpty()) break;
            tried = filling.apply(draft);
        }
        return tried;
    }

    private LocalDate someDay() {
        return chance(2) ? pledge.adopted.minusDays(1) : pledge.someDay(random);
    }

    /** Only where nothing else is wrong with it the refusal is the one that is meant. */
    private Draft wrongInOneThing(Draft legal) {
        if (legal.report().corrects() != null && chance(70)) return legal.about(anotherScope(legal.report()));
        return switch (random.nextInt(5)) {
            case 0, 1 ->
                legal(legal, tried -> filled(tried.on(pledge.someDay(random)).succeededBy(null), "completed"))
                        .percent(random.nextInt(100));
            case 2 -> legal.backed(0);
            case 3 -> legal.withoutReason();
            default -> legal.about(anotherScope(legal.report()));
        };
    }

    private String anotherScope(Reported report) {
        String own = Actors.party(report.submittedBy());
        if (report.party() != null && chance(60)) return null;
        return own == null ? oneOf(pledge.text().parties()) : own;
    }

    private ReportLegality legality() {
        return new ReportLegality(pledge.known(), today());
    }

    private Draft filled(Draft draft, String status) {
        Draft filled = draft.status(status).percent(somePercent(status));
        boolean needsEvidence = List.of("operational", "completed").contains(status);
        filled = filled.backed(needsEvidence ? (chance(97) ? 1 : 0) : random.nextInt(5) / 3);
        if (Moves.givenUp(status) || status.equals("suspended") ? chance(97) : chance(50)) filled = filled.because();
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
        Verdict verdict = legality().whenSent(report);
        String party = Actors.party(report.submittedBy());
        String bearer = party == null ? TestKeys.secretariat() : TestKeys.contributor(party);
        Response answer = RegisterClient.post(bearer, pledge.path() + "/updates", RegisterClient.bodyOf(report));
        judge(verdict, answer, 201, report);
        if (answer.statusCode() != 201) return;
        Map<String, Object> body = RegisterClient.body(answer);
        Reported named = new Draft(report).named(body.get("id").toString()).report();
        if (party == null) accepted(named, ((Number) body.get("entry")).longValue(), body);
        else submitted(named, ((Number) body.get("entry")).longValue());
    }

    private void judge(Verdict verdict, Response answer, int success, Reported report) {
        String told = report + " -> " + answer.statusCode() + " " + verdict.why();
        pledge.note(told);
        differences.compare("legality", true, verdict.allows(answer.statusCode(), success), () -> {
            return pledge.code + " " + told + " " + verdict + "\n        " + detail(answer);
        });
    }

    private static String detail(Response answer) {
        String body = answer.asString();
        return body.substring(0, Math.min(400, body.length()));
    }

    private void submitted(Reported report, long entry) {
        pledge.record(entry, Instant.EPOCH, report.submittedBy(), new Fact.Submitted(report));
        waiting.add(report);
    }

    private void accepted(Reported report, long entry, Map<String, Object> shown) {
        KnownEvents before = pledge.known();
        Object decided = shown.getOrDefault("decidedAt", shown.get("recordedAt"));
        pledge.record(entry, Instant.parse(decided.toString()), Draft.SECRETARIAT, report);
        if (report.corrects() != null
                && before.countingReport(report.corrects()).isPresent())
            new UntouchedParties(pledge, differences).compare(before, report, entry, pledge.someDay(random));
    }

    /** One that waits for a decision, if any does. */
    Optional<Reported> someWaiting() {
        return waiting.isEmpty() ? Optional.empty() : Optional.of(oneOf(waiting));
    }

    /** Decides on one that waits; on acceptance it is judged anew (rule 2.10). */
    void decide(Reported report) {
        waiting.remove(report);
        boolean accept = chance(80);
        Verdict verdict = accept ? legality().whenAccepted(report) : new Verdict.Faults().verdict();
        Response answer = RegisterClient.decide(report.id(), accept ? "accept" : "return");
        judge(verdict, answer, 200, report);
        if (answer.statusCode() != 200) {
            waiting.add(report);
            return;
        }
        Map<String, Object> result =
                RegisterClient.list(RegisterClient.body(answer), "items").get(0);
        long entry = ((Number) result.get("entry")).longValue();
        if (accept) accepted(report, entry, RegisterClient.get("/updates/" + report.id()));
        else pledge.record(entry, Instant.EPOCH, Draft.SECRETARIAT, new Fact.Returned(report.id()));
    }
}
