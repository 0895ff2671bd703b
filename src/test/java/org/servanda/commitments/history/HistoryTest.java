package org.servanda.commitments.history;

import java.util.Arrays;
import java.util.List;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import org.servanda.testing.EditFixture;
import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;
import org.servanda.testing.UpdateFixture;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Everything that became of a commitment: old and new, from when, recorded when, by whom and why. */
@HttpTest
class HistoryTest {

    private static ValidatableResponse history(String bearer, String code) {
        return given().auth()
                .oauth2(bearer)
                .get("/api/v1/commitments/" + code + "/history")
                .then()
                .statusCode(200);
    }

    private static int revision() {
        // The first time a test asks for it, the key is an entry too.
        TestKeys.secretariat();
        return given().get("/api/v1/commitments?limit=1").path("revision");
    }

    private static ValidatableResponse open(String code) {
        String path = code.contains("?") ? code.replace("?", "/history?") : code + "/history";
        return given().get("/api/v1/commitments/" + path).then().statusCode(200);
    }

    @Test
    void itBeginsWithItsEntry() {
        open("ACJS-2024.IV.1")
                .body("items.findAll { it.field == null }.kind", is(List.of("recorded")))
                .body("items.findAll { it.field != null }.field", everyItem(startsWith("links/")))
                .body("items[0].field", nullValue())
                .body("items[0].actor", is("seeds"))
                .body("items[0].effectiveOn", is("2024-10-10"));
    }

    @Test
    void everyFieldThatAReportChangesIsARow() {
        String code = "ACJS-2024.IV.2";
        String first = UpdateFixture.of(code).on("2025-03-01").percent(10).counted();
        int entry = revision();
        String fields = "items.findAll { it.entry == " + entry + " }";
        open(code)
                .body(
                        fields + ".field",
                        is(List.of(
                                "assurance",
                                "lastUpdate/id",
                                "percent",
                                "percentOn",
                                "status",
                                "statusBasis",
                                "statusSince")))
                .body(fields + ".old.subList(0, 5)", is(Arrays.asList("stated_in_text", null, null, null, "declared")))
                .body(
                        fields + ".new.subList(0, 5)",
                        is(List.of("self_reported", first, 10, "2025-03-01", "in_progress")))
                .body(fields + ".from.unique()", is(List.of("2025-03-01")))
                .body(fields + ".to.unique()", is(Arrays.asList((Object) null)))
                .body(fields + "[4].kind", is("accepted"))
                .body(fields + "[4].effectiveOn", is("2025-03-01"))
                .body(fields + "[4].recordedAt", notNullValue())
                .body(fields + "[4].actor", startsWith("secretariat/"))
                .body(fields + "[4].update", is(first));

        UpdateFixture.of(code).on("2025-04-01").percent(10).counted();
        open(code)
                .body(
                        "items.findAll { it.entry == " + (entry + 1) + " }.field",
                        is(List.of("lastUpdate/id", "percentOn")))
                .body("items[-1].kind", is("accepted"));

        UpdateFixture.of(code)
                .on("2025-03-01")
                .status("exploring")
                .correcting(first)
                .counted();
        String corrected = "items.findAll { it.entry == " + (entry + 2) + " && it.field == 'status' }";
        open(code)
                .body(corrected + ".old", is(List.of("in_progress")))
                .body(corrected + ".new", is(List.of("exploring")))
                .body(corrected + ".from", is(List.of("2025-03-01")))
                .body(corrected + ".to", is(List.of("2025-03-31")))
                .body(corrected + ".reason", is(List.of("It was wrong")));

        // As of a day and as known at a revision.
        open(code + "?knownAt=" + entry).body("items[-1].entry", is(entry)).body("revision", is(entry));
        open(code + "?asOf=2025-03-31").body("items.entry.contains(" + (entry + 1) + ")", is(false));
        open(code + "?asOf=2024-12-31").body("items.kind.unique()", is(List.of("recorded")));
        given().get("/api/v1/commitments/" + code + "/history?asOf=2024-10-09")
                .then()
                .statusCode(404);
    }

    @Test
    void anEditHasARowForEachFieldAndSaysWhy() {
        String code = "ACJS-2024.VI.1";
        EditFixture.commitment(
                        code,
                        "{\"area\":\"AI\",\"owner\":{\"assigned\":{\"party\":\"SG\"}},\"reason\":\"Agreed in May\",\"effectiveOn\":\"2025-05-02\"}")
                .then()
                .statusCode(200);
        int entry = revision();
        String rows = "items.findAll { it.entry == " + entry + " }";
        open(code)
                .body(rows + ".field", is(List.of("area", "owner")))
                .body(rows + ".reason", is(List.of("Agreed in May", "Agreed in May")))
                .body(rows + "[0].old", is("SKILLS"))
                .body(rows + "[0].new", is("AI"))
                .body(rows + "[1].old.assigned", nullValue())
                .body(rows + "[1].new.assigned.party", is("SG"))
                .body(rows + "[1].effectiveOn", is("2025-05-02"));
    }

    @Test
    void whatWaitsOrWasReturnedIsForThoseConcerned() {
        String code = "ACJS-2024.VI.2";
        String returned = UpdateFixture.of(code).waitingFrom("TH");
        UpdateFixture.decide("return", returned).then().statusCode(200);
        String accepted = UpdateFixture.of(code).waitingFrom("TH");
        UpdateFixture.decide("accept", accepted).then().statusCode(200);
        String waiting = UpdateFixture.of(code).on("2025-07-01").waitingFrom("TH");
        open(code).body("items.kind.unique()", is(List.of("recorded", "accepted")));
        history(TestKeys.reader(), code).body("items.kind.unique()", is(List.of("recorded", "accepted")));
        history(TestKeys.contributor("LA"), code).body("items.kind.unique()", is(List.of("recorded", "accepted")));
        for (String inside : List.of(TestKeys.contributor("TH"), TestKeys.secretariat(), TestKeys.auditor())) {
            history(inside, code)
                    .body("items.findAll { it.kind == 'submitted' }.update", is(List.of(returned, accepted, waiting)))
                    .body("items.find { it.kind == 'returned' }.update", is(returned))
                    .body("items.find { it.kind == 'returned' }.reason", is("Please say more"))
                    .body("items.find { it.kind == 'submitted' }.actor", startsWith("contributor/TH/"));
        }
    }

    @Test
    void theSameCoordinatesGiveTheSameBytes() {
        String code = "ACJS-2024.VII.1";
        String id = UpdateFixture.of(code).waitingFrom("TH");
        String pinned = code + "?asOf=2025-12-31&knownAt=" + revision();
        String before = open(pinned).extract().asString();
        UpdateFixture.decide("accept", id).then().statusCode(200);
        assertEquals(before, open(pinned).extract().asString());
    }
}
