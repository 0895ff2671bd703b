package org.servanda.cycles;

import java.util.List;
import java.util.Map;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.servanda.testing.ApiRequests;
import org.servanda.testing.CycleFixture;
import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;
import org.servanda.testing.UpdateFixture;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** For which period reports are asked, and what was seen when that closed. */
@HttpTest
class CyclesTest {

    private static final String PATH = "/api/v1/cycles";

    private static Response plan(Map<String, Object> body) {
        return ApiRequests.post(TestKeys.secretariat(), PATH, body);
    }

    private static Response change(String code, String patch) {
        return given().auth()
                .oauth2(TestKeys.secretariat())
                .contentType("application/merge-patch+json")
                .header("If-Match", given().get(PATH + "/" + code).header("ETag"))
                .body(patch)
                .patch(PATH + "/" + code);
    }

    private static int revision() {
        return given().get("/api/v1/commitments?limit=1").path("revision");
    }

    private static String bytesAndTag(String address) {
        Response answer = given().urlEncodingEnabled(false).get(address);
        assertEquals(200, answer.statusCode(), answer.asString());
        return answer.header("ETag") + answer.asString();
    }

    @Test
    void whatTheMinistersSawIsOneAddressWhateverComesLater() {
        String code = "ACJS-2024.III.2";
        UpdateFixture.of(code).on("2025-12-01").counted();
        plan(CycleFixture.of("ADGMIN-2026"))
                .then()
                .statusCode(201)
                .header("Location", is(PATH + "/ADGMIN-2026"))
                .body("state", is("due"))
                .body("frozen", nullValue())
                .body("reads.commitments", is("/api/v1/commitments?instrument=ACJS-2024"));
        int open = revision();
        change("ADGMIN-2026", "{\"closed\":true}")
                .then()
                .statusCode(200)
                .body("state", is("closed"))
                .body("frozen.asOf", is("2025-12-31"))
                .body("frozen.revision", is(open + 1))
                .body("frozen.closedBy", startsWith("secretariat/"));
        String seen = given().get(PATH + "/ADGMIN-2026").path("reads.commitments");
        assertEquals("/api/v1/commitments?instrument=ACJS-2024&asOf=2025-12-31&knownAt=" + (open + 1), seen);
        List<String> addresses = List.of(
                seen,
                given().get(PATH + "/ADGMIN-2026").path("reads.summary"),
                given().get(PATH + "/ADGMIN-2026").path("reads.queue"));
        List<String> before = addresses.stream().map(CyclesTest::bytesAndTag).toList();
        given().get(seen).then().body("items.find { it.code == '" + code + "' }.status", is("in_progress"));
        // Late, of a day within the period.
        UpdateFixture.of(code).on("2025-12-30").status("operational").backed().counted();
        assertEquals(before, addresses.stream().map(CyclesTest::bytesAndTag).toList());
        assertNotEquals(
                before.get(0), bytesAndTag("/api/v1/commitments?instrument=ACJS-2024&asOf=2025-12-31"), "but now");
        change("ADGMIN-2026", "{\"dueOn\":\"2026-03-31\"}")
                .then()
                .statusCode(409)
                .body("code", is("cycle-closed"));
        given().get(PATH + "/ADGMIN-2026?knownAt=" + open).then().body("state", is("due"));
        given().get(PATH + "/ADGMIN-2026?knownAt=" + (open - 1)).then().statusCode(404);
    }

    @Test
    void itIsPlannedThenOpenThenDueAndItsDaysCanBeMoved() {
        plan(CycleFixture.of("SOM-2026")).then().statusCode(201);
        given().get(PATH + "/SOM-2026?asOf=2026-01-04").then().body("state", is("planned"));
        given().get(PATH + "/SOM-2026?asOf=2026-01-05").then().body("state", is("open"));
        given().get(PATH + "/SOM-2026?asOf=2026-01-31").then().body("state", is("open"));
        given().get(PATH + "/SOM-2026?asOf=2026-02-01").then().body("state", is("due"));
        int known = revision();
        change("SOM-2026", "{\"dueOn\":\"2026-02-15\",\"reason\":\"Holidays\"}")
                .then()
                .statusCode(200)
                .body("dueOn", is("2026-02-15"));
        given().get(PATH + "/SOM-2026?asOf=2026-02-01").then().body("state", is("open"));
        given().get(PATH + "/SOM-2026?asOf=2026-02-01&knownAt=" + known).then().body("state", is("due"));
        change("SOM-2026", "{}").then().statusCode(200);
        assertEquals(known + 1, revision(), "a patch that changes nothing writes nothing");
        given().get(PATH).then().body("items.code", hasItem("SOM-2026"));
        given().get(PATH + "/SOM-2027")
                .then()
                .statusCode(404)
                .body("detail", is("There is no cycle SOM-2027. The nearest known one is SOM-2026."));
    }

    @Test
    void aMechanismStandsForItsInstruments() {
        Map<String, Object> body = CycleFixture.of("BODY-2026");
        body.remove("instruments");
        String mechanism = given().get("/api/v1/instruments/ACJS-2024").path("mechanism.en");
        body.put("mechanism", mechanism);
        List<String> its = given().get("/api/v1/instruments")
                .path("items.findAll { it.mechanism?.en == '" + mechanism.replace("'", "\\'") + "' }.code");
        plan(body).then().statusCode(201).body("instruments", is(its)).body("mechanism", is(mechanism));
        change("BODY-2026", "{\"closed\":true}").then().statusCode(200).body("instruments", is(its));
        Map<String, Object> wrong = CycleFixture.of("BODY-2027");
        wrong.remove("instruments");
        wrong.put("mechanism", mechanism + "s");
        plan(wrong)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("/mechanism"))
                .body("errors[0].nearest", is(mechanism));
    }

    @Test
    void whatIsWrongIsNamed() {
        plan(Map.of())
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/code", "/instruments", "/title", "/period", "/opensOn", "/dueOn"));
        Map<String, Object> wrong = CycleFixture.of("A B");
        wrong.put("mechanism", "x");
        wrong.put("period", Map.of("from", "2026-01-01", "to", "2025-01-01"));
        wrong.put("dueOn", "2026-01-01");
        plan(wrong)
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/code", "/mechanism", "/period/to", "/dueOn"));
        Map<String, Object> unknown = CycleFixture.of("UNKNOWN-1");
        unknown.put("instruments", List.of("ACJS-2025"));
        plan(unknown).then().statusCode(400).body("errors[0].nearest", is("ACJS-2024"));
        Map<String, Object> early = CycleFixture.of("EARLY-1");
        early.put("period", Map.of("from", "2026-01-01", "to", "2200-12-31"));
        plan(early).then().statusCode(201);
        change("EARLY-1", "{\"closed\":true}").then().statusCode(400).body("errors.pointer", contains("/closed"));
        change("EARLY-1", "{\"title\":null}").then().statusCode(400).body("errors.pointer", contains("/title"));
        plan(early).then().statusCode(409).body("code", is("already-exists"));
        given().auth()
                .oauth2(TestKeys.secretariat())
                .contentType("application/merge-patch+json")
                .body("{\"closed\":true}")
                .patch(PATH + "/EARLY-1")
                .then()
                .statusCode(428);
    }
}
