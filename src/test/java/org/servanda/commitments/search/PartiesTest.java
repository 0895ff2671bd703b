package org.servanda.commitments.search;

import java.util.List;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import org.servanda.testing.EditFixture;
import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;
import org.servanda.testing.UpdateFixture;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Each party of a shared commitment stands where it says, and the whole where the rule makes of that. */
@HttpTest
class PartiesTest {

    private static ValidatableResponse parties(String code) {
        return given().get("/api/v1/commitments/" + code + "/parties").then().statusCode(200);
    }

    private static ValidatableResponse whole(String code) {
        return given().get("/api/v1/commitments/" + code).then().statusCode(200);
    }

    private static void rule(String code, String rule) {
        EditFixture.commitment(code, "{\"rollUp\":\"" + rule + "\",\"effectiveOn\":\"2025-01-01\"}")
                .then()
                .statusCode(200)
                .body("rollUp", is(rule));
    }

    private static String of(String party) {
        return "items.find { it.party == '" + party + "' }.";
    }

    @Test
    void whatOnePartySaysIsKeptForThatParty() {
        String code = "ACJS-2024.III.2";
        String update = UpdateFixture.of(code).about("TH").percent(30).counted();
        parties(code)
                .body("commitment", is(code))
                .body("rollUp", is("lead"))
                .body("status", is("declared"))
                .body("items.party", hasItems("TH", "VN", "CN"))
                .body(of("TH") + "status", is("in_progress"))
                .body(of("TH") + "since", is("2025-06-01"))
                .body(of("TH") + "percent", is(30))
                .body(of("TH") + "assurance", is("self_reported"))
                .body(of("TH") + "lastUpdate.id", is(update))
                .body(of("TH") + "lead", is(false))
                .body(of("VN") + "status", nullValue())
                .body(of("VN") + "freshness", is("never_reported"));
        whole(code).body("status", is("declared")).body("rollUp", is("lead"));
    }

    @Test
    void theLeadSpeaksForTheWhole() {
        String code = "ACJS-2024.III.3";
        EditFixture.commitment(code, "{\"owner\":{\"assigned\":{\"party\":\"TH\"}},\"effectiveOn\":\"2025-03-01\"}")
                .then()
                .statusCode(200);
        UpdateFixture.of(code).about("TH").on("2025-02-01").status("exploring").counted();
        whole(code).body("status", is("declared"));
        UpdateFixture.of(code)
                .about("VN")
                .on("2025-06-01")
                .status("operational")
                .backed()
                .counted();
        whole(code).body("status", is("declared"));
        UpdateFixture.of(code).about("TH").on("2025-06-01").status("preparing").counted();
        whole(code).body("status", is("preparing")).body("statusSince", is("2025-06-01"));
        parties(code).body(of("TH") + "lead", is(true)).body(of("VN") + "status", is("operational"));
        // What the lead says must be a legal move of the whole too.
        UpdateFixture.of(code).on("2025-07-01").status("in_progress").counted();
        UpdateFixture.of(code)
                .about("TH")
                .on("2025-08-01")
                .status("preparing")
                .by(TestKeys.secretariat())
                .then()
                .statusCode(409)
                .body("code", is("illegal-move"));
    }

    @Test
    void allMeansWhereTheLastOneIs() {
        String code = "BRDE-2023.1.1";
        rule(code, "all");
        UpdateFixture.of(code)
                .about("TH")
                .on("2025-02-01")
                .status("completed")
                .backed()
                .counted();
        whole(code).body("status", is("declared"));
        // Said of the whole, it is said of each party.
        UpdateFixture.of(code)
                .on("2025-03-01")
                .status("preparing")
                .by(TestKeys.secretariat())
                .then()
                .statusCode(409)
                .body("errors[0].message", containsString("TH stood at completed"));
        UpdateFixture.of(code).on("2025-01-15").status("preparing").counted();
        whole(code)
                .body("status", is("preparing"))
                .body("statusSince", is("2025-01-15"))
                .body("percent", nullValue());
        parties(code)
                .body("items.status", everyItem(not(nullValue())))
                .body(of("TH") + "status", is("completed"))
                .body(of("LA") + "status", is("preparing"))
                .body(of("LA") + "lastUpdate.party", nullValue());
    }

    @Test
    void aFocalPointSpeaksForNoOtherParty() {
        String code = "BRDE-2023.7.1";
        rule(code, "all");
        UpdateFixture.of(code)
                .by(TestKeys.contributor("TH"))
                .then()
                .statusCode(403)
                .body("detail", containsString("speaks for each party"));
        String own = UpdateFixture.of(code).about("TH").waitingFrom("TH");
        UpdateFixture.decide("accept", own).then().statusCode(200);
        parties(code).body(of("TH") + "status", is("in_progress")).body(of("LA") + "status", nullValue());
    }

    @Test
    void whoGaveItUpHoldsTheOthersNotBack() {
        String code = "BRDE-2023.1.2";
        rule(code, "all");
        UpdateFixture.of(code).on("2025-02-01").counted();
        UpdateFixture.of(code)
                .about("LA")
                .on("2025-03-01")
                .status("cancelled")
                .because("It has left")
                .counted();
        whole(code).body("status", is("in_progress"));
        UpdateFixture.of(code)
                .about("TH")
                .on("2025-03-01")
                .status("suspended")
                .because("It waits")
                .counted();
        whole(code).body("status", is("suspended"));
    }

    @Test
    void anyMeansWhereTheFirstOneIs() {
        String code = "BRDE-2023.2.1";
        rule(code, "any");
        UpdateFixture.of(code).about("TH").on("2025-02-01").status("preparing").counted();
        UpdateFixture.of(code)
                .about("LA")
                .on("2025-03-01")
                .status("operational")
                .backed()
                .counted();
        whole(code)
                .body("status", is("operational"))
                .body("statusSince", is("2025-03-01"))
                .body("assurance", is("evidenced"));
        given().get("/api/v1/commitments/" + code + "?asOf=2025-02-28").then().body("status", is("preparing"));
    }

    @Test
    void aRuleHoldsFromItsDayAndChangesNothingThatWasKnownBefore() {
        String code = "BRDE-2023.6.1";
        UpdateFixture.of(code).about("TH").on("2025-02-01").status("preparing").counted();
        int before = given().get("/api/v1/commitments/" + code).path("revision");
        EditFixture.commitment(code, "{\"rollUp\":\"any\",\"effectiveOn\":\"2025-05-01\"}")
                .then()
                .statusCode(200);
        whole(code).body("status", is("preparing")).body("statusSince", is("2025-05-01"));
        given().get("/api/v1/commitments/" + code + "?asOf=2025-04-30")
                .then()
                .body("status", is("declared"))
                .body("rollUp", is("lead"));
        given().get("/api/v1/commitments/" + code + "?knownAt=" + before).then().body("status", is("declared"));
        given().get("/api/v1/commitments/" + code + "/parties?asOf=2025-01-31")
                .then()
                .body("items.status", everyItem(nullValue()));
    }

    @Test
    void theHistoryTellsWhatChangedForAParty() {
        String code = "BRDE-2023.3.1";
        UpdateFixture.of(code).about("TH").on("2025-02-01").status("preparing").counted();
        String second = UpdateFixture.of(code).about("TH").on("2025-03-01").counted();
        String change = "items.findAll { it.field == 'parties/TH/status' }";
        given().get("/api/v1/commitments/" + code + "/history")
                .then()
                .body(change + ".old", is(java.util.Arrays.asList(null, "preparing")))
                .body(change + ".new", is(List.of("preparing", "in_progress")))
                .body(change + ".update", hasItem(second));
    }

    @Test
    void aReportOfAPartyCanBeCorrected() {
        String code = "BRDE-2023.4.1";
        String wrong = UpdateFixture.of(code).about("TH").on("2025-02-01").counted();
        UpdateFixture.of(code)
                .about("TH")
                .on("2025-02-01")
                .status("preparing")
                .correcting(wrong)
                .counted();
        parties(code).body(of("TH") + "status", is("preparing"));
        UpdateFixture.of(code)
                .about("LA")
                .on("2025-02-01")
                .correcting(wrong)
                .by(TestKeys.secretariat())
                .then()
                .statusCode(409)
                .body("errors[0].pointer", is("/corrects"));
    }

    @Test
    void listsAndCountsAskWhereAPartyStands() {
        String one = "GDIDCF-2024.1.1";
        String other = "GDIDCF-2024.1.2";
        rule(other, "any");
        String party = given().get("/api/v1/commitments/" + other).path("parties[0]");
        UpdateFixture.of(other).about(party).on("2025-03-01").counted();
        String asked = "/api/v1/commitments?instrument=GDIDCF-2024&party=" + party;
        given().get(asked + "&partyStatus=in_progress").then().body("items.code", is(List.of(other)));
        given().get(asked + "&partyStatus=not_reported")
                .then()
                .body("items.code", hasItem(one))
                .body("items.code", not(hasItem(other)));
        given().get(asked + "&partyStatus=in_progress,not_reported").then().body("items.code", hasItems(one, other));
        given().get("/api/v1/commitments?partyStatus=in_progres")
                .then()
                .statusCode(400)
                .body("errors[0].nearest", is("in_progress"));
    }

    @Test
    void everyCountOfPartiesIsThatOfItsList() {
        UpdateFixture.of("ACJS-2024.II.1").on("2025-03-01").counted();
        rule("ACJS-2024.I.1", "all");
        UpdateFixture.of("ACJS-2024.I.1").on("2025-03-01").counted();
        UpdateFixture.of("ACJS-2024.I.1")
                .about("TH")
                .on("2025-04-01")
                .status("operational")
                .backed()
                .counted();
        UpdateFixture.of("ACJS-2024.I.2")
                .about("TH")
                .on("2025-04-01")
                .status("exploring")
                .counted();
        for (String by : List.of(
                "by=partyStatus",
                "by=party,partyStatus",
                "by=partyStatus&party=TH",
                "by=partyStatus,area&party=TH,LA",
                "by=party&partyStatus=in_progress,operational",
                "by=party,status&partyStatus=not_reported&instrument=ACJS-2024",
                "by=partyStatus&partyStatus=exploring")) {
            List<String> addresses = given().get("/api/v1/summary?" + by).path("cells.items");
            List<Integer> counts = given().get("/api/v1/summary?" + by).path("cells.count");
            assertTrue(counts.size() > 0, by);
            for (int i = 0; i < counts.size(); i++)
                assertEquals(
                        counts.get(i),
                        given().urlEncodingEnabled(false)
                                .get(addresses.get(i) + "&count=true&limit=1")
                                .path("total"),
                        addresses.get(i));
        }
    }

    @Test
    void aRuleIsOneOfThree() {
        EditFixture.commitment("BRDE-2023.5.1", "{\"rollUp\":null}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("/rollUp"));
        EditFixture.commitment("BRDE-2023.5.1", "{\"rollUp\":\"most\"}")
                .then()
                .statusCode(400)
                .body("errors[0].allowed", is(List.of("lead", "all", "any")));
    }
}
