package org.servanda.commitments.search;

import java.util.List;

import jakarta.inject.Inject;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

import org.servanda.testing.HttpTest;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A request takes the same number of statements however much it answers. */
@HttpTest
class StatementsTest {

    @Inject
    SessionFactory sessions;

    private long statements(String path) {
        sessions.getStatistics().clear();
        given().urlEncodingEnabled(false).get(path).then().statusCode(200);
        return sessions.getStatistics().getPrepareStatementCount();
    }

    @Test
    void aPageOfTwoHundredTakesAsManyAsAPageOfOne() {
        assertEquals(statements("/api/v1/commitments?limit=1"), statements("/api/v1/commitments?limit=200"));
        assertEquals(
                statements("/api/v1/commitments?limit=1&area=AI&count=true&q=%E4%BA%BA"),
                statements("/api/v1/commitments?limit=200&area=INFRA&count=true&q=%E7%BD%91"));
    }

    @Test
    void nothingTakesMoreThanAHandful() {
        assertEquals(3, statements("/api/v1/commitments?limit=200"));
        assertEquals(3, statements("/api/v1/commitments/ACJS-2024.III.2"));
        assertTrue(statements("/api/v1/summary?by=area,status") <= 3);
        // One count for all instruments, however many there are.
        assertEquals(3, statements("/api/v1/instruments"));
        assertTrue(
                statements("/api/v1/commitments?area=AI,INFRA&party=LA&owner=CN&instrument=CNS-2025&count=true") <= 8);
    }

    @Test
    void findingsOnFiftyTakeAsManyAsFindingsOnAFew() {
        String findings = "/api/v1/reports/findings?instrument=BRDE-2023&area=";
        List<String> areas = given().get("/api/v1/areas").path("items.code");
        assertEquals(statements(findings + "AI"), statements(findings + String.join(",", areas)));
    }
}
