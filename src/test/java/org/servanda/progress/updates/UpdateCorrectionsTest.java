package org.servanda.progress.updates;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.servanda.testing.HttpTest;
import org.servanda.testing.UpdateFixture;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Corrections of updates: what they change, at which read point, and who may correct. */
@HttpTest
class UpdateCorrectionsTest {

    @Test
    void aCorrectionChangesMarchAsKnownNowAndNotAsKnownInMarch() throws InterruptedException {
        String code = "/commitments/BRDE-2023.7.1";
        String wrong = UpdateFixture.of("BRDE-2023.7.1")
                .on("2025-03-10")
                .status("completed")
                .backed()
                .counted();
        int known = UpdateRequests.revision();
        String moment = UpdateRequests.get(code + "?asOf=2025-03-31").extract().path("updatedAt");
        String byRevision = code + "?asOf=2025-03-31&knownAt=" + known;
        String byMoment = code + "?asOf=2025-03-31&knownAt=" + moment;
        String shown = UpdateRequests.get(byRevision)
                .body("status", is("completed"))
                .extract()
                .asString();
        Thread.sleep(5);

        String right = UpdateFixture.of("BRDE-2023.7.1")
                .on("2025-03-10")
                .correcting(wrong)
                .counted();
        UpdateRequests.get(code + "?asOf=2025-03-31")
                .body("status", is("in_progress"))
                .body("lastUpdate.id", is(right));
        UpdateRequests.get(code).body("status", is("in_progress"));
        assertEquals(shown, UpdateRequests.get(byRevision).extract().asString());
        assertEquals(shown, UpdateRequests.get(byMoment).extract().asString());
        UpdateRequests.get("/updates/" + wrong).body("correctedBy", is(right)).body("state", is("accepted"));
        UpdateRequests.get("/updates/" + wrong + "?knownAt=" + known).body("correctedBy", nullValue());
        given().get("/api/v1/updates/" + right + "?knownAt=" + known).then().statusCode(404);
        UpdateRequests.get("/updates/" + right).body("corrects", is(wrong)).body("reason.en", is("It was wrong"));
        UpdateRequests.get("/commitments?instrument=BRDE-2023&status=completed&asOf=2025-03-31&knownAt=" + known)
                .body("items.code", hasItem("BRDE-2023.7.1"));
        UpdateRequests.get("/commitments?instrument=BRDE-2023&status=completed&asOf=2025-03-31")
                .body("items.code", not(hasItem("BRDE-2023.7.1")));
        UpdateRequests.get("/summary?by=status&instrument=BRDE-2023&asOf=2025-03-31&knownAt=" + known)
                .body("cells.find { it.status == 'completed' }.items", containsString("knownAt=" + known));
    }

    @Test
    void onlyAnAcceptedUpdateThatStillCountsIsCorrected() {
        String wrong = UpdateFixture.of("BRDE-2023.7.2").on("2025-03-10").counted();
        UpdateFixture correction =
                UpdateFixture.of("BRDE-2023.7.2").on("2025-03-11").correcting(wrong);
        UpdateRequests.illegalTransition(UpdateFixture.of("BRDE-2023.7.2").correcting("BRDE-2023.7.2-U9"))
                .body("errors[0].pointer", is("/corrects"))
                .body("errors[0].allowed", is(List.of(wrong)));
        UpdateRequests.illegalTransition(correction.about("TH"));
        String right = correction.counted();
        UpdateRequests.illegalTransition(correction).body("errors[0].allowed", is(List.of(right)));
        String waiting = UpdateFixture.of("BRDE-2023.7.2").on("2025-07-01").waitingFrom("TH");
        UpdateRequests.illegalTransition(
                UpdateFixture.of("BRDE-2023.7.2").on("2025-07-01").correcting(waiting));
    }

    @Test
    void aFocalPointCorrectsAMistakenEndWithoutReopeningAnything() {
        String wrong = UpdateFixture.of("BRDE-2023.7.3")
                .on("2025-03-10")
                .status("completed")
                .backed()
                .counted();
        String right = UpdateFixture.of("BRDE-2023.7.3")
                .on("2025-03-10")
                .correcting(wrong)
                .waitingFrom("TH");
        UpdateFixture.decide("accept", right).then().statusCode(200);
        UpdateRequests.get("/commitments/BRDE-2023.7.3").body("status", is("in_progress"));
    }
}
