package org.servanda.reports.bundles;

import java.util.List;
import java.util.Map;

import org.servanda.testing.ApiRequests;
import org.servanda.testing.EditFixture;
import org.servanda.testing.TestKeys;
import org.servanda.testing.UpdateFixture;

import static io.restassured.RestAssured.given;

/** What happens to the commitments of a register before a bundle is made of it: everything that a row can follow from. */
final class BundleFixture {

    static final String LED = "ACJS-2024.III.2";
    static final String SHARED = "ACJS-2024.III.3";
    static final String PUT_RIGHT = "ACJS-2024.III.4";

    private BundleFixture() {}

    /** @return ids of the reports */
    static List<String> happen() {
        String first =
                UpdateFixture.of(LED).on("2025-03-01").percent(20).backed().counted();
        EditFixture.commitment(
                        LED,
                        "{\"effectiveOn\":\"2025-04-01\",\"owner\":{\"assigned\":{\"party\":\"TH\",\"unit\":{\"zh\":\"外交部\","
                                + "\"en\":\"Ministry of Foreign Affairs\"}}},\"supportingAssigned\":[\"LA\"],"
                                + "\"reason\":\"Decided at the meeting\"}")
                .then()
                .statusCode(200);
        EditFixture.commitment(
                        LED,
                        "{\"effectiveOn\":\"2025-05-01\",\"timeFrame\":{\"to\":\"2026-06-30\",\"precision\":\"day\","
                                + "\"text\":{\"en\":\"by mid-2026\"}},\"reason\":\"Decided at the meeting\"}")
                .then()
                .statusCode(200);
        assess(LED, "2025-07-01", "limited", "confirmed");
        String waiting = UpdateFixture.of(LED)
                .on("2025-08-01")
                .with("narrative", Map.of("zh", "=SUM(A1)，\"引号\"\n第二行", "en", "+1, \"quoted\"; back\\slash"))
                .waitingFrom("TH");
        UpdateFixture.decide("", List.of(UpdateFixture.decision(waiting, "accept", "Thank you")))
                .then()
                .statusCode(200);
        EditFixture.commitment(
                        SHARED,
                        "{\"effectiveOn\":\"2025-01-15\",\"rollUp\":\"all\",\"area\":\"AI\",\"reason\":\"Shared by all\"}")
                .then()
                .statusCode(200);
        UpdateFixture.of(SHARED)
                .on("2025-02-01")
                .about("TH")
                .status("completed")
                .backed()
                .counted();
        UpdateFixture.of(SHARED).on("2025-03-01").about("LA").counted();
        String wrong = UpdateFixture.of(PUT_RIGHT)
                .on("2025-03-01")
                .status("completed")
                .backed()
                .counted();
        UpdateFixture.of(PUT_RIGHT).on("2025-03-01").correcting(wrong).counted();
        evidence(PUT_RIGHT, null);
        evidence(LED, first);
        UpdateFixture.of("BRDE-2023.10.1").on("2025-05-05").counted();
        // These wait, and nobody but those concerned may learn of them.
        UpdateFixture.of(SHARED)
                .on("2025-09-01")
                .about("LA")
                .with("narrative", Map.of("en", "Not for the public"))
                .waitingFrom("LA");
        return List.of(first, waiting, wrong);
    }

    private static void assess(String code, String day, String result, String finding) {
        ApiRequests.post(
                        TestKeys.auditor(),
                        "/api/v1/commitments/" + code + "/assessments",
                        Map.of(
                                "assessedOn",
                                day,
                                "result",
                                result,
                                "finding",
                                finding,
                                "rationale",
                                Map.of("zh", "实地查看", "en", "Seen on site"),
                                "evidence",
                                List.of(UpdateFixture.evidence())))
                .then()
                .statusCode(201);
    }

    private static void evidence(String code, String backs) {
        ApiRequests.post(
                        TestKeys.secretariat(),
                        "/api/v1/commitments/" + code + "/evidence",
                        backs == null
                                ? Map.of("evidence", UpdateFixture.evidence())
                                : Map.of("evidence", UpdateFixture.evidence(), "backs", backs))
                .then()
                .statusCode(201);
    }

    /** @param query behind the question mark, without the format */
    static byte[] bundle(String query) {
        return given().get("/api/v1/reports/status?format=bundle" + (query.isEmpty() ? "" : "&" + query))
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .extract()
                .asByteArray();
    }

    static int revision() {
        return given().get("/api/v1/commitments?limit=1").path("revision");
    }
}
