package org.servanda.progress.milestones;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import org.servanda.testing.ApiRequests;
import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** The steps on the way of a commitment: planned, expected, achieved, and each as it was known at any time. */
@HttpTest
class MilestonesTest {

    private static final String OF = "/api/v1/commitments/";

    private static Map<String, Object> planned(String day) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", Map.of("zh", "首批学员", "en", "First class"));
        body.put("plannedOn", day);
        body.put("effectiveOn", "2025-02-01");
        return body;
    }

    private static Response plan(String code, Map<String, Object> body) {
        return ApiRequests.post(TestKeys.secretariat(), OF + code + "/milestones", body);
    }

    private static Response change(String code, String id, String patch) {
        String tag = given().get(OF + code + "/milestones/" + id).header("ETag");
        return change(code, id, tag, patch);
    }

    private static Response change(String code, String id, String ifMatch, String patch) {
        RequestSpecification request = given().auth()
                .oauth2(TestKeys.secretariat())
                .contentType("application/merge-patch+json")
                .body(patch);
        if (ifMatch != null) request.header("If-Match", ifMatch);
        return request.patch(OF + code + "/milestones/" + id);
    }

    private static ValidatableResponse one(String code, String id, String time) {
        return given().get(OF + code + "/milestones/" + id + time).then().statusCode(200);
    }

    private static int revision() {
        TestKeys.secretariat();
        return given().get("/api/v1/commitments?limit=1").path("revision");
    }

    @Test
    void whatIsPlannedIsPlannedUntilItsDayAndMissedBehindIt() {
        String code = "ACJS-2024.III.2";
        int before = revision();
        plan(code, planned("2025-06-30"))
                .then()
                .statusCode(201)
                .header("Location", is(OF + code + "/milestones/" + code + "-M1"))
                .body("id", is(code + "-M1"))
                .body("state", is("missed"))
                .body("entry", is(before + 1));
        one(code, code + "-M1", "?asOf=2025-06-30").body("state", is("planned"));
        one(code, code + "-M1", "?asOf=2025-07-01").body("state", is("missed"));
        given().get(OF + code + "/milestones?asOf=2025-01-31").then().body("items", is(List.of()));
        given().get(OF + code + "/milestones?knownAt=" + before).then().body("items", is(List.of()));
        given().get(OF + code + "/milestones/" + code + "-M1?knownAt=" + before)
                .then()
                .statusCode(404);
    }

    @Test
    void whatIsExpectedAndAchievedHoldsFromItsDayAndChangesNothingKnownBefore() {
        String code = "ACJS-2024.III.3";
        String id = plan(code, planned("2025-06-30")).path("id");
        change(code, id, "{\"forecastOn\":\"2025-09-30\",\"effectiveOn\":\"2025-05-01\",\"reason\":\"Late funds\"}")
                .then()
                .statusCode(200)
                .body("forecastOn", is("2025-09-30"))
                .body("reason", is("Late funds"));
        int known = revision();
        change(code, id, "{\"achievedOn\":\"2025-09-15\",\"effectiveOn\":\"2025-09-15\"}")
                .then()
                .statusCode(200)
                .body("state", is("achieved"));
        one(code, id, "?asOf=2025-04-30").body("forecastOn", nullValue()).body("state", is("planned"));
        one(code, id, "?asOf=2025-09-14").body("forecastOn", is("2025-09-30")).body("state", is("missed"));
        one(code, id, "?asOf=2025-09-15").body("state", is("achieved"));
        one(code, id, "?asOf=2025-09-15&knownAt=" + known).body("state", is("missed"));
        // Said late, of a day in between: it holds until what is said of the same field of a later day (rule 11.1).
        change(code, id, "{\"plannedOn\":\"2025-08-31\",\"effectiveOn\":\"2025-07-01\"}")
                .then()
                .statusCode(200)
                .body("plannedOn", is("2025-08-31"))
                .body("forecastOn", is("2025-09-30"))
                .body("state", is("achieved"));
        one(code, id, "?asOf=2025-06-30").body("plannedOn", is("2025-06-30"));
        one(code, id, "?asOf=2025-07-15").body("plannedOn", is("2025-08-31")).body("state", is("planned"));
        String field = "items.findAll { it.field == 'milestones/" + id + "/plannedOn' }.";
        given().get(OF + code + "/history")
                .then()
                .body(field + "old", is(java.util.Arrays.asList(null, "2025-06-30")))
                .body(field + "new", is(List.of("2025-06-30", "2025-08-31")))
                .body(
                        "items.findAll { it.field == 'milestones/" + id + "/achievedOn' }.new",
                        is(List.of("2025-09-15")));
    }

    @Test
    void whatIsDroppedSaysWhy() {
        String code = "BRDE-2023.1.1";
        String id = plan(code, planned("2030-06-30")).path("id");
        change(code, id, "{\"dropped\":true}").then().statusCode(400).body("errors[0].pointer", is("/reason"));
        change(code, id, "{\"dropped\":true,\"reason\":\"Another way was found\"}")
                .then()
                .statusCode(200)
                .body("state", is("dropped"));
        assertEquals(code + "-M2", plan(code, planned("2030-12-31")).path("id"));
        given().get(OF + code + "/milestones")
                .then()
                .body("items.id", is(List.of(code + "-M1", code + "-M2")))
                .body("items.state", is(List.of("dropped", "planned")));
    }

    @Test
    void whoChangesItHasSeenIt() {
        String code = "BRDE-2023.1.2";
        String id = plan(code, planned("2030-06-30")).path("id");
        String tag = given().get(OF + code + "/milestones/" + id).header("ETag");
        change(code, id, null, "{\"plannedOn\":\"2031-01-01\"}").then().statusCode(428);
        change(code, id, tag, "{\"plannedOn\":\"2031-01-01\"}").then().statusCode(200);
        change(code, id, tag, "{\"plannedOn\":\"2032-01-01\"}")
                .then()
                .statusCode(412)
                .body("current.plannedOn", is("2031-01-01"));
        int before = revision();
        change(code, id, "{\"plannedOn\":\"2031-01-01\"}").then().statusCode(200);
        assertEquals(before, revision(), "what changes nothing is not recorded");
    }

    @Test
    void theSecretariatPlansAndNobodyElseDoes() {
        for (String other :
                List.of(TestKeys.contributor("TH"), TestKeys.auditor(), TestKeys.admin(), TestKeys.reader()))
            ApiRequests.post(other, OF + "BRDE-2023.2.1/milestones", planned("2030-01-01"), "one-for-all")
                    .then()
                    .statusCode(403);
    }

    @Test
    void whatIsWrongIsToldAllAtOnce() {
        int before = revision();
        String code = "BRDE-2023.3.1";
        plan(code, Map.of()).then().statusCode(400).body("errors.pointer", is(List.of("/title", "/plannedOn")));
        Map<String, Object> body = planned("2030-01-01");
        body.put("title", Map.of("en", "First class"));
        body.put("effectiveOn", "2199-01-01");
        body.put("achievedOn", "2199-01-01");
        body.put("dropped", true);
        body.put("evidence", List.of(Map.of("url", "ftp://example.org")));
        plan(code, body)
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        hasItems("/effectiveOn", "/title", "/achievedOn", "/dropped", "/evidence/0/url", "/reason"));
        Map<String, Object> misspelt = planned("2030-01-01");
        misspelt.put("planedOn", "2030-01-01");
        plan(code, misspelt).then().statusCode(400).body("errors[0].nearest", is("plannedOn"));
        plan("BRDE-2023.99.1", planned("2030-01-01")).then().statusCode(404);
        change(code, code + "-M1", "\"x\"", "{}").then().statusCode(404);
        assertEquals(before, revision());
    }

    @Test
    void aPatchIsAnObjectOfKnownFields() {
        String code = "BRDE-2023.4.1";
        String id = plan(code, planned("2030-06-30")).path("id");
        change(code, id, "[]").then().statusCode(400);
        change(code, id, "{\"plannedOn\":null}").then().statusCode(400).body("errors[0].pointer", is("/plannedOn"));
        change(code, id, "{\"state\":\"achieved\"}").then().statusCode(400);
        change(code, id, "{\"plannedOn\":\"2030-07-01\",\"effectiveOn\":\"2025-01-15\"}")
                .then()
                .statusCode(400)
                .body("errors[0].message", is("is before the milestone was planned"));
    }
}
