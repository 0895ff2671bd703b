package org.servanda.crosswalk;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.servanda.importing.SeedsReapplied;
import org.servanda.testing.ApiRequests;
import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Who found what relation between two commitments, who checked it, and what was taken back. */
@HttpTest
class LinksTest {

    private static final String OF = "/api/v1/commitments/";

    private static Map<String, Object> link(String type, String to) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("to", to);
        body.put("type", type);
        body.put("confidence", "medium");
        body.put("basis", Map.of("en", "Both promise it.", "zh", "两处均作此承诺。"));
        return body;
    }

    private static Response enter(String code, Map<String, Object> body) {
        return ApiRequests.post(TestKeys.secretariat(), OF + code + "/links", body);
    }

    private static Response change(String key, String link, String patch) {
        String tag = given().get(link).header("ETag");
        return given().auth()
                .oauth2(key)
                .contentType("application/merge-patch+json")
                .header("If-Match", tag)
                .body(patch)
                .patch(link);
    }

    /** Of another person at the secretariat. */
    private static String anotherSecretary() {
        return ApiRequests.post(
                        TestKeys.admin(), "/api/v1/api-keys", Map.of("role", "secretariat", "label", "another one"))
                .path("key");
    }

    private static int revision() {
        return given().get("/api/v1/commitments?limit=1").path("revision");
    }

    @Test
    void aLinkIsSeenFromBothItsEndsAndNotBeforeItWasKnown() {
        TestKeys.secretariat();
        int before = revision();
        String from = "ACJS-2024.IV.1";
        String to = "BRDE-2023.14.1";
        String link = enter(from, link("contributes_to", to))
                .then()
                .statusCode(201)
                .header("Location", is(OF + from + "/links/contributes_to/" + to))
                .body("direction", is("outgoing"))
                .body("assertedBy", startsWith("secretariat/"))
                .body("reviewedBy", nullValue())
                .extract()
                .header("Location");
        given().get(link).then().statusCode(200).body("to", is(to));
        String incoming = "items.findAll { it.to == '" + from + "' }.";
        given().get(OF + to + "/links").then().body(incoming + "direction", contains("incoming"));
        given().get(OF + to).then().body("links.findAll { it.to == '" + from + "' }.type", contains("contributes_to"));
        given().get(OF + to + "/links?knownAt=" + before).then().body(incoming + "type", is(List.of()));
        given().get(link + "?knownAt=" + before).then().statusCode(404);
        String happened = "items.findAll { it.field == 'links/incoming/contributes_to/" + from + "' }.";
        given().get(OF + to + "/history")
                .then()
                .body(happened + "kind", contains("recorded"))
                .body(happened + "new.confidence", contains("medium"))
                .body(happened + "actor", contains(startsWith("secretariat/")));
    }

    @Test
    void someoneElseReviewsALinkAndWhoeverJudgesItAnewNeedsAReviewAgain() {
        String link = enter("ACJS-2024.IV.2", link("reaffirms", "BRDE-2023.14.2"))
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        change(TestKeys.secretariat(), link, "{\"reviewed\":true}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/reviewed"));
        String other = anotherSecretary();
        change(other, link, "{\"reviewed\":true}")
                .then()
                .statusCode(200)
                .body("reviewedBy", startsWith("secretariat/"));
        int reviewed = revision();
        change(other, link, "{\"confidence\":\"high\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/reason"));
        change(other, link, "{\"confidence\":\"high\",\"reason\":\"The Chinese text is plain.\"}")
                .then()
                .statusCode(200)
                .body("confidence", is("high"))
                .body("reviewedBy", nullValue());
        given().get(link + "?knownAt=" + reviewed)
                .then()
                .body("confidence", is("medium"))
                .body("reviewedBy", startsWith("secretariat/"));
        int changed = revision();
        change(other, link, "{\"confidence\":\"high\"}").then().statusCode(200);
        assertEquals(changed, revision(), "a patch that changes nothing writes nothing");
        given().get(OF + "ACJS-2024.IV.2/history")
                .then()
                .body(
                        "items.findAll { it.field == 'links/outgoing/reaffirms/BRDE-2023.14.2' }.kind",
                        contains("recorded", "reviewed", "corrected"));
    }

    @Test
    void whatIsWithdrawnIsGoneFromThenOnAndMayBeFoundAgain() {
        String from = "ACJS-2024.II.1";
        String link = enter(from, link("reaffirms", "BRDE-2023.14.3"))
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        int known = revision();
        change(TestKeys.secretariat(), link, "{\"withdrawn\":true}").then().statusCode(400);
        change(TestKeys.secretariat(), link, "{\"withdrawn\":true,\"reason\":\"Another academy is meant.\"}")
                .then()
                .statusCode(204);
        given().get(link).then().statusCode(404);
        given().get(link + "?knownAt=" + known).then().statusCode(200);
        given().get(OF + from + "/links").then().body("items.to", not(hasItem("BRDE-2023.14.3")));
        enter(from, link("reaffirms", "BRDE-2023.14.3")).then().statusCode(201);
        given().get(OF + from + "/history")
                .then()
                .body(
                        "items.findAll { it.field == 'links/outgoing/reaffirms/BRDE-2023.14.3' }.kind",
                        contains("recorded", "withdrawn", "recorded"))
                .body("items.find { it.kind == 'withdrawn' }.reason", is("Another academy is meant."))
                .body("items.find { it.kind == 'withdrawn' }.new", nullValue());
    }

    @Test
    void whatPeopleAssertOrWithdrawIsNotUndoneByTheSeeds() {
        Map<String, Object> seeded =
                given().get(OF + "ACJS-2024.III.2/links").path("items.find { it.direction == 'outgoing' }");
        String link = OF + "ACJS-2024.III.2/links/" + seeded.get("type") + "/" + seeded.get("to");
        assertEquals("seeds", seeded.get("assertedBy"));
        change(TestKeys.secretariat(), link, "{\"withdrawn\":true,\"reason\":\"Misread.\"}")
                .then()
                .statusCode(204);
        enter("ACJS-2024.II.2", link("reaffirms", "BRDE-2023.15.1")).then().statusCode(201);
        int before = revision();
        SeedsReapplied.withSeeds(Path.of("seeds"));
        assertEquals(before, revision());
        given().get(link).then().statusCode(404);
    }

    @Test
    void aLinkThatIsWrongSaysWhatIsWrong() {
        String of = "ACJS-2024.V.1";
        enter(of, link("reaffirms", "ACJS-2024.V.2")).then().statusCode(400).body("errors.pointer", contains("/to"));
        enter(of, link("reaffirms", of)).then().statusCode(400).body("errors.pointer", contains("/to"));
        enter(of, link("reaffirms", "BRDE-2023.99")).then().statusCode(400).body("errors.pointer", contains("/to"));
        enter(of, link("resembles", "BRDE-2023.1.1")).then().statusCode(400);
        enter(of, Map.of())
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/to", "/type", "/confidence", "/basis"));
        enter("ACJS-2024.V.9", link("reaffirms", "BRDE-2023.1.1")).then().statusCode(404);
        enter(of, link("same_promise", "GDIDCF-2024.1.1")).then().statusCode(201);
        enter(of, link("same_promise", "GDIDCF-2024.1.1"))
                .then()
                .statusCode(409)
                .body("code", is("already-exists"));
        enter("GDIDCF-2024.1.1", link("same_promise", of))
                .then()
                .statusCode(409)
                .body("detail", containsString(of + " same_promise GDIDCF-2024.1.1"));
        given().get(OF + of + "/links/same_promis/GDIDCF-2024.1.1")
                .then()
                .statusCode(404)
                .body("detail", endsWith("The nearest known one is same_promise."));
        given().get(OF + of + "/links/implements/GDIDCF-2024.1.1").then().statusCode(404);
        given().auth()
                .oauth2(TestKeys.secretariat())
                .contentType("application/merge-patch+json")
                .body("{\"reviewed\":true}")
                .patch(OF + of + "/links/same_promise/GDIDCF-2024.1.1")
                .then()
                .statusCode(428);
    }

    @Test
    void promisesAreCountedOnceHoweverOftenTheyWereMade() {
        String counted = "/api/v1/summary?by=instrument&countBy=";
        int before = given().get(counted + "promise").path("denominator");
        int brde = given().get(counted + "promise").path("cells.find { it.instrument == 'BRDE-2023' }.count");
        assertEquals(115, (int) given().get(counted + "pledge").path("denominator"));
        TestKeys.secretariat();
        int known = revision();
        // Three that are one promise, two of them of the same instrument and joined through the third.
        enter("CNS-2025.1", link("same_promise", "BRDE-2023.16.1")).then().statusCode(201);
        enter("CNS-2025.1", link("same_promise", "BRDE-2023.16.2")).then().statusCode(201);
        given().get(counted + "promise")
                .then()
                .body("countBy", is("promise"))
                .body("denominator", is(before - 2))
                .body("cells.find { it.instrument == 'BRDE-2023' }.count", is(brde - 1));
        given().get(counted + "promise&knownAt=" + known).then().body("denominator", is(before));
        given().get("/api/v1/summary?by=status&countBy=promise&instrument=CNS-2025")
                .then()
                .body("denominator", is(31));
        given().get("/api/v1/summary?by=party,partyStatus&countBy=promise&party=CN")
                .then()
                .statusCode(200);
        given().get(counted + "promises").then().statusCode(400).body("errors[0].nearest", is("promise"));
    }
}
