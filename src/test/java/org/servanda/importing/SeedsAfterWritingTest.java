package org.servanda.importing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.servanda.testing.ApiRequests;
import org.servanda.testing.EditFixture;
import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;
import org.servanda.testing.UpdateFixture;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** A restart: the seeds are applied to a register in which people have worked. */
@HttpTest
class SeedsAfterWritingTest {

    private static int revision() {
        return given().get("/api/v1/commitments?limit=1").path("revision");
    }

    @Test
    void whatPeopleEnteredReportedAndSetStaysAsItIs() {
        ApiRequests.post(
                        TestKeys.secretariat(),
                        "/api/v1/commitments",
                        Map.of(
                                "code", "ACJS-2024.preamble",
                                "instrument", "ACJS-2024",
                                "item", "preamble",
                                "title", Map.of("zh", "前言", "en", "Preamble"),
                                "wording", Map.of("zh", "齐聚老挝万象"),
                                "area", "POLICY",
                                "kind", "pledge",
                                "obligation", "promote",
                                "parties", List.of("CN"),
                                "owner", Map.of("how", "not_stated")))
                .then()
                .statusCode(201);
        UpdateFixture.of("ACJS-2024.V.1").counted();
        EditFixture.commitment("ACJS-2024.V.1", "{\"area\":\"AI\"}").then().statusCode(200);
        int before = revision();
        assertEquals(0, SeedsReapplied.withSeeds(Path.of("seeds")));
        assertEquals(before, revision());
        given().get("/api/v1/commitments/ACJS-2024.V.1")
                .then()
                .body("area", is("AI"))
                .body("status", is("in_progress"));
        given().get("/api/v1/commitments/ACJS-2024.preamble").then().statusCode(200);
    }
}
