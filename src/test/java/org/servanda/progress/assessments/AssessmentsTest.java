package org.servanda.progress.assessments;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import org.servanda.testing.ApiRequests;
import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;
import org.servanda.testing.UpdateFixture;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** What an auditor found stands beside what was reported, at two times. */
@HttpTest
class AssessmentsTest {

    private static Map<String, Object> assessment(String day, String result) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("assessedOn", day);
        body.put("result", result);
        body.put("rationale", Map.of("zh", "实地查看", "en", "Seen on site"));
        return body;
    }

    private static Response assess(String code, Map<String, Object> body) {
        return by(TestKeys.auditor(), code, body, UUID.randomUUID().toString());
    }

    private static Response by(String bearer, String code, Map<String, Object> body, String key) {
        return ApiRequests.post(bearer, "/api/v1/commitments/" + code + "/assessments", body, key);
    }

    private static ValidatableResponse commitment(String code) {
        return given().get("/api/v1/commitments/" + code).then().statusCode(200);
    }

    private static int revision() {
        TestKeys.auditor();
        TestKeys.secretariat();
        return given().get("/api/v1/commitments?limit=1").path("revision");
    }

    @Test
    void whatWasFoundIsShownAndTheStatusStaysWhatWasReported() {
        String code = "ACJS-2024.III.2";
        UpdateFixture.of(code).on("2025-06-01").counted();
        int before = revision();
        Map<String, Object> body = assessment("2025-07-01", "limited");
        body.put("evidence", List.of(UpdateFixture.evidence()));
        String location = assess(code, body)
                .then()
                .statusCode(201)
                .body("id", is(code + "-A1"))
                .body("result", is("limited"))
                .body("assessor", startsWith("auditor/"))
                .body("entry", is(before + 1))
                .extract()
                .header("Location");
        given().get(location).then().statusCode(200).body("rationale.en", is("Seen on site"));
        commitment(code)
                .body("assessment", is("limited"))
                .body("status", is("in_progress"))
                .body("assurance", is("self_reported"));
        given().get("/api/v1/commitments/" + code + "?asOf=2025-06-30").then().body("assessment", is("not_assessed"));
        given().get("/api/v1/commitments/" + code + "?knownAt=" + before).then().body("assessment", is("not_assessed"));
        given().get("/api/v1/commitments/" + code + "/assessments?knownAt=" + before)
                .then()
                .body("items", is(List.of()));
        given().get("/api/v1/commitments/" + code + "/history")
                .then()
                .body("items.findAll { it.kind == 'assessed' }.field", is(List.of("assessment", "evidenceCount")))
                .body("items.findAll { it.kind == 'assessed' }.new", is(List.of("limited", 1)));
    }

    @Test
    void whatIsConfirmedWithEvidenceIsVerifiedUntilTheNextReport() {
        String code = "ACJS-2024.III.3";
        UpdateFixture.of(code).on("2025-06-01").backed().counted();
        Map<String, Object> body = assessment("2025-07-01", "substantial");
        body.put("finding", "confirmed");
        assess(code, body).then().statusCode(201);
        commitment(code).body("assurance", is("verified"));
        given().get("/api/v1/commitments?assurance=verified").then().body("items.code", hasItem(code));
        UpdateFixture.of(code).on("2025-08-01").counted();
        commitment(code).body("assurance", is("self_reported")).body("assessment", is("substantial"));
        given().get("/api/v1/commitments/" + code + "?asOf=2025-07-31").then().body("assurance", is("verified"));
    }

    @Test
    void withoutEvidenceNothingIsVerified() {
        String code = "ACJS-2024.II.1";
        UpdateFixture.of(code).on("2025-06-01").counted();
        Map<String, Object> body = assessment("2025-07-01", "substantial");
        body.put("finding", "confirmed");
        assess(code, body).then().statusCode(201);
        commitment(code).body("assurance", is("self_reported"));
    }

    @Test
    void aDisputedReportStaysAndIsCalledDisputed() {
        String code = "BRDE-2023.1.1";
        UpdateFixture.of(code).on("2025-06-01").status("completed").backed().counted();
        Map<String, Object> body = assessment("2025-06-01", "not_started");
        body.put("finding", "disputed");
        String id = assess(code, body).then().statusCode(201).extract().path("id");
        commitment(code).body("status", is("completed")).body("assurance", is("disputed"));

        Map<String, Object> better = assessment("2025-06-01", "complete");
        better.put("finding", "confirmed");
        better.put("corrects", id);
        assess(code, better).then().statusCode(400).body("errors[0].pointer", is("/reason"));
        better.put("reason", Map.of("en", "The site was another"));
        String second = assess(code, better).then().statusCode(201).extract().path("id");
        commitment(code).body("assurance", is("verified")).body("assessment", is("complete"));
        given().get("/api/v1/commitments/" + code + "/assessments")
                .then()
                .body("items.id", is(List.of(id, second)))
                .body("items[0].correctedBy", is(second));
        assess(code, better)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("/corrects"))
                .body("errors[0].allowed", is(List.of(second)));
    }

    @Test
    void listsAndCountsAskForWhatWasFound() {
        assess("BRDE-2023.2.1", assessment("2025-07-01", "no_evidence")).then().statusCode(201);
        given().get("/api/v1/commitments?assessment=no_evidence&count=true")
                .then()
                .body("items.code", is(List.of("BRDE-2023.2.1")))
                .body("total", is(1));
        given().get("/api/v1/summary?by=assessment")
                .then()
                .body("cells.find { it.assessment == 'no_evidence' }.count", is(1))
                .body("cells.assessment", hasItem("not_assessed"));
        given().get("/api/v1/summary?by=instrument,assessment&asOf=2025-06-30")
                .then()
                .body("cells.findAll { it.instrument == 'BRDE-2023' }.assessment", not(hasItem("no_evidence")));
    }

    @Test
    void auditorsAssessAndNobodyElseDoes() {
        Map<String, Object> body = assessment("2025-07-01", "limited");
        for (String other :
                List.of(TestKeys.secretariat(), TestKeys.contributor("TH"), TestKeys.admin(), TestKeys.reader()))
            by(other, "BRDE-2023.3.1", body, "one-key-for-all").then().statusCode(403);
        UpdateFixture.of("BRDE-2023.3.1").by(TestKeys.auditor()).then().statusCode(403);
    }

    @Test
    void theSameRequestAgainAssessesOnce() {
        Map<String, Object> body = assessment("2025-07-01", "limited");
        String first = by(TestKeys.auditor(), "BRDE-2023.4.1", body, "once").asString();
        Response again = by(TestKeys.auditor(), "BRDE-2023.4.1", body, "once");
        again.then().statusCode(201).header("Idempotency-Replayed", is("true"));
        assertEquals(first, again.asString());
        given().get("/api/v1/commitments/BRDE-2023.4.1/assessments").then().body("items.size()", is(1));
    }

    @Test
    void whatIsWrongIsToldAllAtOnce() {
        int before = revision();
        assess("BRDE-2023.5.1", Map.of())
                .then()
                .statusCode(400)
                .body("errors.pointer", is(List.of("/assessedOn", "/result", "/rationale")));
        Map<String, Object> body = assessment("2199-01-01", "not_assessed");
        body.put("evidence", List.of(Map.of("url", "ftp://example.org")));
        body.put("corrects", "BRDE-2023.5.1-A7");
        assess("BRDE-2023.5.1", body)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/assessedOn", "/result", "/evidence/0/url", "/corrects", "/reason"));
        assess("BRDE-2023.5.1", assessment("2020-01-01", "limited"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("/assessedOn"));
        assess("BRDE-2023.99.9", assessment("2025-07-01", "limited")).then().statusCode(404);
        given().get("/api/v1/commitments/BRDE-2023.5.1/assessments/BRDE-2023.5.1-A1")
                .then()
                .statusCode(404);
        assertEquals(before, revision());
    }

    @Test
    void whatNobodyAssessedSaysSo() {
        commitment("CNS-2025.2").body("assessment", is("not_assessed")).body("lastUpdate", nullValue());
    }
}
