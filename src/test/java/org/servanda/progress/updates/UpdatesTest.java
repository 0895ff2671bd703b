package org.servanda.progress.updates;

import java.time.LocalDate;
import java.util.List;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;
import org.servanda.testing.UpdateFixture;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Submission of updates: who may submit, who sees them, and what they change in the register. */
@HttpTest
class UpdatesTest {

    @Test
    void aFocalPointsReportWaitsAndIsSeenByThoseConcernedOnly() {
        String list = "/commitments/BRDE-2023.1.1/updates";
        String before =
                UpdateRequests.get("/commitments/BRDE-2023.1.1").extract().asString();
        String id = UpdateFixture.of("BRDE-2023.1.1").waitingFrom("TH");
        assertEquals(
                before,
                UpdateRequests.get("/commitments/BRDE-2023.1.1").extract().asString());
        assertEquals("BRDE-2023.1.1-U1", id);

        given().get("/api/v1/updates/" + id).then().statusCode(404).body("code", is("not-found"));
        UpdateRequests.get(list).body("items.id", is(List.of()));
        for (String outside : List.of(TestKeys.reader(), TestKeys.contributor("LA"), TestKeys.admin())) {
            UpdateRequests.getAs(outside, "/updates/" + id).statusCode(404);
            UpdateRequests.getAs(outside, list).statusCode(200).body("items.id", is(List.of()));
            UpdateRequests.getAs(outside, "/updates?state=submitted")
                    .statusCode(200)
                    .body("items.id", not(hasItem(id)));
        }
        for (String inside : List.of(TestKeys.contributor("TH"), TestKeys.secretariat(), TestKeys.auditor())) {
            UpdateRequests.getAs(inside, "/updates/" + id)
                    .statusCode(200)
                    .body("state", is("submitted"))
                    .body("decidedBy", nullValue())
                    .body("submittedBy", containsString("contributor/TH/"));
            UpdateRequests.getAs(inside, list).statusCode(200).body("items.id", is(List.of(id)));
            UpdateRequests.getAs(inside, "/updates?state=submitted&commitment=BRDE-2023.1.1")
                    .statusCode(200)
                    .body("items.id", is(List.of(id)));
        }
    }

    @Test
    void whatIsNotThereAndWhatMayNotBeSeenAreAnsweredAlike() {
        String id = UpdateFixture.of("BRDE-2023.1.2").waitingFrom("TH");
        String hidden = given().get("/api/v1/updates/" + id).then().extract().path("detail");
        String missing = given().get("/api/v1/updates/nope")
                .then()
                .statusCode(404)
                .extract()
                .path("detail");
        assertEquals(missing, hidden.replace(id, "nope"));
    }

    @Test
    void theSecretariatsReportCountsAtOnceAndEverythingFollows() {
        int declared = UpdateRequests.get("/commitments?status=declared&instrument=BRDE-2023&count=true")
                .extract()
                .path("total");
        int moving = UpdateRequests.get("/commitments?status=in_progress&instrument=BRDE-2023&count=true")
                .extract()
                .path("total");
        LocalDate today = LocalDate.parse(
                UpdateRequests.get("/commitments?limit=1").extract().path("asOf"));
        Response answer = UpdateFixture.of("BRDE-2023.1.3")
                .on(today.toString())
                .percent(30)
                .backed()
                .by(TestKeys.secretariat());
        int entry = UpdateRequests.revision();
        answer.then()
                .statusCode(201)
                .header("Location", is("/api/v1/updates/BRDE-2023.1.3-U1"))
                .body("state", is("accepted"))
                .body("entry", is(entry))
                .body("percent", is(30))
                .body("evidence[0].publisher", is("Example Ministry"))
                .body("decidedBy", is(answer.path("submittedBy").toString()));
        UpdateRequests.get("/updates/BRDE-2023.1.3-U1").body("narrative.zh", is("已开始"));
        UpdateRequests.get("/commitments/BRDE-2023.1.3")
                .body("status", is("in_progress"))
                .body("statusSince", is(today.toString()))
                .body("percent", is(30))
                .body("freshness", is("current"))
                .body("assurance", is("evidenced"))
                .body("lastUpdate.id", is("BRDE-2023.1.3-U1"))
                .body("lastUpdate.effectiveOn", is(today.toString()))
                .body("statusBasis", nullValue())
                .body("revision", is(entry));
        UpdateRequests.get("/commitments?status=declared&instrument=BRDE-2023&count=true")
                .body("total", is(declared - 1));
        UpdateRequests.get("/summary?by=status&instrument=BRDE-2023")
                .body("cells.find { it.status == 'in_progress' }.count", is(moving + 1))
                .body("cells.find { it.status == 'declared' }.count", is(declared - 1))
                .body("denominator", is(56));
        UpdateRequests.get("/summary?by=assurance&instrument=BRDE-2023")
                .body("cells.find { it.assurance == 'evidenced' }.items", containsString("assurance=evidenced"));
        UpdateRequests.get("/commitments?assurance=evidenced&instrument=BRDE-2023")
                .body("items.code", hasItem("BRDE-2023.1.3"));
        UpdateRequests.get("/commitments?freshness=current&instrument=BRDE-2023")
                .body("items.code", hasItem("BRDE-2023.1.3"));
    }

    @Test
    void aSecondReportOfTheSameStatusKeepsTheDayItBegan() {
        UpdateFixture.of("BRDE-2023.2.1").on("2025-01-10").percent(10).counted();
        UpdateFixture.of("BRDE-2023.2.1").on("2025-02-10").counted();
        UpdateRequests.get("/commitments/BRDE-2023.2.1")
                .body("statusSince", is("2025-01-10"))
                .body("percent", is(10))
                .body("percentOn", is("2025-01-10"))
                .body("freshness", is("overdue"))
                .body("assurance", is("self_reported"))
                .body("lastUpdate.effectiveOn", is("2025-02-10"));
    }

    @Test
    void oneOfSeveralPartiesDoesNotSpeakForAllOfThem() {
        UpdateFixture.of("BRDE-2023.3.1")
                .about("TH")
                .on("2025-02-01")
                .status("operational")
                .backed()
                .percent(90)
                .counted();
        UpdateRequests.get("/commitments/BRDE-2023.3.1")
                .body("status", is("declared"))
                .body("percent", nullValue())
                .body("assurance", is("stated_in_text"))
                .body("lastUpdate.party", is("TH"));
        // Each party has a course of its own: what is a step back for one is a step on for the other.
        UpdateFixture.of("BRDE-2023.3.1")
                .about("LA")
                .on("2025-03-01")
                .status("exploring")
                .counted();
        UpdateRequests.illegalTransition(
                UpdateFixture.of("BRDE-2023.3.1").about("TH").on("2025-03-01").status("exploring"));
        UpdateRequests.get("/commitments/BRDE-2023.3.1/updates?party=TH").body("items.party", is(List.of("TH")));
    }

    @Test
    void aFocalPointReportsForItsOwnPartyOnly() {
        UpdateFixture.of("BRDE-2023.8.1")
                .by(TestKeys.contributor("VN"))
                .then()
                .statusCode(403)
                .body("detail", containsString("VN"));
        UpdateFixture.of("BRDE-2023.8.1")
                .about("LA")
                .by(TestKeys.contributor("TH"))
                .then()
                .statusCode(403);
        UpdateFixture.of("BRDE-2023.8.1").about("TH").waitingFrom("TH");
        for (String bearer : List.of(TestKeys.reader(), TestKeys.auditor(), TestKeys.admin()))
            UpdateFixture.of("BRDE-2023.8.1").by(bearer).then().statusCode(403);
        UpdateFixture.of("BRDE-2023.99").by(TestKeys.secretariat()).then().statusCode(404);
    }
}
