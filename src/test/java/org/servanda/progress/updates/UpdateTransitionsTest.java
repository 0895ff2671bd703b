package org.servanda.progress.updates;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;
import org.servanda.testing.UpdateFixture;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Transitions of the status by updates: which are legal, and what a late update changes. */
@HttpTest
class UpdateTransitionsTest {

    @Test
    void aMoveThatIsNotAllowedIsAnsweredWithThoseThatAre() {
        String first = UpdateFixture.of("BRDE-2023.5.1")
                .on("2025-03-01")
                .status("preparing")
                .counted();
        UpdateRequests.illegalTransition(
                        UpdateFixture.of("BRDE-2023.5.1").on("2025-04-01").status("exploring"))
                .body("detail", containsString("preparing since 2025-03-01 (" + first + ")"))
                .body("errors[0].pointer", is("/status"))
                .body(
                        "errors[0].allowed",
                        containsInAnyOrder(
                                "in_progress", "operational", "completed", "suspended", "cancelled", "superseded"));
    }

    @Test
    void supersededNamesItsSuccessor() {
        UpdateFixture ended =
                UpdateFixture.of("BRDE-2023.5.2").status("superseded").because("A newer one");
        assertEquals(List.of("/successor"), UpdateRequests.refusedFields(ended));
        assertEquals(List.of("/successor"), UpdateRequests.refusedFields(ended.with("successor", "BRDE-2023.5.2")));
        assertEquals(List.of("/successor"), UpdateRequests.refusedFields(ended.with("successor", "BRDE-2023.99")));
        ended.with("successor", "ACJS-2024.II.1").counted();
        UpdateRequests.get("/commitments/BRDE-2023.5.2")
                .body("status", is("superseded"))
                .body("successor", is("ACJS-2024.II.1"));
    }

    @Test
    void onlyTheSecretariatTakesUpAgainWhatWasClosedAndSaysWhy() {
        UpdateFixture.of("BRDE-2023.6.1")
                .on("2025-03-01")
                .status("completed")
                .backed()
                .counted();
        UpdateFixture again = UpdateFixture.of("BRDE-2023.6.1").on("2025-06-01");
        UpdateRequests.illegalTransition(again).body("detail", containsString("needs a reason"));
        again.because("More is to be done")
                .by(TestKeys.contributor("TH"))
                .then()
                .statusCode(403)
                .body("detail", containsString("Only the secretariat"));
        again.because("More is to be done").counted();
        UpdateRequests.get("/commitments/BRDE-2023.6.1").body("status", is("in_progress"));
    }

    @Test
    void aLateReportChangesItsOwnTimeOnly() {
        UpdateFixture.of("BRDE-2023.6.2").on("2025-09-01").status("in_progress").counted();
        String late = UpdateFixture.of("BRDE-2023.6.2")
                .on("2025-03-01")
                .status("exploring")
                .counted();
        UpdateRequests.get("/commitments/BRDE-2023.6.2")
                .body("status", is("in_progress"))
                .body("statusSince", is("2025-09-01"));
        UpdateRequests.get("/commitments/BRDE-2023.6.2?asOf=2025-08-31").body("status", is("exploring"));
        UpdateRequests.get("/commitments/BRDE-2023.6.2?asOf=2025-02-28").body("status", is("declared"));
        UpdateRequests.illegalTransition(UpdateFixture.of("BRDE-2023.6.2")
                        .on("2025-06-01")
                        .status("cancelled")
                        .because("Given up"))
                .body("detail", containsString("later report BRDE-2023.6.2-U1"));
        UpdateRequests.illegalTransition(
                        UpdateFixture.of("BRDE-2023.6.2").on("2025-06-01").status("declared"))
                .body("detail", containsString(late));
    }
}
