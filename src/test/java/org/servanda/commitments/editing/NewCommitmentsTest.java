package org.servanda.commitments.editing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import org.servanda.testing.ApiRequests;
import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;
import org.servanda.testing.UpdateFixture;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** A commitment that was found later: anchored to its exact words, or not at all. */
@HttpTest
class NewCommitmentsTest {

    private static Map<String, Object> wanted(String code) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("code", code);
        wanted.put("instrument", "GDIDCF-2024");
        wanted.put("item", "preamble");
        wanted.put("title", Map.of("zh", "前言", "en", "Preamble"));
        wanted.put("wording", Map.of("zh", "中方愿同各方一道"));
        wanted.put("area", "POLICY");
        wanted.put("kind", "pledge");
        wanted.put("obligation", "promote");
        wanted.put("parties", List.of("CN"));
        wanted.put("owner", Map.of("how", "not_stated"));
        return wanted;
    }

    private static Map<String, Object> reported(String code) {
        Map<String, Object> wanted = wanted(code);
        wanted.put("instrument", "CNS-2025");
        wanted.remove("wording");
        wanted.put("summary", Map.of("zh", "概要", "en", "A summary"));
        wanted.put("quotes", List.of(quote(100, 105)));
        return wanted;
    }

    private static Map<String, Object> quote(int start, int end) {
        return Map.of("lang", "zh", "text", "数字𠀀合作", "start", start, "end", end);
    }

    private static Response enter(Map<String, Object> wanted) {
        return ApiRequests.post(TestKeys.secretariat(), "/api/v1/commitments", wanted);
    }

    private static ValidatableResponse refused(Map<String, Object> wanted, String... pointers) {
        return enter(wanted)
                .then()
                .statusCode(400)
                .body("code", is("invalid-body"))
                .body("errors.pointer", is(List.of(pointers)));
    }

    private static ValidatableResponse get(String path) {
        return given().get("/api/v1" + path).then().statusCode(200);
    }

    private static int total(String query) {
        return get("/commitments?count=true&limit=1" + query).extract().path("total");
    }

    private static int revision() {
        // The first time a test asks for it, the key is an entry too.
        TestKeys.secretariat();
        return get("/commitments?limit=1").extract().path("revision");
    }

    @Test
    void whatStandsInTheTextIsEnteredWithItsPlaceAndEverythingFollows() {
        int all = total("");
        int its = get("/instruments/GDIDCF-2024").extract().path("commitments");
        int declared = total("&status=declared");
        int known = revision();
        Response answer = enter(wanted("GDIDCF-2024.new-1"));
        answer.then()
                .statusCode(201)
                .header("Location", is("/api/v1/commitments/GDIDCF-2024.new-1"))
                .body("status", is("declared"))
                .body("freshness", is("never_reported"))
                .body("assurance", is("stated_in_text"))
                .body("version", is(0))
                .body("revision", is(known + 1))
                .body("passages[0].exact", is("中方愿同各方一道"))
                .body("passages[0].sha256", notNullValue());
        assertEquals(
                answer.asString(),
                get("/commitments/GDIDCF-2024.new-1").extract().asString());
        String text = given().get("/api/v1/instruments/GDIDCF-2024/texts/zh").path("text");
        int start = answer.path("passages[0].start");
        int end = answer.path("passages[0].end");
        assertEquals("中方愿同各方一道", text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end)));

        assertEquals(all + 1, total(""));
        assertEquals(declared + 1, total("&status=declared"));
        get("/instruments/GDIDCF-2024").body("commitments", is(its + 1));
        get("/summary?by=instrument")
                .body("cells.find { it.instrument == 'GDIDCF-2024' }.count", is(its + 1))
                .body("denominator", is(all + 1));
        get("/commitments?instrument=GDIDCF-2024").body("items[-1].code", is("GDIDCF-2024.new-1"));
        get("/commitments?q=preamble").body("items.code", hasItem("GDIDCF-2024.new-1"));

        // From its adoption in the world, and from its entry in the register.
        get("/commitments/GDIDCF-2024.new-1?asOf=2024-11-21");
        String path = "/api/v1/commitments/GDIDCF-2024.new-1";
        given().get(path + "?asOf=2024-11-20").then().statusCode(404);
        given().get(path + "?knownAt=" + known).then().statusCode(404);
        assertEquals(all, total("&knownAt=" + known));
        get("/instruments/GDIDCF-2024?knownAt=" + known).body("commitments", is(its));
        UpdateFixture.of("GDIDCF-2024.new-1").counted();
        given().get(path + "/updates?knownAt=" + known).then().statusCode(404);
    }

    @Test
    void aReportedOneHasASummaryAndQuotes() {
        enter(reported("CNS-2025.new-1"))
                .then()
                .statusCode(201)
                .body("wording", nullValue())
                .body("summary.en", is("A summary"))
                .body("passages[0].start", is(100))
                .body("passages[0].end", is(105));
        Map<String, Object> worded = reported("CNS-2025.new-2");
        worded.put("wording", Map.of("zh", "数字"));
        refused(worded, "/wording");
        Map<String, Object> bare = reported("CNS-2025.new-2");
        bare.remove("summary");
        bare.remove("quotes");
        refused(bare, "/summary", "/quotes");
        for (int[] span : new int[][] {{100, 106}, {-1, 4}, {105, 100}, {Integer.MAX_VALUE, Integer.MIN_VALUE + 4}}) {
            Map<String, Object> misplaced = reported("CNS-2025.new-2");
            misplaced.put("quotes", List.of(quote(span[0], span[1])));
            refused(misplaced, "/quotes/0");
        }
        Map<String, Object> empty = reported("CNS-2025.new-2");
        empty.put("quotes", List.of(Map.of()));
        refused(empty, "/quotes/0/lang", "/quotes/0/text", "/quotes/0/start", "/quotes/0/end");
        empty.put("quotes", List.of());
        refused(empty, "/quotes");
    }

    @Test
    void wordsThatDoNotStandThereOnceAreRefused() {
        Map<String, Object> wanted = wanted("GDIDCF-2024.new-2");
        wanted.put("wording", Map.of("zh", "我们承诺登月", "en", "digital"));
        refused(wanted, "/wording/zh", "/wording/en")
                .body("errors[0].message", containsString("0 times"))
                .body("errors[1].message", containsString("exactly once"));
        wanted.put("instrument", "BRDE-2023");
        wanted.put("code", "BRDE-2023.new-2");
        wanted.put("wording", Map.of("en", "digital"));
        refused(wanted, "/wording/en").body("errors[0].message", containsString("no text in this language"));
        wanted.remove("wording");
        refused(wanted, "/wording");
        wanted.put("wording", Map.of());
        refused(wanted, "/wording");
    }

    @Test
    void theWordsOfATimeStandInTheWording() {
        Map<String, Object> wanted = wanted("GDIDCF-2024.new-3");
        Map<String, Object> frame = Map.of("to", "2030-12-31", "precision", "year", "text", Map.of("zh", "到2030年"));
        wanted.put("timeFrame", frame);
        refused(wanted, "/timeFrame/text/zh");
        wanted.put("timeFrame", Map.of("to", "2030-12-31", "precision", "year", "text", Map.of("en", "by 2030")));
        refused(wanted, "/timeFrame/text/en");
        wanted.put("timeFrame", Map.of("to", "2030-12-31", "precision", "year", "text", Map.of("zh", "各方一道")));
        enter(wanted).then().statusCode(201).body("timeFrame.to", is("2030-12-31"));
    }

    @Test
    void aCodeIsNeverUsedAgain() {
        int before = revision();
        enter(wanted("GDIDCF-2024.closing")).then().statusCode(409).body("code", is("already-exists"));
        assertEquals(before, revision());
        for (String code : List.of(
                "GDIDCF-2024",
                "GDIDCF-2024.",
                "ACJS-2024.X.1",
                "GDIDCF-2024.a/b",
                "GDIDCF-2024..1",
                "GDIDCF-2024." + "x".repeat(60),
                "gdidcf-2024.9")) refused(wanted(code), "/code");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        Map<String, Object> nothing = new LinkedHashMap<>();
        refused(
                nothing,
                "/instrument",
                "/code",
                "/item",
                "/title",
                "/area",
                "/kind",
                "/obligation",
                "/parties",
                "/owner");
        nothing.put("instrument", "GDIDCF-2025");
        refused(
                        nothing,
                        "/instrument",
                        "/code",
                        "/item",
                        "/title",
                        "/area",
                        "/kind",
                        "/obligation",
                        "/parties",
                        "/owner")
                .body("errors[0].nearest", is("GDIDCF-2024"));
        nothing.put("instrument", "GDIDCF-2024");
        refused(nothing, "/code", "/item", "/title", "/area", "/kind", "/obligation", "/parties", "/owner", "/wording");
        Map<String, Object> wrong = wanted("GDIDCF-2024.new-4");
        wrong.put("item", " 1");
        wrong.put("title", Map.of("en", "x".repeat(301)));
        wrong.put("area", "AJ");
        wrong.put("otherAreas", List.of("AI", "AI"));
        wrong.put("parties", List.of("CN", "XX"));
        wrong.put("supporting", List.of("CNN"));
        wrong.put("owner", Map.of("parties", List.of("ZZ")));
        wrong.put("summary", Map.of("en", "x"));
        refused(
                wrong,
                "/item",
                "/title",
                "/title/en",
                "/area",
                "/otherAreas",
                "/parties/1",
                "/supporting/0",
                "/owner/how",
                "/owner/parties/0",
                "/summary");
        Map<String, Object> misspelt = wanted("GDIDCF-2024.new-4");
        misspelt.put("titel", "x");
        refused(misspelt, "/titel").body("errors[0].nearest", is("title")).body("errors[0].allowed", hasItems("area"));
    }

    @Test
    void onlyTheSecretariatEnters() {
        for (String bearer :
                List.of(TestKeys.contributor("CN"), TestKeys.reader(), TestKeys.auditor(), TestKeys.admin()))
            ApiRequests.post(bearer, "/api/v1/commitments", wanted("GDIDCF-2024.new-5"), "x")
                    .then()
                    .statusCode(403);
    }
}
