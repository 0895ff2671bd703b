package org.servanda.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.restassured.response.Response;

import org.servanda.rules.Fact.Percent;
import org.servanda.rules.Fact.Reported;
import org.servanda.testing.Keys;

/** Reports and corrections at random, those that wait and the decisions on them; each with what the page says of it. */
final class RandomReports {

    /** Two pledges that are there, to be named as successors. */
    private static final List<String> SUCCESSORS = List.of("GDIDCF-2024.1.1", "GDIDCF-2024.1.2");

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
        send(mostlyLegal(secretariat ? aboutSomebody(draft) : aboutItsOwn(draft, party), false));
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
        String scope = chance(88) ? wrong.party() : oneOf(pledge.text().parties());
        String corrected = chance(95) ? wrong.id() : oneOf(everAccepted());
        boolean sameDay = chance(40);
        Draft draft = Draft.by(actor, "next").about(scope).correcting(corrected);
        send(mostlyLegal(sameDay ? draft.on(wrong.day()) : draft.on(pledge.someDay(random)), true));
    }

    private List<String> everAccepted() {
        return pledge.known().facts(Reported.class).stream().map(Reported::id).toList();
    }

    /** Tries some statuses and days until the page allows it, most of the time. */
    private Reported mostlyLegal(Draft draft, boolean keepDay) {
        Draft tried = filled(draft, keepDay);
        if (chance(15)) return tried.report();
        for (int i = 0; i < TRIES; i++) {
            if (legality().whenSent(tried.report()).refusals().isEmpty()) return tried.report();
            tried = filled(draft, keepDay);
        }
        return tried.report();
    }

    private ReportLegality legality() {
        return new ReportLegality(pledge.known(), today());
    }

    private Draft filled(Draft draft, boolean keepDay) {
        String status = oneOf(Moves.STATUSES);
        if (chance(40)) status = oneOf(List.of("preparing", "in_progress", "in_progress", "operational", "completed"));
        Draft filled = draft.status(status).percent(somePercent(status));
        if (!keepDay) filled = filled.on(chance(2) ? pledge.adopted.minusDays(1) : pledge.someDay(random));
        boolean needsEvidence = List.of("operational", "completed").contains(status);
        filled = filled.backed(needsEvidence ? (chance(97) ? 1 : 0) : random.nextInt(5) / 3);
        if (Moves.givenUp(status) || status.equals("suspended") ? chance(97) : chance(35)) filled = filled.because();
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
        String bearer = party == null ? Keys.secretariat() : Keys.contributor(party);
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

    /** Decides on one that waits; on acceptance it is judged anew (rule 2.10). */
    void decide() {
        if (waiting.isEmpty()) return;
        Reported report = waiting.remove(random.nextInt(waiting.size()));
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
