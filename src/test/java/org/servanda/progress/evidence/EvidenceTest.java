package org.servanda.progress.evidence;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.servanda.testing.ApiRequests;
import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;
import org.servanda.testing.UpdateFixture;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** Evidence of updates: an address or a file, with the update or added later. */
@HttpTest
class EvidenceTest {

    private static final String OF = "/api/v1/commitments/";

    private static String uploaded(String key, String content) {
        return given().auth()
                .oauth2(key)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/pdf")
                .body(("%PDF-1.7 " + content).getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/files?name=minutes.pdf")
                .then()
                .statusCode(201)
                .extract()
                .path("sha256");
    }

    private static Map<String, Object> file(String sha256) {
        Map<String, Object> evidence = new LinkedHashMap<>(UpdateFixture.evidence());
        evidence.remove("url");
        evidence.put("file", sha256);
        return evidence;
    }

    private static Response add(String code, Map<String, Object> evidence, String backs) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("evidence", evidence);
        if (backs != null) body.put("backs", backs);
        return ApiRequests.post(TestKeys.secretariat(), OF + code + "/evidence", body);
    }

    private static int revision() {
        return given().get("/api/v1/commitments?limit=1").path("revision");
    }

    @Test
    void aFileIsSeenByEveryoneOnceTheReportItBacksIsAccepted() {
        String sha256 = uploaded(TestKeys.contributor("TH"), "by Thailand");
        String id = UpdateFixture.of("ACJS-2024.III.3")
                .status("completed")
                .with("evidence", List.of(file(sha256)))
                .waitingFrom("TH");
        given().get("/api/v1/files/" + sha256).then().statusCode(404);
        int waiting = revision();
        UpdateFixture.decide("accept", id).then().statusCode(200);
        given().get("/api/v1/files/" + sha256 + "/content").then().statusCode(200);
        given().get("/api/v1/files/" + sha256 + "?knownAt=" + waiting).then().statusCode(404);
        given().get("/api/v1/updates/" + id)
                .then()
                .body("evidence[0].file", is(sha256))
                .body("evidence[0].url", nullValue());
        given().get(OF + "ACJS-2024.III.3").then().body("assurance", is("evidenced"));
    }

    @Test
    void aReportPublishesTheRecordOfTheSideThatSubmittedIt() {
        String sha256 = uploaded(TestKeys.contributor("TH"), "by both");
        uploaded(TestKeys.contributor("SG"), "by both");
        int unpublished = revision();
        accept("ACJS-2024.VI.1", "SG", sha256);
        int published = revision();
        accept("ACJS-2024.VI.1", "TH", sha256);
        String address = "/api/v1/files/" + sha256;
        given().get(address).then().statusCode(200).body("uploadedBy", startsWith("contributor/SG/"));
        given().get(address + "?knownAt=" + published).then().statusCode(200);
        given().get(address + "?knownAt=" + unpublished).then().statusCode(404);
        given().auth()
                .oauth2(TestKeys.auditor())
                .get(address + "?knownAt=" + unpublished)
                .then()
                .body("uploadedBy", startsWith("contributor/TH/"));
        given().auth()
                .oauth2(TestKeys.contributor("TH"))
                .get(address)
                .then()
                .body("uploadedBy", startsWith("contributor/TH/"));
        for (String other : List.of(TestKeys.contributor("LA"), TestKeys.auditor()))
            given().auth().oauth2(other).get(address).then().body("uploadedBy", startsWith("contributor/SG/"));
    }

    private static void accept(String code, String party, String sha256) {
        String id =
                UpdateFixture.of(code).with("evidence", List.of(file(sha256))).waitingFrom(party);
        UpdateFixture.decide("accept", id).then().statusCode(200);
    }

    @Test
    void whoHasNoRecordOfAFilePublishesTheOneItSees() {
        String sha256 = uploaded(TestKeys.contributor("TH"), "named by others");
        String address = "/api/v1/files/" + sha256;
        add("ACJS-2024.VI.2", file(sha256), null).then().statusCode(201);
        given().get(address).then().statusCode(200).body("uploadedBy", startsWith("contributor/TH/"));
        uploaded(TestKeys.contributor("SG"), "named by others");
        add("ACJS-2024.VI.2", file(sha256), null).then().statusCode(201);
        given().auth()
                .oauth2(TestKeys.contributor("SG"))
                .get(address)
                .then()
                .body("uploadedBy", startsWith("contributor/SG/"));
        given().get(address).then().body("uploadedBy", startsWith("contributor/TH/"));
    }

    @Test
    void aReportMayNameNoFileOfAnotherPartyThatIsNotPublished() {
        String sha256 = uploaded(TestKeys.contributor("TH"), "of Thailand alone");
        UpdateFixture.of("ACJS-2024.VI.1")
                .with("evidence", List.of(file(sha256)))
                .by(TestKeys.contributor("SG"))
                .then()
                .statusCode(400)
                .body("errors[0].message", containsString("there is no such file here"));
        uploaded(TestKeys.contributor("SG"), "of Thailand alone");
        UpdateFixture.of("ACJS-2024.VI.1")
                .with("evidence", List.of(file(sha256)))
                .waitingFrom("SG");
    }

    @Test
    void whatIsFoundLaterBacksTheReportOfItsDayAndChangesNothingKnownBefore() {
        String code = "ACJS-2024.III.4";
        String report = UpdateFixture.of(code).on("2025-03-31").counted();
        int known = revision();
        add(code, UpdateFixture.evidence(), report)
                .then()
                .statusCode(201)
                .body("id", is(code + "-E1"))
                .body("backs", is(report))
                .body("effectiveOn", is("2025-03-31"));
        given().get(OF + code + "?asOf=2025-03-31").then().body("assurance", is("evidenced"));
        given().get(OF + code + "?asOf=2025-03-31&knownAt=" + known).then().body("assurance", is("self_reported"));
        given().get(OF + code + "/evidence?asOf=2025-03-31").then().body("items", hasSize(1));
        given().get(OF + code + "/evidence?asOf=2025-03-30").then().body("items", hasSize(0));
        given().get(OF + code + "/evidence?knownAt=" + known).then().body("items", hasSize(0));
        given().get(OF + code + "/history")
                .then()
                .body("items.findAll { it.kind == 'evidence' }.field", is(List.of("assurance", "evidenceCount")))
                .body("items.findAll { it.kind == 'evidence' }.old", is(List.of("self_reported", 0)))
                .body("items.findAll { it.kind == 'evidence' }.new", is(List.of("evidenced", 1)));
        // The next report has to be backed anew.
        UpdateFixture.of(code).on("2025-06-30").counted();
        given().get(OF + code).then().body("assurance", is("self_reported"));
    }

    @Test
    void theListHoldsWhateverItCameWith() {
        String code = "ACJS-2024.IV.1";
        String first = UpdateFixture.of(code).on("2025-03-01").backed().counted();
        String corrected = UpdateFixture.of(code)
                .on("2025-03-01")
                .backed()
                .correcting(first)
                .counted();
        add(code, file(uploaded(TestKeys.secretariat(), "of the whole")), null)
                .then()
                .statusCode(201);
        given().get(OF + code + "/evidence")
                .then()
                .body("items.backs", contains(is(corrected), nullValue()))
                .body("items.id", contains(nullValue(), is(code + "-E1")))
                .body("items[1].evidence.title.en", is("A press note"));
    }

    @Test
    void whatIsWrongIsNamed() {
        String code = "ACJS-2024.IV.2";
        Map<String, Object> both = new LinkedHashMap<>(UpdateFixture.evidence());
        both.put("file", "0".repeat(64));
        add(code, both, null).then().statusCode(400).body("errors.pointer", hasItems("/evidence/file"));
        add(code, file("0".repeat(64)), null)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("/evidence/file"))
                .body("errors[0].message", containsString("upload it first"));
        Map<String, Object> neither = new LinkedHashMap<>(UpdateFixture.evidence());
        neither.remove("url");
        add(code, neither, null).then().statusCode(400).body("errors.pointer", contains("/evidence/url"));
        String waiting = UpdateFixture.of("CNS-2025.9").waitingFrom("TH");
        add("CNS-2025.9", UpdateFixture.evidence(), waiting)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("/backs"));
        // What another side has uploaded and not shown is nothing to refer to.
        String hidden = uploaded(TestKeys.contributor("SG"), "by Singapore");
        UpdateFixture.of(code)
                .with("evidence", List.of(file(hidden)))
                .by(TestKeys.contributor("TH"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("/evidence/0/file"));
    }
}
