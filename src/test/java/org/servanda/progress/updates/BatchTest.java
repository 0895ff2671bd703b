package org.servanda.progress.updates;

import java.util.ArrayList;
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
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Batches of updates: recorded as if they were sent one by one, but all or none. */
@HttpTest
class BatchTest {

    private static Response send(String query, String bearer, String key, UpdateFixture... reports) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (UpdateFixture report : reports) {
            Map<String, Object> item = new LinkedHashMap<>(report.body());
            item.put("commitment", report.commitment());
            items.add(item);
        }
        return ApiRequests.post(bearer, "/api/v1/updates:batch" + query, Map.of("items", items), key);
    }

    private static Response send(String query, UpdateFixture... reports) {
        return send(query, TestKeys.secretariat(), UUID.randomUUID().toString(), reports);
    }

    private static int revision() {
        // The first time a test asks for it, the key is an entry too.
        TestKeys.secretariat();
        return given().get("/api/v1/commitments?limit=1").path("revision");
    }

    private static String status(String code) {
        return given().get("/api/v1/commitments/" + code).path("status");
    }

    private static int updates(String code) {
        return given().get("/api/v1/commitments/" + code + "/updates").path("items.size()");
    }

    @Test
    void eachIsRecordedAsIfItWereAlone() {
        int before = revision();
        send(
                        "",
                        UpdateFixture.of("ACJS-2024.I.1").on("2025-03-01").status("preparing"),
                        UpdateFixture.of("ACJS-2024.I.2").on("2025-04-01"),
                        UpdateFixture.of("ACJS-2024.I.1")
                                .on("2025-05-01")
                                .status("completed")
                                .backed())
                .then()
                .statusCode(200)
                .body("items.commitment", is(List.of("ACJS-2024.I.1", "ACJS-2024.I.2", "ACJS-2024.I.1")))
                .body("items.id", is(List.of("ACJS-2024.I.1-U1", "ACJS-2024.I.2-U1", "ACJS-2024.I.1-U2")))
                .body("items.state", everyItem(is("accepted")))
                .body("items.entry", is(List.of(before + 1, before + 2, before + 3)))
                .body("items.errors", everyItem(nullValue()));
        assertEquals("completed", status("ACJS-2024.I.1"));
        assertEquals("in_progress", status("ACJS-2024.I.2"));
        given().get("/api/v1/commitments/ACJS-2024.I.1?asOf=2025-04-30").then().body("status", is("preparing"));
        given().get("/api/v1/commitments/ACJS-2024.I.1/history")
                .then()
                .body("items.findAll { it.field == 'status' }.new", is(List.of("preparing", "completed")))
                .body("items.findAll { it.field == 'status' }.entry", is(List.of(before + 1, before + 3)));
    }

    @Test
    void oneThatIsRefusedRefusesAllAndEveryFaultIsToldInItsPlace() {
        int before = revision();
        send(
                        "",
                        UpdateFixture.of("BRDE-2023.1.1"),
                        UpdateFixture.of("BRDE-2023.1.2").status("completed"),
                        UpdateFixture.of("BRDE-2023.99.1"),
                        UpdateFixture.of("BRDE-2023.2.1").on("2199-01-01").with("narrative", null))
                .then()
                .statusCode(409)
                .body("code", is("updates-refused"))
                .body("detail", is("3 of 4 reports cannot be recorded, so none was."))
                .body(
                        "errors.pointer",
                        is(List.of(
                                "/items/1/evidence",
                                "/items/2/commitment",
                                "/items/3/effectiveOn",
                                "/items/3/narrative")));
        assertEquals(before, revision());
        assertEquals(0, updates("BRDE-2023.1.1"));
        // Nothing of it is left: the next report is still the first one.
        assertEquals("BRDE-2023.1.1-U1", UpdateFixture.of("BRDE-2023.1.1").counted());
    }

    @Test
    void aReportIsJudgedByWhatTheOnesBeforeItMade() {
        send(
                        "",
                        UpdateFixture.of("BRDE-2023.3.1").on("2025-03-01"),
                        UpdateFixture.of("BRDE-2023.3.1").on("2025-04-01").status("exploring"))
                .then()
                .statusCode(409)
                .body("errors.size()", is(1))
                .body("errors[0].pointer", is("/items/1/status"))
                .body("errors[0].allowed", hasItems("operational", "completed"));
    }

    @Test
    void inPartThoseAreRecordedThatCanBe() {
        int before = revision();
        send(
                        "?mode=partial",
                        UpdateFixture.of("BRDE-2023.4.1").status("operational"),
                        UpdateFixture.of("BRDE-2023.4.1"),
                        UpdateFixture.of("BRDE-2023.5.9"),
                        UpdateFixture.of("BRDE-2023.5.1"))
                .then()
                .statusCode(200)
                .body("items[0].id", nullValue())
                .body("items[0].state", nullValue())
                .body("items[0].errors[0].pointer", is("/items/0/evidence"))
                .body("items[1].id", is("BRDE-2023.4.1-U1"))
                .body("items[2].errors[0].message", containsString("BRDE-2023.5.9"))
                .body("items[3].state", is("accepted"));
        assertEquals(before + 2, revision());
        assertEquals(1, updates("BRDE-2023.4.1"));
    }

    @Test
    void aRehearsalSaysTheSameAndWritesNothing() {
        int before = revision();
        send("?dryRun=true", UpdateFixture.of("BRDE-2023.6.1"))
                .then()
                .statusCode(200)
                .body("items[0].state", is("accepted"))
                .body("items[0].id", nullValue())
                .body("items[0].entry", nullValue());
        send("?dryRun=true", UpdateFixture.of("BRDE-2023.6.1").on("2199-01-01"))
                .then()
                .statusCode(409)
                .body("errors[0].pointer", is("/items/0/effectiveOn"));
        assertEquals(before, revision());
        assertEquals(0, updates("BRDE-2023.6.1"));
    }

    @Test
    void oneKeyCoversAllOfThem() {
        String key = UUID.randomUUID().toString();
        UpdateFixture one = UpdateFixture.of("BRDE-2023.7.1");
        UpdateFixture other = UpdateFixture.of("BRDE-2023.7.2");
        String first = send("", TestKeys.secretariat(), key, one, other).asString();
        int after = revision();
        Response again = send("", TestKeys.secretariat(), key, one, other);
        again.then().statusCode(200).header("Idempotency-Replayed", is("true"));
        assertEquals(first, again.asString());
        assertEquals(after, revision());
        send("", TestKeys.secretariat(), key, other, one).then().statusCode(422);
    }

    @Test
    void aFocalPointsReportsWaitAndItReportsWhereItIsConcernedOnly() {
        String focalPoint = TestKeys.contributor("TH");
        send(
                        "",
                        focalPoint,
                        UUID.randomUUID().toString(),
                        UpdateFixture.of("ACJS-2024.II.1"),
                        UpdateFixture.of("ACJS-2024.II.2"))
                .then()
                .statusCode(200)
                .body("items.state", everyItem(is("submitted")))
                .body("items.id", everyItem(notNullValue()));
        assertEquals("declared", status("ACJS-2024.II.1"));
        send(
                        "",
                        focalPoint,
                        UUID.randomUUID().toString(),
                        UpdateFixture.of("ACJS-2024.III.1"),
                        UpdateFixture.of("BRDE-2023.8.1").about("LA"))
                .then()
                .statusCode(409)
                .body("errors[0].pointer", startsWith("/items/1"))
                .body("errors[0].message", containsString("TH"));
        send("", TestKeys.auditor(), UUID.randomUUID().toString(), UpdateFixture.of("ACJS-2024.II.1"))
                .then()
                .statusCode(403);
    }

    @Test
    void twoHundredAreTakenAndTheCountsFollow() {
        List<String> codes =
                given().get("/api/v1/commitments?instrument=BRDE-2023&limit=60").path("items.code");
        UpdateFixture[] most = new UpdateFixture[200];
        for (int i = 0; i < most.length; i++)
            most[i] = UpdateFixture.of(codes.get(30 + i % 20))
                    .on("2025-02-01")
                    .status("suspended")
                    .because("The test says so");
        send("", most).then().statusCode(200).body("items.size()", is(200));
        given().get("/api/v1/summary?by=status&instrument=BRDE-2023")
                .then()
                .body("cells.find { it.status == 'suspended' }.count", is(20));
        UpdateFixture[] tooMany = new UpdateFixture[201];
        for (int i = 0; i < tooMany.length; i++) tooMany[i] = most[0];
        send("", tooMany).then().statusCode(400).body("errors[0].pointer", is("/items"));
    }

    @Test
    void whatIsNoListOfReportsIsRefused() {
        int before = revision();
        for (Object body : List.of(
                Map.of(), Map.of("items", List.of()), Map.of("items", List.of(Map.of("status", "in_progress")))))
            ApiRequests.post(TestKeys.secretariat(), "/api/v1/updates:batch", body)
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", startsWith("/items"));
        send("?mode=some", UpdateFixture.of("BRDE-2023.6.1"))
                .then()
                .statusCode(400)
                .body("errors[0].parameter", is("mode"));
        assertEquals(before, revision());
    }
}
