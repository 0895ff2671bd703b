package org.servanda.progress.updates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.servanda.testing.HttpTest;
import org.servanda.testing.UpdateFixture;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** The list of updates: order, pages, filters. */
@HttpTest
class UpdateListTest {

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
        UpdateRequests.get("/commitments/BRDE-2023.9.1/updates?asOf=2025-03-02")
                .body("items.id", is(told.subList(0, 2)));
        UpdateRequests.get("/updates?commitment=BRDE-2023.9.1&state=accepted").body("items.size()", is(6));
        UpdateRequests.get("/updates?commitment=BRDE-2023.9.1&instrument=ACJS-2024")
                .body("items.size()", is(0));
        UpdateRequests.get("/updates?commitment=BRDE-2023.9.1&state=returned").body("items.size()", is(0));
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
