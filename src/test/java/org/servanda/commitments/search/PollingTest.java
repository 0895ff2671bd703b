package org.servanda.commitments.search;

import java.util.List;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import org.servanda.testing.HttpTest;
import org.servanda.testing.UpdateFixture;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Who asks again and again what is new, by the revision of the last answer, misses nothing and is told nothing twice. */
@HttpTest
class PollingTest {

    private static ValidatableResponse since(int revision) {
        return given().get("/api/v1/commitments?sinceRevision=" + revision)
                .then()
                .statusCode(200);
    }

    @Test
    void whoPollsByRevisionIsToldEachChangeOnce() {
        String code = "CNS-2025.23";
        int seen = given().get("/api/v1/commitments?limit=1").path("revision");
        since(seen).body("items", hasSize(0));
        UpdateFixture.of(code).counted();
        UpdateFixture.of("CNS-2025.24").waitingFrom("CN");
        Response news = given().get("/api/v1/commitments?sinceRevision=" + seen);
        news.then().statusCode(200).body("items.code", equalTo(List.of(code)));
        int now = news.path("revision");
        since(now).body("items", hasSize(0));
        for (String where : List.of("summary?by=area&", "queue?count=true&", "reports/status?", "reports/coverage?"))
            given().get("/api/v1/" + where + "sinceRevision=" + now).then().statusCode(200);
        given().get("/api/v1/summary?by=instrument&sinceRevision=" + seen)
                .then()
                .body("denominator", is(1))
                .body("cells[0].items", containsString("sinceRevision=" + seen));
        given().get("/api/v1/reports/status?sinceRevision=" + seen).then().body("items.code", equalTo(List.of(code)));
        for (String wrong : List.of("-1", "1.5", "x", "" + (now + 1), "99999999999999999999"))
            given().get("/api/v1/commitments?sinceRevision=" + wrong)
                    .then()
                    .statusCode(400)
                    .body("errors[0].parameter", is("sinceRevision"))
                    .body("errors[0].message", containsString("from 0 to " + now));
    }

    @Test
    void entriesOfOneMomentArePartedByTheirNumbers() {
        assertEquals(115, (int) given().get("/api/v1/commitments?count=true&limit=1&sinceRevision=0")
                .path("total"));
        int revision = given().get("/api/v1/commitments?limit=1").path("revision");
        // The seeds are one transaction: the entries of all commitments have almost the same time, and each its number.
        int some = given().get("/api/v1/commitments?count=true&limit=1&sinceRevision=" + revision / 2)
                .path("total");
        given().get("/api/v1/commitments?limit=200&sinceRevision=" + revision / 2)
                .then()
                .body("items.findAll { it.revision <= " + revision / 2 + " }.size()", is(0))
                .body("items.size()", is(some));
    }
}
