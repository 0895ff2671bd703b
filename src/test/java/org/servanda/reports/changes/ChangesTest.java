package org.servanda.reports.changes;

import java.util.List;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.servanda.testing.HttpTest;
import org.servanda.testing.UpdateFixture;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

/** What differs between an earlier state and a later one. */
@HttpTest
class ChangesTest {

    private static final String CHANGES = "/api/v1/reports/changes?";

    private static ValidatableResponse changes(String period) {
        return given().get(CHANGES + period).then();
    }

    @Test
    void whatFitsTheFilterNoMoreLeaves() {
        String code = "ACJS-2024.VI.1";
        int before = given().get("/api/v1/commitments?limit=1").path("revision");
        UpdateFixture.of(code).counted();
        changes("fromKnownAt=" + before + "&status=declared")
                .statusCode(200)
                .body("items.code", is(List.of(code)))
                .body("items[0].change", is("left"))
                .body("items[0].before", is("declared"))
                .body("rows", is(1));
    }

    @ParameterizedTest
    @CsvSource({
        "fromAsOf=2025-12-31&asOf=2024-12-31, fromAsOf",
        "fromAsOf=2025-12-31&asOf=2024-12-31&fromKnownAt=1, fromAsOf",
        "fromKnownAt=3&knownAt=2, fromKnownAt",
        "fromAsOf=2024-12-31&asOf=2025-12-31&fromKnownAt=3&knownAt=2, fromKnownAt",
        "fromKnownAt=2999999999999999&knownAt=2, fromKnownAt",
        "fromAsOf=2025-12-31&asOf=2024-12-31&fromKnownAt=3&knownAt=2, fromAsOf fromKnownAt"
    })
    void aPeriodTheOtherWayRoundIsRefused(String period, String parameters) {
        changes(period).statusCode(400).body("errors.parameter", is(List.of(parameters.split(" "))));
    }

    @Test
    void aPeriodOfNoLengthHasNoChanges() {
        changes("fromAsOf=2025-12-31&asOf=2025-12-31&fromKnownAt=3&knownAt=3").body("rows", is(0));
        changes("fromAsOf=2025-12-31&asOf=2025-12-31").body("rows", is(0));
    }
}
