package org.servanda.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import org.servanda.testing.ApiRequests;
import org.servanda.testing.EditFixture;
import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;
import org.servanda.testing.UpdateFixture;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** What people do with the register, and what it must answer by the rules; the random histories hold the rest. */
@HttpTest
class RulesThroughTheApiTest {

    private static ValidatableResponse get(String path) {
        return given().urlEncodingEnabled(false).get("/api/v1" + path).then().statusCode(200);
    }

    private static ValidatableResponse show(String code) {
        return get("/commitments/" + code);
    }

    private static int revision() {
        return get("/commitments?limit=1").extract().path("revision");
    }

    private static String of(String party) {
        return "items.find { it.party == '" + party + "' }.";
    }

    private static void patch(String code, String patch) {
        EditFixture.commitment(code, patch).then().statusCode(200);
    }

    private static Response assess(String code, String day, String result, String finding) {
        Map<String, Object> body = new LinkedHashMap<>(
                Map.of("assessedOn", day, "result", result, "rationale", Map.of("en", "Seen on site")));
        if (finding != null) body.put("finding", finding);
        return post(TestKeys.auditor(), "/commitments/" + code + "/assessments", body);
    }

    private static Response post(String bearer, String path, Map<String, Object> body) {
        return ApiRequests.post(bearer, "/api/v1" + path, body);
    }

    private static Response milestone(String code, String id, String patch) {
        String path = "/api/v1/commitments/" + code + "/milestones/" + id;
        return given().auth()
                .oauth2(TestKeys.secretariat())
                .contentType("application/merge-patch+json")
                .header("If-Match", given().get(path).header("ETag").replace("-gzip\"", "\""))
                .body(patch)
                .patch(path);
    }

    private static String planned(String code, String body) {
        return ApiRequests.post(TestKeys.secretariat(), "/api/v1/commitments/" + code + "/milestones", body)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String accepted(UpdateFixture report, String party) {
        String id = report.waitingFrom(party);
        UpdateFixture.decide("accept", id).then().statusCode(200);
        return id;
    }

    // --- Findings (section 6)

    @Test
    void whatIsRecordedBehindAnAssessmentWasNotJudged() {
        String code = "BRDE-2023.1.1";
        UpdateFixture.of(code).on("2025-09-30").status("operational").backed().counted();
        assess(code, "2025-10-20", "substantial", "confirmed").then().statusCode(201);
        show(code).body("assurance", is("verified"));
        int judged = revision();
        UpdateFixture.of(code).on("2025-10-10").status("completed").backed().counted();
        show(code).body("status", is("completed")).body("assurance", is("evidenced"));
        show(code + "?knownAt=" + judged).body("assurance", is("verified"));
        assess(code, "2025-10-20", "substantial", "confirmed").then().statusCode(201);
        show(code).body("assurance", is("verified"));
        show(code + "?asOf=2025-10-19").body("assurance", is("evidenced"));
    }

    @Test
    void newsOfAnotherPartyAndAnAssessmentWithoutFindingLeaveTheDispute() {
        String code = "BRDE-2023.1.2";
        UpdateFixture.of(code).on("2025-03-01").status("operational").backed().counted();
        assess(code, "2025-04-01", "limited", "disputed").then().statusCode(201);
        accepted(UpdateFixture.of(code).about("TH").on("2025-05-01"), "TH");
        show(code).body("assurance", is("disputed")).body("lastUpdate.party", is("TH"));
        assess(code, "2025-06-01", "substantial", null).then().statusCode(201);
        show(code).body("assurance", is("disputed")).body("assessment", is("substantial"));
        UpdateFixture.of(code).on("2025-07-01").status("operational").backed().counted();
        show(code).body("assurance", is("evidenced"));
    }

    @Test
    void evidenceAddedLaterHasBeenSeenByNobody() {
        String code = "BRDE-2023.1.3";
        String report = UpdateFixture.of(code).on("2025-03-01").counted();
        assess(code, "2025-04-01", "limited", "confirmed").then().statusCode(201);
        show(code).body("assurance", is("self_reported"));
        post(
                        TestKeys.secretariat(),
                        "/commitments/" + code + "/evidence",
                        Map.of("backs", report, "evidence", UpdateFixture.evidence()))
                .then()
                .statusCode(201);
        show(code).body("assurance", is("evidenced"));
    }

    @Test
    void withAllAFindingEndsWhenADecidingPartyReports() {
        String code = "BRDE-2023.2.1";
        patch(code, "{\"rollUp\":\"all\",\"effectiveOn\":\"2024-01-01\"}");
        UpdateFixture.of(code).on("2025-03-01").backed().counted();
        assess(code, "2025-04-01", "limited", "confirmed").then().statusCode(201);
        show(code).body("assurance", is("verified"));
        UpdateFixture.of(code).about("TH").on("2025-05-01").backed().counted();
        show(code).body("status", is("in_progress")).body("assurance", is("evidenced"));
    }

    // --- Corrections (section 3)

    @Test
    void aCorrectionSilencesNobody() {
        String code = "ACJS-2024.III.3";
        patch(code, "{\"rollUp\":\"all\",\"effectiveOn\":\"2024-11-01\"}");
        String whole =
                UpdateFixture.of(code).on("2025-03-01").status("preparing").counted();
        accepted(UpdateFixture.of(code).about("SG").on("2025-04-01"), "SG");
        UpdateFixture narrow = UpdateFixture.of(code)
                .about("TH")
                .on("2025-03-01")
                .status("exploring")
                .correcting(whole);
        for (String bearer : List.of(TestKeys.contributor("TH"), TestKeys.secretariat()))
            narrow.by(bearer)
                    .then()
                    .statusCode(409)
                    .body("errors[0].pointer", is("/corrects"))
                    .body("errors[0].message", containsString("report for it without corrects"));
        get("/commitments/" + code + "/parties").body("items.status", everyItem(not(nullValue())));
    }

    @Test
    void aCorrectionAboutTheWholeTakesNoPartyItsWord() {
        String code = "BRDE-2023.3.2";
        String word = accepted(
                UpdateFixture.of(code)
                        .about("TH")
                        .on("2025-03-01")
                        .status("operational")
                        .backed(),
                "TH");
        UpdateFixture wide = UpdateFixture.of(code).on("2025-03-01").correcting(word);
        for (String bearer : List.of(TestKeys.contributor("LA"), TestKeys.contributor("TH"), TestKeys.secretariat()))
            wide.by(bearer).then().statusCode(409).body("errors[0].pointer", is("/corrects"));
        wide.about("TH").by(TestKeys.secretariat()).then().statusCode(201);
        get("/commitments/" + code + "/parties").body(of("TH") + "status", is("in_progress"));
    }

    @Test
    void nobodyCorrectsWhatAnotherPartySaidOfTheWhole() {
        String code = "BRDE-2023.3.1";
        String word = accepted(UpdateFixture.of(code).on("2025-03-01"), "TH");
        UpdateFixture correction =
                UpdateFixture.of(code).on("2025-03-01").status("exploring").correcting(word);
        correction
                .by(TestKeys.contributor("LA"))
                .then()
                .statusCode(409)
                .body("errors[0].pointer", is("/corrects"))
                .body("errors[0].message", containsString("TH"));
        correction.counted();
        get("/commitments/" + code + "/parties").body(of("TH") + "status", is("exploring"));
    }

    // --- Whose word it is (section 4)

    @Test
    void whatAFocalPointReportsIsTheWordOfItsPartyEverywhere() {
        String code = "CNS-2025.9";
        accepted(UpdateFixture.of(code).on("2026-03-31"), "TH");
        get("/commitments/" + code + "/parties").body(of("TH") + "status", is("in_progress"));
        get("/commitments?party=TH&partyStatus=in_progress").body("items.code", hasItem(code));
        get("/summary?by=party,partyStatus&instrument=CNS-2025&party=TH&status=in_progress")
                .body("cells.find { it.partyStatus == 'in_progress' }.count", is(1));
        get("/reports/coverage?instrument=CNS-2025&party=TH&status=in_progress&format=json")
                .body("items.find { it.by == 'party' && it.code == 'TH' }.reported", is(1));
        get("/reports/dossier/" + code + "?format=json")
                .body("items.find { it.field == 'parties/status' && it.party == 'TH' }.after", is("in_progress"));
    }

    @Test
    void withAllAFocalPointSpeaksForItsPartyOnly() {
        String code = "ACJS-2024.I.1";
        String waiting = UpdateFixture.of(code).on("2025-03-01").waitingFrom("TH");
        accepted(UpdateFixture.of(code).on("2025-02-01").status("preparing"), "SG");
        patch(code, "{\"rollUp\":\"all\",\"effectiveOn\":\"2025-01-01\"}");
        get("/commitments/" + code + "/parties")
                .body(of("SG") + "status", is("preparing"))
                .body(of("TH") + "status", nullValue());
        UpdateFixture.of(code)
                .on("2025-03-01")
                .by(TestKeys.contributor("TH"))
                .then()
                .statusCode(403)
                .body("errors[0].message", containsString("TH"));
        UpdateFixture.decide("accept", waiting)
                .then()
                .statusCode(409)
                .body("errors[0].pointer", is("/items/0/decision"))
                .body("errors[0].message", containsString("return it"));
        show(code).body("status", is("declared"));
    }

    @Test
    void whatWasClosedMeanwhileIsNotTakenUpByAcceptingAFocalPoint() {
        String code = "BRDE-2023.4.1";
        String waiting =
                UpdateFixture.of(code).on("2025-06-01").because("It goes on").waitingFrom("TH");
        UpdateFixture.of(code).on("2025-05-01").status("completed").backed().counted();
        UpdateFixture.decide("accept", waiting)
                .then()
                .statusCode(409)
                .body("errors[0].message", containsString("Only the secretariat takes up again"));
        show(code).body("status", is("completed"));
    }

    @Test
    void aFocalPointsLateEndMakesNoLaterReportTakeItUpAgain() {
        String code = "BRDE-2023.4.2";
        accepted(UpdateFixture.of(code).about("TH").on("2025-03-01").because("It goes on"), "TH");
        UpdateFixture.of(code)
                .about("TH")
                .on("2025-02-01")
                .status("cancelled")
                .because("Given up")
                .by(TestKeys.contributor("TH"))
                .then()
                .statusCode(409)
                .body("code", is("illegal-move"));
    }

    @Test
    void anAssignedLeadThatIsNotBoundIsAmongThePartiesAndMayBeNamed() {
        String code = "ACJS-2024.II.1";
        patch(code, "{\"owner\":{\"assigned\":{\"party\":\"MIIT\"}},\"effectiveOn\":\"2025-03-01\"}");
        UpdateFixture report = UpdateFixture.of(code).about("MIIT").status("preparing");
        report.on("2025-02-01").by(TestKeys.secretariat()).then().statusCode(400);
        accepted(report.on("2025-04-01"), "MIIT");
        show(code).body("status", is("preparing"));
        get("/commitments/" + code + "/parties")
                .body(of("MIIT") + "status", is("preparing"))
                .body(of("MIIT") + "lead", is(true));
        get("/commitments?party=MIIT&partyStatus=preparing").body("items.code", not(hasItem(code)));
    }

    // --- Since, percent (section 5)

    @Test
    void aPercentHoldsUntilAnotherStatusOrNull() {
        String code = "BRDE-2023.5.1";
        UpdateFixture.of(code).on("2025-03-01").with("percent", 40.0).counted();
        UpdateFixture.of(code).on("2025-04-01").counted();
        show(code).body("percent", is(40)).body("percentOn", is("2025-03-01"));
        for (String percent : List.of("\"40\"", "40.5", "101", "-1", "true"))
            ApiRequests.post(
                            TestKeys.secretariat(),
                            "/api/v1/commitments/" + code + "/updates",
                            "{\"effectiveOn\":\"2025-05-01\",\"status\":\"in_progress\",\"narrative\":{\"en\":\"x\"},\"percent\":"
                                    + percent + "}")
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", is(List.of("/percent")));
        String none = ApiRequests.post(
                        TestKeys.secretariat(),
                        "/api/v1/commitments/" + code + "/updates",
                        "{\"effectiveOn\":\"2025-05-01\",\"status\":\"in_progress\",\"narrative\":{\"en\":\"x\"},\"percent\":null}")
                .then()
                .statusCode(201)
                .body("cleared", is(List.of("percent")))
                .extract()
                .path("id");
        show(code).body("percent", nullValue()).body("percentOn", nullValue());
        show(code + "?asOf=2025-04-30").body("percent", is(40));
        get("/updates/" + none).body("cleared", is(List.of("percent")));
        UpdateFixture done =
                UpdateFixture.of(code).on("2025-06-01").status("completed").backed();
        done.percent(40)
                .by(TestKeys.secretariat())
                .then()
                .statusCode(400)
                .body("errors.pointer", is(List.of("/percent")));
        done.percent(100).counted();
        show(code).body("percent", is(100));
    }

    @Test
    void ofTheReportsOfADayTheLastSaysHowItEnds() {
        String code = "BRDE-2023.5.2";
        UpdateFixture.of(code).on("2025-03-01").status("completed").backed().counted();
        UpdateFixture.of(code).on("2025-04-01").because("A part was missing").counted();
        UpdateFixture.of(code).on("2025-04-01").status("completed").backed().counted();
        show(code).body("status", is("completed")).body("statusSince", is("2025-03-01"));
    }

    // --- Evidence (section 7)

    @Test
    void theEvidenceThatIsListedIsTheEvidenceThatIsCounted() {
        String code = "BRDE-2023.6.1";
        String report = UpdateFixture.of(code).on("2025-03-01").backed().counted();
        Map<String, Object> more = Map.of("backs", report, "evidence", UpdateFixture.evidence());
        post(TestKeys.secretariat(), "/commitments/" + code + "/evidence", more)
                .then()
                .statusCode(201);
        int before = revision();
        UpdateFixture.of(code)
                .on("2025-04-01")
                .status("preparing")
                .correcting(report)
                .counted();
        show(code).body("evidenceCount", is(0));
        get("/commitments/" + code + "/evidence").body("items", hasSize(0));
        show(code + "?knownAt=" + before).body("evidenceCount", is(2));
        get("/commitments/" + code + "/evidence?knownAt=" + before).body("items", hasSize(2));
        String id = planned(
                code,
                "{\"title\":{\"zh\":\"一\",\"en\":\"One\"},\"plannedOn\":\"2026-01-31\",\"effectiveOn\":\"2025-05-01\"}");
        milestone(
                        code,
                        id,
                        "{\"evidence\":[{\"url\":\"https://www.example.org/m\",\"title\":{\"en\":\"A photograph\"},"
                                + "\"publisher\":\"Example\",\"retrievedAt\":\"2025-06-02T08:00:00Z\",\"sourceClass\":\"media\"}],"
                                + "\"effectiveOn\":\"2025-06-01\"}")
                .then()
                .statusCode(200);
        show(code).body("evidenceCount", is(1)).body("assurance", is("self_reported"));
        get("/commitments/" + code + "/evidence")
                .body("items.backs", is(List.of(id)))
                .body("items.effectiveOn", is(List.of("2025-06-01")));
        show(code + "?asOf=2025-05-31").body("evidenceCount", is(0));
    }

    // --- Freshness (section 8)

    @Test
    void whatIsClosedIsNotDueAndWhoIsDoneOwesNothing() {
        String code = "ACJS-2024.IV.1";
        patch(code, "{\"rollUp\":\"all\",\"effectiveOn\":\"2024-11-01\"}");
        UpdateFixture.of(code).on("2025-09-01").counted();
        UpdateFixture.of(code)
                .about("TH")
                .on("2025-10-01")
                .status("completed")
                .backed()
                .counted();
        get("/queue?instrument=ACJS-2024&asOf=2026-03-01&limit=200")
                .body("items.find { it.commitment == '" + code + "' }.owedBy", not(hasItem("TH")))
                .body("items.find { it.commitment == '" + code + "' }.reportDue", is("2025-11-30"));
        get("/commitments/" + code + "/parties").body(of("TH") + "freshness", is("not_due"));
        UpdateFixture.of(code).on("2026-02-01").status("completed").backed().counted();
        show(code).body("status", is("completed")).body("freshness", is("not_due"));
        get("/commitments?instrument=ACJS-2024&freshness=not_due").body("items.code", is(List.of(code)));
        get("/summary?by=freshness&instrument=ACJS-2024").body("cells.find { it.freshness == 'not_due' }.count", is(1));
        get("/reports/status?instrument=ACJS-2024&freshness=not_due&format=json")
                .body("items.freshnessLabel", is(List.of("Not due")));
        get("/commitments/" + code + "/parties").body("items.freshness", everyItem(is("not_due")));
    }

    // --- Edits and milestones (sections 10 and 11)

    @Test
    void anEditIsJudgedOnAllDaysOnWhichItHolds() {
        String code = "BRDE-2023.7.1";
        patch(code, "{\"otherAreas\":[\"GREEN\"],\"effectiveOn\":\"2025-03-01\"}");
        int later = revision();
        EditFixture.commitment(code, "{\"area\":\"GREEN\",\"effectiveOn\":\"2025-02-01\"}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("/area"))
                .body("errors[0].message", containsString("entry " + later));
        patch(code, "{\"owner\":{\"assigned\":{\"party\":\"TH\"}},\"effectiveOn\":\"2025-02-01\"}");
        show(code).body("owner.assigned.party", is("TH"));
    }

    @Test
    void aRuleThatIsChangedBackIsChangedBackInWhicheverOrderItIsRecorded() {
        String one = "BRDE-2023.8.1";
        String other = "BRDE-2023.9.2";
        String all = "{\"rollUp\":\"all\",\"effectiveOn\":\"2025-05-01\"}";
        String lead = "{\"rollUp\":\"lead\",\"effectiveOn\":\"2025-06-01\"}";
        patch(one, all);
        patch(one, lead);
        patch(other, lead);
        patch(other, all);
        for (String code : List.of(one, other)) {
            show(code).body("rollUp", is("lead"));
            show(code + "?asOf=2025-05-31").body("rollUp", is("all"));
        }
        int before = revision();
        patch(other, all);
        assertEquals(before, revision(), "said before");
    }

    @Test
    void aLateLeadLeadsSinceItsFirstDay() {
        String code = "BRDE-2023.9.1";
        patch(code, "{\"owner\":{\"assigned\":{\"party\":\"TH\"}},\"effectiveOn\":\"2025-06-01\"}");
        patch(code, "{\"owner\":{\"assigned\":{\"party\":\"TH\"}},\"effectiveOn\":\"2025-03-01\"}");
        show(code).body("owner.assigned.since", is("2025-03-01"));
        patch(code, "{\"title\":{\"en\":\"Later\"},\"effectiveOn\":\"2025-06-01\"}");
        patch(code, "{\"title\":{\"zh\":\"较早\"},\"effectiveOn\":\"2025-03-01\"}");
        show(code).body("title", is(Map.of("zh", "较早", "en", "Later")));
    }

    @Test
    void aLateChangeOfAMilestoneIsNotLostBehindALaterOneOfAnotherField() {
        String code = "BRDE-2023.10.1";
        String id = planned(
                code,
                "{\"title\":{\"zh\":\"一\",\"en\":\"One\"},\"plannedOn\":\"2025-12-31\",\"effectiveOn\":\"2025-02-01\"}");
        milestone(code, id, "{\"forecastOn\":\"2026-01-31\",\"effectiveOn\":\"2025-06-01\"}")
                .then()
                .statusCode(200);
        milestone(code, id, "{\"plannedOn\":\"2025-10-31\",\"effectiveOn\":\"2025-04-01\"}")
                .then()
                .statusCode(200)
                .body("plannedOn", is("2025-10-31"))
                .body("forecastOn", is("2026-01-31"))
                .body("state", is("missed"));
        milestone(code, id, "{\"achievedOn\":\"2025-11-15\",\"effectiveOn\":\"2025-11-15\"}")
                .then()
                .statusCode(200)
                .body("state", is("achieved"));
        int achieved = revision();
        milestone(code, id, "{\"dropped\":true,\"reason\":\"No funds\",\"effectiveOn\":\"2025-07-01\"}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("/dropped"))
                .body("errors[0].message", containsString("entry " + achieved));
        milestone(code, id, "{\"dropped\":true,\"achievedOn\":null,\"reason\":\"No funds\"}")
                .then()
                .statusCode(400);
    }

    // --- History and changes (section 12)

    @Test
    void historyNamesEveryStretchThatACorrectionOrARuleChanged() {
        String code = "BRDE-2023.11.1";
        String report = UpdateFixture.of(code).on("2025-03-31").counted();
        UpdateFixture.of(code).on("2025-05-01").correcting(report).counted();
        int corrected = revision();
        String items = "items.findAll { it.entry == " + corrected + " && it.field == 'status' }.";
        get("/commitments/" + code + "/history")
                .body(items + "from", is(List.of("2025-03-31")))
                .body(items + "to", is(List.of("2025-04-30")))
                .body(items + "old", is(List.of("in_progress")))
                .body(items + "new", is(List.of("declared")));
        get("/commitments/" + code + "/history?asOf=2025-04-15").body(items + "from", is(List.of("2025-03-31")));
        UpdateFixture.of(code)
                .about("TH")
                .on("2025-06-01")
                .status("completed")
                .backed()
                .counted();
        patch(code, "{\"rollUp\":\"any\",\"effectiveOn\":\"2025-07-01\"}");
        int rule = revision();
        get("/commitments/" + code + "/history")
                .body(
                        "items.findAll { it.entry == " + rule + " }.field",
                        hasItems("rollUp", "status", "statusSince", "assurance"));
        get("/reports/dossier/" + code + "?format=json")
                .body(
                        "items.find { it.section == 'trail' && it.entry == " + corrected
                                + " && it.field == 'status' }.to",
                        is("2025-04-30"));
    }

    @Test
    void changesHaveARowForEachColumnThatDiffers() {
        String code = "BRDE-2023.12.1";
        UpdateFixture.of(code).on("2025-03-31").status("completed").backed().counted();
        int before = revision();
        UpdateFixture.of(code).on("2025-01-31").status("completed").backed().counted();
        get("/reports/changes?fromKnownAt=" + before + "&instrument=BRDE-2023&format=json")
                .body("items.findAll { it.code == '" + code + "' }.field", hasItems("statusSince", "evidenceCount"))
                .body("items.find { it.code == '" + code + "' && it.field == 'statusSince' }.after", is("2025-01-31"));
        for (String period : List.of("fromAsOf=2026-03-01&asOf=2026-02-01", "fromKnownAt=" + before + "&knownAt=1"))
            given().get("/api/v1/reports/changes?" + period).then().statusCode(400);
    }

    @Test
    void allGaveItUpIsCancelledUnlessAllWereSuperseded() {
        String code = "ACJS-2024.V.1";
        patch(code, "{\"rollUp\":\"all\",\"effectiveOn\":\"2024-11-01\"}");
        UpdateFixture over =
                UpdateFixture.of(code).on("2025-03-01").status("superseded").because("A newer one");
        over.with("successor", "BRDE-2023.1.1").counted();
        show(code).body("status", is("superseded")).body("successor", is("BRDE-2023.1.1"));
        UpdateFixture.of(code)
                .about("TH")
                .on("2025-03-01")
                .status("superseded")
                .because("Another newer one")
                .with("successor", "BRDE-2023.1.2")
                .counted();
        show(code).body("status", is("superseded")).body("successor", nullValue());
        String mixed = "ACJS-2024.VI.2";
        patch(mixed, "{\"rollUp\":\"any\",\"effectiveOn\":\"2024-11-01\"}");
        List<String> parties = show(mixed).extract().path("parties");
        for (String party : parties)
            UpdateFixture.of(mixed)
                    .about(party)
                    .on("2025-03-01")
                    .status(party.equals("TH") ? "superseded" : "cancelled")
                    .with("successor", party.equals("TH") ? "BRDE-2023.1.1" : null)
                    .because("Given up")
                    .counted();
        show(mixed).body("status", is("cancelled")).body("successor", nullValue());
    }
}
