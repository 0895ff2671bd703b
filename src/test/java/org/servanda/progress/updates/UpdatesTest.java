package org.servanda.progress.updates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;
import org.servanda.testing.UpdateFixture;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Reports: what each must say, who may make it, who sees it, and what it makes of the register. */
@HttpTest
class UpdatesTest {

    private static ValidatableResponse get(String path) {
        return given().get("/api/v1" + path).then().statusCode(200);
    }

    private static ValidatableResponse seen(String bearer, String path) {
        return given().auth().oauth2(bearer).get("/api/v1" + path).then();
    }

    private static int revision() {
        // The first time a test asks for it, the key is an entry too.
        TestKeys.secretariat();
        return get("/commitments?limit=1").extract().path("revision");
    }

    private static List<String> refused(UpdateFixture report) {
        int before = revision();
        List<String> pointers = report.by(TestKeys.secretariat())
                .then()
                .statusCode(400)
                .body("code", is("invalid-body"))
                .extract()
                .path("errors.pointer");
        assertEquals(before, revision());
        return pointers;
    }

    private static ValidatableResponse illegal(UpdateFixture report) {
        int before = revision();
        Response answer = report.by(TestKeys.secretariat());
        assertEquals(before, revision());
        return answer.then().statusCode(409).body("code", is("illegal-move"));
    }

    // --- Who sees what, and from when

    @Test
    void aFocalPointsReportWaitsAndIsSeenByThoseConcernedOnly() {
        String list = "/commitments/BRDE-2023.1.1/updates";
        String before = get("/commitments/BRDE-2023.1.1").extract().asString();
        String id = UpdateFixture.of("BRDE-2023.1.1").waitingFrom("TH");
        assertEquals(before, get("/commitments/BRDE-2023.1.1").extract().asString());
        assertEquals("BRDE-2023.1.1-U1", id);

        given().get("/api/v1/updates/" + id).then().statusCode(404).body("code", is("not-found"));
        get(list).body("items.id", is(List.of()));
        for (String outside : List.of(TestKeys.reader(), TestKeys.contributor("LA"), TestKeys.admin())) {
            seen(outside, "/updates/" + id).statusCode(404);
            seen(outside, list).statusCode(200).body("items.id", is(List.of()));
            seen(outside, "/updates?state=submitted").statusCode(200).body("items.id", not(hasItem(id)));
        }
        for (String inside : List.of(TestKeys.contributor("TH"), TestKeys.secretariat(), TestKeys.auditor())) {
            seen(inside, "/updates/" + id)
                    .statusCode(200)
                    .body("state", is("submitted"))
                    .body("decidedBy", nullValue())
                    .body("submittedBy", containsString("contributor/TH/"));
            seen(inside, list).statusCode(200).body("items.id", is(List.of(id)));
            seen(inside, "/updates?state=submitted&commitment=BRDE-2023.1.1")
                    .statusCode(200)
                    .body("items.id", is(List.of(id)));
        }
    }

    @Test
    void whatIsNotThereAndWhatMayNotBeSeenAreAnsweredAlike() {
        String id = UpdateFixture.of("BRDE-2023.1.2").waitingFrom("TH");
        String hidden = given().get("/api/v1/updates/" + id).then().extract().path("detail");
        String missing = given().get("/api/v1/updates/nope")
                .then()
                .statusCode(404)
                .extract()
                .path("detail");
        assertEquals(missing, hidden.replace(id, "nope"));
    }

    @Test
    void theSecretariatsReportCountsAtOnceAndEverythingFollows() {
        int declared = get("/commitments?status=declared&instrument=BRDE-2023&count=true")
                .extract()
                .path("total");
        int moving = get("/commitments?status=in_progress&instrument=BRDE-2023&count=true")
                .extract()
                .path("total");
        LocalDate today = LocalDate.parse(get("/commitments?limit=1").extract().path("asOf"));
        Response answer = UpdateFixture.of("BRDE-2023.1.3")
                .on(today.toString())
                .percent(30)
                .backed()
                .by(TestKeys.secretariat());
        int entry = revision();
        answer.then()
                .statusCode(201)
                .header("Location", is("/api/v1/updates/BRDE-2023.1.3-U1"))
                .body("state", is("accepted"))
                .body("entry", is(entry))
                .body("percent", is(30))
                .body("evidence[0].publisher", is("Example Ministry"))
                .body("decidedBy", is(answer.path("submittedBy").toString()));
        get("/updates/BRDE-2023.1.3-U1").body("narrative.zh", is("已开始"));
        get("/commitments/BRDE-2023.1.3")
                .body("status", is("in_progress"))
                .body("statusSince", is(today.toString()))
                .body("percent", is(30))
                .body("freshness", is("current"))
                .body("assurance", is("evidenced"))
                .body("lastUpdate.id", is("BRDE-2023.1.3-U1"))
                .body("lastUpdate.effectiveOn", is(today.toString()))
                .body("statusBasis", nullValue())
                .body("revision", is(entry));
        get("/commitments?status=declared&instrument=BRDE-2023&count=true").body("total", is(declared - 1));
        get("/summary?by=status&instrument=BRDE-2023")
                .body("cells.find { it.status == 'in_progress' }.count", is(moving + 1))
                .body("cells.find { it.status == 'declared' }.count", is(declared - 1))
                .body("denominator", is(56));
        get("/summary?by=assurance&instrument=BRDE-2023")
                .body("cells.find { it.assurance == 'evidenced' }.items", containsString("assurance=evidenced"));
        get("/commitments?assurance=evidenced&instrument=BRDE-2023").body("items.code", hasItem("BRDE-2023.1.3"));
        get("/commitments?freshness=current&instrument=BRDE-2023").body("items.code", hasItem("BRDE-2023.1.3"));
    }

    @Test
    void aSecondReportOfTheSameStatusKeepsTheDayItBegan() {
        UpdateFixture.of("BRDE-2023.2.1").on("2025-01-10").percent(10).counted();
        UpdateFixture.of("BRDE-2023.2.1").on("2025-02-10").counted();
        get("/commitments/BRDE-2023.2.1")
                .body("statusSince", is("2025-01-10"))
                .body("percent", is(10))
                .body("percentOn", is("2025-01-10"))
                .body("freshness", is("overdue"))
                .body("assurance", is("self_reported"))
                .body("lastUpdate.effectiveOn", is("2025-02-10"));
    }

    @Test
    void oneOfSeveralPartiesDoesNotSpeakForAllOfThem() {
        UpdateFixture.of("BRDE-2023.3.1")
                .about("TH")
                .on("2025-02-01")
                .status("operational")
                .backed()
                .percent(90)
                .counted();
        get("/commitments/BRDE-2023.3.1")
                .body("status", is("declared"))
                .body("percent", nullValue())
                .body("assurance", is("stated_in_text"))
                .body("lastUpdate.party", is("TH"));
        // Each party has a course of its own: what is a step back for one is a step on for the other.
        UpdateFixture.of("BRDE-2023.3.1")
                .about("LA")
                .on("2025-03-01")
                .status("exploring")
                .counted();
        illegal(UpdateFixture.of("BRDE-2023.3.1").about("TH").on("2025-03-01").status("exploring"));
        get("/commitments/BRDE-2023.3.1/updates?party=TH").body("items.party", is(List.of("TH")));
    }

    // --- What a report must say

    @Test
    void whatIsMissingIsToldAllAtOnce() {
        UpdateFixture empty = new UpdateFixture("BRDE-2023.3.2", Map.of());
        assertEquals(List.of("/effectiveOn", "/status", "/narrative"), refused(empty));
    }

    @ParameterizedTest
    @CsvSource({
        "effectiveOn, 2199-01-01, /effectiveOn", "effectiveOn, 2023-10-17, /effectiveOn",
        "effectiveOn, 2025-02-30, /effectiveOn", "percent, -1, /percent",
        "percent, 101, /percent", "status, completed, /evidence",
        "status, operational, /evidence", "status, suspended, /reason",
        "status, cancelled, /reason", "status, done, /status",
        "party, VN, /party", "successor, BRDE-2023.3.1, /successor",
        "corrects, BRDE-2023.3.2-U9, /reason"
    })
    void oneFieldThatBreaksARuleIsNamed(String field, String value, String pointer) {
        Object given = field.equals("percent") ? Integer.valueOf(value) : value;
        assertEquals(List.of(pointer), refused(UpdateFixture.of("BRDE-2023.3.2").with(field, given)));
    }

    @Test
    void theDayOfAdoptionIsTheFirstOfWhichAReportCanSpeak() {
        UpdateFixture.of("BRDE-2023.4.1").on("2023-10-18").counted();
        get("/commitments/BRDE-2023.4.1?asOf=2023-10-18").body("status", is("in_progress"));
    }

    @Test
    void aNarrativeInOneLanguageIsEnoughAndAnEmptyOneIsNone() {
        UpdateFixture.of("BRDE-2023.4.2").with("narrative", Map.of("zh", "已开始")).counted();
        assertEquals(
                List.of("/narrative/en"),
                refused(UpdateFixture.of("BRDE-2023.4.2").with("narrative", Map.of("en", " "))));
        assertEquals(
                List.of("/narrative"), refused(UpdateFixture.of("BRDE-2023.4.2").with("narrative", Map.of())));
        assertEquals(
                List.of("/narrative/en"),
                refused(UpdateFixture.of("BRDE-2023.4.2").with("narrative", Map.of("en", "x".repeat(4_001)))));
        // Counted in characters that people see: these are 4000 of two UTF-16 units each.
        UpdateFixture.of("BRDE-2023.4.2")
                .on("2025-06-02")
                .with("narrative", Map.of("zh", "𠀀".repeat(4_000)))
                .counted();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "url, null",
                "url, ftp://example.org/x",
                "url, not an address",
                "url, https:///x",
                "publisher, null",
                "publisher, ' '",
                "retrievedAt, null",
                "retrievedAt, 2199-01-01T00:00:00Z",
                "sourceClass, null",
                "sourceClass, friend",
                "title, null",
                "language, Chinese!",
                "sha256, ABC",
                "publishedOn, 2025-13-01",
                "publishedOn, 2199-01-01"
            })
    void evidenceThatBreaksARuleIsNamed(String field, String value) {
        Map<String, Object> evidence = new LinkedHashMap<>(UpdateFixture.evidence());
        evidence.put(field, value);
        UpdateFixture report =
                UpdateFixture.of("BRDE-2023.3.2").with("evidence", List.of(UpdateFixture.evidence(), evidence));
        assertEquals(List.of("/evidence/1/" + field), refused(report));
    }

    @Test
    void twentyFullPiecesOfEvidenceAreKeptAndOneMoreIsRefused() {
        Map<String, Object> full = new LinkedHashMap<>(UpdateFixture.evidence());
        full.put("url", "https://www.example.org/" + "x".repeat(1_976));
        full.put("title", Map.of("zh", "\"".repeat(300), "en", "\"".repeat(300)));
        full.put("publisher", "\"".repeat(200));
        full.put("quote", Map.of("zh", "\"".repeat(1_000), "en", "\"".repeat(1_000)));
        List<Object> twenty = new ArrayList<>();
        for (int i = 0; i < 20; i++) twenty.add(full);
        Map<String, Object> longest = Map.of("zh", "\"".repeat(4_000), "en", "\"".repeat(4_000));
        String id = UpdateFixture.of("BRDE-2023.4.3")
                .with("evidence", twenty)
                .with("narrative", longest)
                .with("reason", longest)
                .counted();
        get("/updates/" + id).body("evidence.size()", is(20));
        twenty.add(full);
        assertEquals(
                List.of("/evidence"), refused(UpdateFixture.of("BRDE-2023.4.3").with("evidence", twenty)));
    }

    @Test
    void theLongestReportIsKeptWithTheLongestNote() {
        Map<String, Object> full = new LinkedHashMap<>(UpdateFixture.evidence());
        full.put("url", "https://www.example.org/" + "x".repeat(1_976));
        full.put("title", Map.of("zh", "𠀀".repeat(300), "en", "𠀀".repeat(300)));
        full.put("publisher", "𠀀".repeat(200));
        full.put("quote", Map.of("zh", "𠀀".repeat(1_000), "en", "𠀀".repeat(1_000)));
        Map<String, Object> longest = Map.of("zh", "𠀀".repeat(4_000), "en", "𠀀".repeat(4_000));
        String id = UpdateFixture.of("BRDE-2023.4.3")
                .with("evidence", java.util.Collections.nCopies(20, full))
                .with("narrative", longest)
                .with("reason", longest)
                .waitingFrom("TH");
        UpdateFixture.decide("", List.of(Map.of("id", id, "decision", "return", "note", longest)))
                .then()
                .statusCode(200);
    }

    @Test
    void aTextThatNoStoreKeepsAndNobodySeesIsRefused() {
        for (String text : List.of("a\u0000b", "\u001b[31m")) {
            assertEquals(
                    List.of("/narrative/en"),
                    refused(UpdateFixture.of("BRDE-2023.3.2").with("narrative", Map.of("en", text))));
            Map<String, Object> evidence = new LinkedHashMap<>(UpdateFixture.evidence());
            evidence.put("publisher", text);
            assertEquals(
                    List.of("/evidence/0/publisher"),
                    refused(UpdateFixture.of("BRDE-2023.3.2").with("evidence", List.of(evidence))));
        }
        UpdateFixture.of("BRDE-2023.4.2")
                .on("2025-06-03")
                .with("narrative", Map.of("en", "Two\nlines\tand a tab"))
                .counted();
    }

    @Test
    void aFieldThatIsMisspeltIsAnsweredWithTheNearest() {
        UpdateFixture.of("BRDE-2023.3.2")
                .with("efectiveOn", "2025-06-01")
                .by(TestKeys.secretariat())
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("/efectiveOn"))
                .body("errors[0].nearest", is("effectiveOn"))
                .body("errors[0].allowed", hasItems("status", "narrative"));
    }

    @Test
    void aValueIsNotTakenForAnotherOne() {
        for (Object percent : List.of(50.5, "50", true, List.of(50)))
            assertEquals(
                    List.of("/percent"),
                    refused(UpdateFixture.of("BRDE-2023.3.2").with("percent", percent)));
        for (Object status : List.of(3, "3", ""))
            assertEquals(
                    List.of("/status"),
                    refused(UpdateFixture.of("BRDE-2023.3.2").with("status", status)));
    }

    // --- Moves

    @Test
    void aMoveThatIsNotAllowedIsAnsweredWithThoseThatAre() {
        String first = UpdateFixture.of("BRDE-2023.5.1")
                .on("2025-03-01")
                .status("preparing")
                .counted();
        illegal(UpdateFixture.of("BRDE-2023.5.1").on("2025-04-01").status("exploring"))
                .body("detail", containsString("preparing since 2025-03-01 (" + first + ")"))
                .body("errors[0].pointer", is("/status"))
                .body(
                        "errors[0].allowed",
                        containsInAnyOrder(
                                "in_progress", "operational", "completed", "suspended", "cancelled", "superseded"));
    }

    @Test
    void supersededNamesItsSuccessor() {
        UpdateFixture ended =
                UpdateFixture.of("BRDE-2023.5.2").status("superseded").because("A newer one");
        assertEquals(List.of("/successor"), refused(ended));
        assertEquals(List.of("/successor"), refused(ended.with("successor", "BRDE-2023.5.2")));
        assertEquals(List.of("/successor"), refused(ended.with("successor", "BRDE-2023.99")));
        ended.with("successor", "ACJS-2024.II.1").counted();
        get("/commitments/BRDE-2023.5.2").body("status", is("superseded")).body("successor", is("ACJS-2024.II.1"));
    }

    @Test
    void onlyTheSecretariatTakesUpAgainWhatWasClosedAndSaysWhy() {
        UpdateFixture.of("BRDE-2023.6.1")
                .on("2025-03-01")
                .status("completed")
                .backed()
                .counted();
        UpdateFixture again = UpdateFixture.of("BRDE-2023.6.1").on("2025-06-01");
        illegal(again).body("detail", containsString("needs a reason"));
        again.because("More is to be done")
                .by(TestKeys.contributor("TH"))
                .then()
                .statusCode(403)
                .body("detail", containsString("Only the secretariat"));
        again.because("More is to be done").counted();
        get("/commitments/BRDE-2023.6.1").body("status", is("in_progress"));
    }

    @Test
    void aLateReportChangesItsOwnTimeOnly() {
        UpdateFixture.of("BRDE-2023.6.2").on("2025-09-01").status("in_progress").counted();
        String late = UpdateFixture.of("BRDE-2023.6.2")
                .on("2025-03-01")
                .status("exploring")
                .counted();
        get("/commitments/BRDE-2023.6.2").body("status", is("in_progress")).body("statusSince", is("2025-09-01"));
        get("/commitments/BRDE-2023.6.2?asOf=2025-08-31").body("status", is("exploring"));
        get("/commitments/BRDE-2023.6.2?asOf=2025-02-28").body("status", is("declared"));
        illegal(UpdateFixture.of("BRDE-2023.6.2")
                        .on("2025-06-01")
                        .status("cancelled")
                        .because("Given up"))
                .body("detail", containsString("later report BRDE-2023.6.2-U1"));
        illegal(UpdateFixture.of("BRDE-2023.6.2").on("2025-06-01").status("declared"))
                .body("detail", containsString(late));
    }

    @Test
    void aCorrectionChangesMarchAsKnownNowAndNotAsKnownInMarch() throws InterruptedException {
        String code = "/commitments/BRDE-2023.7.1";
        String wrong = UpdateFixture.of("BRDE-2023.7.1")
                .on("2025-03-10")
                .status("completed")
                .backed()
                .counted();
        int known = revision();
        String moment = get(code + "?asOf=2025-03-31").extract().path("updatedAt");
        String byRevision = code + "?asOf=2025-03-31&knownAt=" + known;
        String byMoment = code + "?asOf=2025-03-31&knownAt=" + moment;
        String shown = get(byRevision).body("status", is("completed")).extract().asString();
        Thread.sleep(5);

        String right = UpdateFixture.of("BRDE-2023.7.1")
                .on("2025-03-10")
                .correcting(wrong)
                .counted();
        get(code + "?asOf=2025-03-31").body("status", is("in_progress")).body("lastUpdate.id", is(right));
        get(code).body("status", is("in_progress"));
        assertEquals(shown, get(byRevision).extract().asString());
        assertEquals(shown, get(byMoment).extract().asString());
        get("/updates/" + wrong).body("correctedBy", is(right)).body("state", is("accepted"));
        get("/updates/" + wrong + "?knownAt=" + known).body("correctedBy", nullValue());
        given().get("/api/v1/updates/" + right + "?knownAt=" + known).then().statusCode(404);
        get("/updates/" + right).body("corrects", is(wrong)).body("reason.en", is("It was wrong"));
        get("/commitments?instrument=BRDE-2023&status=completed&asOf=2025-03-31&knownAt=" + known)
                .body("items.code", hasItem("BRDE-2023.7.1"));
        get("/commitments?instrument=BRDE-2023&status=completed&asOf=2025-03-31")
                .body("items.code", not(hasItem("BRDE-2023.7.1")));
        get("/summary?by=status&instrument=BRDE-2023&asOf=2025-03-31&knownAt=" + known)
                .body("cells.find { it.status == 'completed' }.items", containsString("knownAt=" + known));
    }

    @Test
    void onlyAnAcceptedUpdateThatStillCountsIsCorrected() {
        String wrong = UpdateFixture.of("BRDE-2023.7.2").on("2025-03-10").counted();
        UpdateFixture correction =
                UpdateFixture.of("BRDE-2023.7.2").on("2025-03-11").correcting(wrong);
        illegal(UpdateFixture.of("BRDE-2023.7.2").correcting("BRDE-2023.7.2-U9"))
                .body("errors[0].pointer", is("/corrects"))
                .body("errors[0].allowed", is(List.of(wrong)));
        illegal(correction.about("TH"));
        String right = correction.counted();
        illegal(correction).body("errors[0].allowed", is(List.of(right)));
        String waiting = UpdateFixture.of("BRDE-2023.7.2").on("2025-07-01").waitingFrom("TH");
        illegal(UpdateFixture.of("BRDE-2023.7.2").on("2025-07-01").correcting(waiting));
    }

    @Test
    void aFocalPointCorrectsAMistakenEndWithoutReopeningAnything() {
        String wrong = UpdateFixture.of("BRDE-2023.7.3")
                .on("2025-03-10")
                .status("completed")
                .backed()
                .counted();
        String right = UpdateFixture.of("BRDE-2023.7.3")
                .on("2025-03-10")
                .correcting(wrong)
                .waitingFrom("TH");
        UpdateFixture.decide("accept", right).then().statusCode(200);
        get("/commitments/BRDE-2023.7.3").body("status", is("in_progress"));
    }

    // --- Who may report

    @Test
    void aFocalPointReportsForItsOwnPartyOnly() {
        UpdateFixture.of("BRDE-2023.8.1")
                .by(TestKeys.contributor("VN"))
                .then()
                .statusCode(403)
                .body("detail", containsString("VN"));
        UpdateFixture.of("BRDE-2023.8.1")
                .about("LA")
                .by(TestKeys.contributor("TH"))
                .then()
                .statusCode(403);
        UpdateFixture.of("BRDE-2023.8.1").about("TH").waitingFrom("TH");
        for (String bearer : List.of(TestKeys.reader(), TestKeys.auditor(), TestKeys.admin()))
            UpdateFixture.of("BRDE-2023.8.1").by(bearer).then().statusCode(403);
        UpdateFixture.of("BRDE-2023.99").by(TestKeys.secretariat()).then().statusCode(404);
    }

    // --- Lists

    @Test
    void theUpdatesAreListedOldestFirstPageByPage() {
        List<String> told = new ArrayList<>();
        for (int day = 1; day <= 5; day++)
            told.add(UpdateFixture.of("BRDE-2023.9.1").on("2025-03-0" + day).counted());
        List<String> walked = new ArrayList<>();
        String next = null;
        do {
            Response page = given().queryParam("limit", 2)
                    .queryParams(next == null ? Map.of() : Map.of("cursor", next))
                    .get("/api/v1/commitments/BRDE-2023.9.1/updates");
            // Told meanwhile: not on the pages of a list that was begun before.
            if (next == null) UpdateFixture.of("BRDE-2023.9.1").on("2025-04-01").counted();
            walked.addAll(page.path("items.id"));
            next = page.path("next");
            if (next != null) page.then().header("Link", containsString("rel=\"next\""));
        } while (next != null);
        assertEquals(told, walked);
        get("/commitments/BRDE-2023.9.1/updates?asOf=2025-03-02").body("items.id", is(told.subList(0, 2)));
        get("/updates?commitment=BRDE-2023.9.1&state=accepted").body("items.size()", is(6));
        get("/updates?commitment=BRDE-2023.9.1&instrument=ACJS-2024").body("items.size()", is(0));
        get("/updates?commitment=BRDE-2023.9.1&state=returned").body("items.size()", is(0));
    }

    @ParameterizedTest
    @CsvSource({
        "/updates?state=sbmitted, state", "/updates?instrument=BRDE, instrument", "/updates?party=XX, party",
        "/updates?commitment=BRDE-2023.99, commitment", "/updates?limit=0, limit", "/updates?limit=201, limit",
        "/updates?cursor=x, cursor", "/updates?stat=submitted, stat", "/updates?asOf=2199-01-01, asOf",
        "/updates?knownAt=999999, knownAt", "/commitments/BRDE-2023.9.1/updates?instrument=BRDE-2023, instrument"
    })
    void aFilterThatIsNotUnderstoodIsNamed(String path, String parameter) {
        given().get("/api/v1" + path).then().statusCode(400).body("errors[0].parameter", is(parameter));
    }

    @Test
    void anAddressThatNoStoreCanBeAskedForIsRefused() {
        for (String path : List.of(
                "/updates/%00",
                "/commitments/%00", "/commitments/%00/updates", "/updates?commitment=%00", "/commitments?q=%00"))
            given().urlEncodingEnabled(false)
                    .get("/api/v1" + path)
                    .then()
                    .statusCode(400)
                    .body("code", is("bad-request"));
    }

    @Test
    void aCommitmentThatIsNotThereHasNoUpdates() {
        given().get("/api/v1/commitments/BRDE-2023.99/updates").then().statusCode(404);
        given().get("/api/v1/commitments/BRDE-2023.9.2/updates?asOf=2023-10-17")
                .then()
                .statusCode(404);
        given().get("/api/v1/commitments/BRDE-2023.9.2/updates?knownAt=1")
                .then()
                .statusCode(404);
    }
}
