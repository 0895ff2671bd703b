package org.servanda.progress.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.servanda.testing.ApiRequests;
import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;
import org.servanda.testing.UpdateFixture;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** What waits is accepted or returned, one or many: all of them or none. */
@HttpTest
class DecisionsTest {

    private static int revision() {
        // The first time a test asks for it, the key is an entry too.
        TestKeys.secretariat();
        return given().get("/api/v1/commitments?limit=1").path("revision");
    }

    private static String state(String id) {
        return given().auth()
                .oauth2(TestKeys.auditor())
                .get("/api/v1/updates/" + id)
                .path("state");
    }

    private static String status(String code) {
        return given().get("/api/v1/commitments/" + code).path("status");
    }

    private static Response ask(String query, Object body) {
        return given().auth()
                .oauth2(TestKeys.secretariat())
                .contentType("application/json")
                .body(body)
                .post("/api/v1/updates/decisions" + query);
    }

    @Test
    void aWrongVerdictIsToldTheWordsOfTheContract() {
        ask("?dryRun=true", Map.of("items", List.of(Map.of("id", "x", "decision", "reject"))))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("/items/0/decision"))
                .body("errors[0].allowed", is(List.of("accept", "return")));
    }

    @Test
    void whatIsAcceptedCounts() {
        String id = UpdateFixture.of("ACJS-2024.I.1").waitingFrom("TH");
        assertEquals("declared", status("ACJS-2024.I.1"));
        UpdateFixture.decide("accept", id)
                .then()
                .statusCode(200)
                .body("items[0].id", is(id))
                .body("items[0].state", is("accepted"))
                .body("items[0].entry", is(revision()));
        assertEquals("in_progress", status("ACJS-2024.I.1"));
        given().get("/api/v1/updates/" + id)
                .then()
                .statusCode(200)
                .body("state", is("accepted"))
                .body("submittedBy", startsWith("contributor/TH/"))
                .body("decidedBy", startsWith("secretariat/"));
        given().auth()
                .oauth2(TestKeys.auditor())
                .get("/api/v1/updates/" + id + "?knownAt=" + (revision() - 1))
                .then()
                .body("state", is("submitted"))
                .body("decidedBy", nullValue());
    }

    @Test
    void whatIsReturnedDoesNotCountAndSaysWhyToThoseConcerned() {
        String id = UpdateFixture.of("ACJS-2024.I.2").waitingFrom("TH");
        UpdateFixture.decide("return", id).then().statusCode(200).body("items[0].state", is("returned"));
        assertEquals("declared", status("ACJS-2024.I.2"));
        given().get("/api/v1/updates/" + id).then().statusCode(404);
        for (String inside : List.of(TestKeys.contributor("TH"), TestKeys.auditor(), TestKeys.secretariat()))
            given().auth()
                    .oauth2(inside)
                    .get("/api/v1/updates/" + id)
                    .then()
                    .statusCode(200)
                    .body("state", is("returned"))
                    .body("note.en", is("Please say more"));
        given().auth()
                .oauth2(TestKeys.contributor("LA"))
                .get("/api/v1/updates/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void aNoteOnWhatWasAcceptedIsForThoseConcerned() {
        String id = UpdateFixture.of("ACJS-2024.I.3").waitingFrom("TH");
        UpdateFixture.decide("", List.of(UpdateFixture.decision(id, "accept", "Thank you")))
                .then()
                .statusCode(200);
        given().get("/api/v1/updates/" + id).then().statusCode(200).body("note", nullValue());
        given().auth()
                .oauth2(TestKeys.contributor("LA"))
                .get("/api/v1/updates/" + id)
                .then()
                .body("note", nullValue());
        given().auth()
                .oauth2(TestKeys.contributor("TH"))
                .get("/api/v1/updates/" + id)
                .then()
                .body("note.en", is("Thank you"));
        String history = "/api/v1/commitments/ACJS-2024.I.3/history";
        given().get(history).then().body("items.findAll { it.update == '" + id + "' }.kind", everyItem(is("accepted")));
        given().auth()
                .oauth2(TestKeys.contributor("TH"))
                .get(history)
                .then()
                .body("items.findAll { it.update == '" + id + "' }.kind", hasItems("submitted", "noted", "accepted"));
    }

    @Test
    void manyAreDecidedAtOnceAndTheCountsFollow() {
        List<String> ids = new ArrayList<>();
        // Two hundred is the most that one request takes.
        for (int i = 0; i < 200; i++)
            ids.add(UpdateFixture.of("ACJS-2024.II.1")
                    .on("2025-06-01")
                    .percent(i / 2)
                    .waitingFrom("TH"));
        int before = revision();
        UpdateFixture.decide("accept", ids.toArray(String[]::new))
                .then()
                .statusCode(200)
                .body("items.id", is(ids))
                .body("items.findAll { it.state == 'accepted' }.size()", is(200));
        assertEquals(before + 200, revision());
        given().get("/api/v1/commitments/ACJS-2024.II.1")
                .then()
                .body("percent", is(99))
                .body("lastUpdate.id", is("ACJS-2024.II.1-U200"));
        int listed =
                given().get("/api/v1/commitments?status=in_progress&count=true").path("total");
        given().get("/api/v1/summary?by=status")
                .then()
                .body("cells.find { it.status == 'in_progress' }.count", is(listed));
    }

    @Test
    void oneThatCannotBeDecidedStopsAll() {
        String good = UpdateFixture.of("ACJS-2024.II.2").waitingFrom("TH");
        String decided = UpdateFixture.of("ACJS-2024.II.2").waitingFrom("LA");
        UpdateFixture.decide("return", decided).then().statusCode(200);
        int before = revision();
        UpdateFixture.decide("accept", good, decided, "ACJS-2024.II.2-U99")
                .then()
                .statusCode(409)
                .body("code", is("decisions-refused"))
                .body("detail", containsString("2 of 3"))
                .body("errors.pointer", is(List.of("/items/1/id", "/items/2/id")))
                .body("errors[0].message", containsString("returned already"))
                .body("errors[1].message", containsString("there is no update"));
        assertEquals(before, revision());
        assertEquals("submitted", state(good));
        assertEquals("declared", status("ACJS-2024.II.2"));
    }

    @Test
    void whoDecidesAgainIsToldWhatToDoInstead() {
        String code = "ACJS-2024.VI.2";
        String returned = UpdateFixture.of(code).waitingFrom("TH");
        UpdateFixture.decide("return", returned).then().statusCode(200);
        decidedAgain(returned, "returned already; whoever reported it reports again");
        String accepted = UpdateFixture.of(code).waitingFrom("TH");
        UpdateFixture.decide("accept", accepted).then().statusCode(200);
        decidedAgain(accepted, "a new report puts it right, with \"corrects\": \"" + accepted + "\" and a reason");
        String correction = UpdateFixture.of(code).correcting(accepted).counted();
        decidedAgain(accepted, "with \"corrects\": \"" + correction + "\" and a reason");
    }

    private static void decidedAgain(String id, String way) {
        UpdateFixture.decide("return", id)
                .then()
                .statusCode(409)
                .body("errors.pointer", contains("/items/0/id"))
                .body("errors[0].message", containsString(way));
    }

    @Test
    void anUpdateDecidedTwiceStopsAllAlsoWherePartIsEnough() {
        String twice = UpdateFixture.of("ACJS-2024.VI.1").waitingFrom("TH");
        String once = UpdateFixture.of("ACJS-2024.VI.1").waitingFrom("LA");
        int before = revision();
        List<Map<String, Object>> items = new ArrayList<>(UpdateFixture.decisions("accept", once, twice));
        items.addAll(UpdateFixture.decisions("return", twice));
        for (String query : List.of("", "?mode=partial"))
            UpdateFixture.decide(query, items)
                    .then()
                    .statusCode(400)
                    .body("code", is("invalid-body"))
                    .body("errors.pointer", contains("/items/2/id"));
        assertEquals(before, revision());
    }

    @Test
    void wherePartIsEnoughTheOthersAreDecided() {
        String good = UpdateFixture.of("ACJS-2024.III.1").waitingFrom("TH");
        int before = revision();
        UpdateFixture.decide("?mode=partial", UpdateFixture.decisions("accept", "ACJS-2024.III.1-U99", good))
                .then()
                .statusCode(200)
                .body("items[0].id", is("ACJS-2024.III.1-U99"))
                .body("items[0].state", nullValue())
                .body("items[0].errors.pointer", contains("/items/0/id"))
                .body("items[1].state", is("accepted"))
                .body("items[1].errors", nullValue());
        assertEquals(before + 1, revision());
        assertEquals("in_progress", status("ACJS-2024.III.1"));
    }

    @Test
    void aRehearsalWritesNothingAndSaysTheSame() {
        String good = UpdateFixture.of("ACJS-2024.III.2").waitingFrom("TH");
        int before = revision();
        List<Map<String, Object>> bad = UpdateFixture.decisions("accept", good, "ACJS-2024.III.2-U99");
        Response rehearsed = ask("?dryRun=true", Map.of("items", bad));
        rehearsed.then().statusCode(409);
        assertEquals(
                UpdateFixture.decide("", bad).jsonPath().getList("errors"),
                rehearsed.jsonPath().getList("errors"));
        ask("?dryRun=true", Map.of("items", UpdateFixture.decisions("accept", good)))
                .then()
                .statusCode(200)
                .body("items[0].state", is("accepted"))
                .body("items[0].entry", nullValue());
        ask("?dryRun=true&mode=partial", Map.of("items", bad))
                .then()
                .statusCode(200)
                .body("items[0].state", is("accepted"))
                .body("items[1].errors.pointer", contains("/items/1/id"));
        assertEquals(before, revision());
        assertEquals("submitted", state(good));
        assertEquals("declared", status("ACJS-2024.III.2"));
        ask("", Map.of("items", UpdateFixture.decisions("accept", good)))
                .then()
                .statusCode(400)
                .body("code", is("idempotency-key-required"));
        UpdateFixture.decide("accept", good).then().statusCode(200).body("items[0].entry", is(before + 1));
    }

    @Test
    void eachIsJudgedOnWhatTheOnesBeforeItHaveMade() {
        String code = "GDIDCF-2024.3.1";
        String first = UpdateFixture.of(code)
                .on("2025-03-01")
                .status("suspended")
                .because("A gap")
                .waitingFrom("CN");
        // From the text this is a move; what follows from the first one is told when both are decided.
        String second =
                UpdateFixture.of(code).on("2025-04-01").status("exploring").waitingFrom("CN");
        String back = UpdateFixture.of(code).on("2025-05-01").status("declared").waitingFrom("CN");
        // Legal only while the second one does not count: nothing goes back from exploring to declared.
        UpdateFixture.decide("accept", first, second, back)
                .then()
                .statusCode(409)
                .body("errors.pointer", is(List.of("/items/2/decision")))
                .body("errors[0].message", containsString("exploring since 2025-04-01 (" + second + ")"));
        UpdateFixture.decide("accept", first, back).then().statusCode(200);
        assertEquals("declared", status(code));
        UpdateFixture.decide("accept", second).then().statusCode(409);
        UpdateFixture.decide("return", second).then().statusCode(200);
    }

    @Test
    void aSecondIsAcceptedThatIsLegalOnlyAfterTheFirst() {
        String code = "GDIDCF-2024.3.3";
        String early =
                UpdateFixture.of(code).on("2025-02-01").status("exploring").waitingFrom("CN");
        String wrong = UpdateFixture.of(code)
                .on("2025-03-01")
                .status("completed")
                .backed()
                .counted();
        String correction = UpdateFixture.of(code)
                .on("2025-03-01")
                .status("preparing")
                .correcting(wrong)
                .waitingFrom("CN");
        // Nothing moves from exploring to completed, so the early one waits for the correction.
        UpdateFixture.decide("accept", early, correction)
                .then()
                .statusCode(409)
                .body("errors.pointer", is(List.of("/items/0/decision")));
        UpdateFixture.decide("accept", correction, early).then().statusCode(200);
        assertEquals("preparing", status(code));
        given().get("/api/v1/commitments/" + code + "?asOf=2025-02-15").then().body("status", is("exploring"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /items",
                "{\"items\":[]} | /items",
                "{\"items\":[null]} | /items/0",
                "{\"items\":[{}]} | /items/0/id /items/0/decision",
                "{\"items\":[{\"id\":\"x\",\"decision\":\"return\"}]} | /items/0/note",
                "{\"items\":[{\"id\":\"x\",\"decision\":\"reject\"}]} | /items/0/decision",
                "{\"items\":[{\"id\":\"x\",\"decision\":\"accept\"},{\"id\":\"x\",\"decision\":\"accept\"}]} | /items/1/id",
                "{\"items\":[{\"id\":\"x\",\"decision\":\"accept\",\"notes\":1}]} | /items/0/notes"
            })
    void aRequestThatBreaksARuleIsRefusedWhole(String body, String pointers) {
        for (String query : List.of("?dryRun=true", "?dryRun=true&mode=partial"))
            ask(query, body)
                    .then()
                    .statusCode(400)
                    .body("code", is("invalid-body"))
                    .body("errors.pointer", is(List.of(pointers.split(" "))));
    }

    @Test
    void moreThanTwoHundredAreRefused() {
        String[] many = new String[201];
        for (int i = 0; i < many.length; i++) many[i] = "x" + i;
        UpdateFixture.decide("accept", many).then().statusCode(400).body("errors.pointer", is(List.of("/items")));
        ask("?mode=some", Map.of("items", UpdateFixture.decisions("accept", "x")))
                .then()
                .statusCode(400)
                .body("errors[0].allowed", is(List.of("atomic", "partial")));
        ask("?dryRun=maybe", Map.of("items", UpdateFixture.decisions("accept", "x")))
                .then()
                .statusCode(400);
    }

    @Test
    void onlyTheSecretariatDecides() {
        String id = UpdateFixture.of("ACJS-2024.III.3").waitingFrom("TH");
        for (String bearer :
                List.of(TestKeys.contributor("TH"), TestKeys.auditor(), TestKeys.reader(), TestKeys.admin()))
            ApiRequests.post(
                            bearer,
                            "/api/v1/updates/decisions",
                            Map.of("items", UpdateFixture.decisions("accept", id)),
                            "x")
                    .then()
                    .statusCode(403);
        assertEquals("submitted", state(id));
    }
}
