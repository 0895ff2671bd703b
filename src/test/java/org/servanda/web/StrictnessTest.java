package org.servanda.web;

import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.servanda.testing.HttpTest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Bad requests get their right status, a problem that helps, and nothing of our insides. */
@HttpTest
class StrictnessTest {

    @TestHTTPResource("/")
    URL home;

    private static ValidatableResponse problem(Response response, int status, String code) {
        ValidatableResponse answer = response.then()
                .statusCode(status)
                .contentType(Problem.MEDIA_TYPE)
                .header("Cache-Control", "no-store")
                .body("status", is(status))
                .body("code", is(code))
                .body("type", is("/problems/" + code + ".md"));
        assertHarmless(response.asString());
        return answer;
    }

    private static void assertHarmless(String body) {
        for (String inside : new String[] {"org.", "java.", "jakarta", "Exception", "\tat ", "<html", "select "}) {
            assertFalse(body.contains(inside), "shows " + inside + ": " + body);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/commitments, stauts, status",
        "/api/v1/commitments/ACJS-2024.III.2, field, fields",
        "/api/v1/summary?by=area, limit, ",
        "/api/v1/areas, lang, ",
        "/api/v1/instruments/ACJS-2024/passages, langs, lang",
        "/api/v1/parties/LA, x, "
    })
    void anUnknownParameterIsNamedWithTheNearestKnownOne(String path, String parameter, String nearest) {
        problem(given().get(path + (path.contains("?") ? "&" : "?") + parameter + "=1"), 400, "unknown-parameter")
                .body("errors[0].parameter", is(parameter))
                .body("errors[0].nearest", is(nearest));
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=201, limit",
        "limit=abc, limit",
        "limit=, limit",
        "limit=-1, limit",
        "limit=99999999999999999999, limit",
        "limit=1.5, limit",
        "limit=1&limit=2, limit",
        "sort=title, sort",
        "sort=code%3Bdrop, sort",
        "status=declard, status",
        "status=, status",
        "status=DECLARED, status",
        "area=ai, area",
        "party=LAO, party",
        "owner=nobody, owner",
        "instrument=X, instrument",
        "kind=x, kind",
        "obligation=x, obligation",
        "freshness=x, freshness",
        "assurance=x, assurance",
        "schedule=x, schedule",
        "updatedSince=2026-13-01, updatedSince",
        "updatedSince=2026-02-30T00:00:00Z, updatedSince",
        "updatedSince=2026-01-01T00:00:00, updatedSince",
        "count=yes, count",
        "fields=colour, fields",
        "q=, q",
        "q=%20, q",
        "q=!!, q"
    })
    void aValueThatIsNotAllowedIsRefusedByName(String query, String parameter) {
        problem(given().urlEncodingEnabled(false).get("/api/v1/commitments?" + query), 400, "invalid-parameter")
                .body("errors.parameter", hasItem(parameter));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        problem(given().get("/api/v1/commitments?status=declard&limit=0&sort=x&fields=titel"), 400, "invalid-parameter")
                .body("errors", hasSize(4))
                .body("errors.parameter", hasItems("status", "limit", "sort", "fields"))
                .body("errors.find { it.parameter == 'status' }.nearest", is("declared"))
                .body("errors.find { it.parameter == 'fields' }.nearest", is("title"));
    }

    @Test
    void aQueryThatIsTooLongOrHasTooManyWordsIsRefused() {
        problem(given().queryParam("q", "字".repeat(201)).get("/api/v1/commitments"), 400, "invalid-parameter");
        problem(given().queryParam("q", "a ".repeat(30)).get("/api/v1/commitments"), 400, "invalid-parameter");
        given().queryParam("q", "字".repeat(200))
                .get("/api/v1/commitments")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/nope",
                "/api/v2/commitments",
                "/api",
                "/api/v1",
                "/api/v1/commitments/X",
                "/api/v1/parties/XX",
                "/api/v1/commitments/ACJS-2024.III.2/nope",
                "/api/v1/commitments/%27%20or%201=1"
            })
    void anUnknownPathIsAProblem(String path) {
        problem(given().urlEncodingEnabled(false).get(path), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "TRACE"})
    void aMethodThatThePathDoesNotTakeNamesThoseItTakes(String method) {
        problem(given().contentType("application/json").request(method, "/api/v1/summary"), 405, "method-not-allowed")
                .header("Allow", "GET, HEAD, OPTIONS");
    }

    @Test
    void optionsNamesTheMethodsAndHeadAnswersLikeGetWithoutABody() {
        given().options("/api/v1/commitments").then().statusCode(200).header("Allow", containsString("GET"));
        Response head = given().head("/api/v1/commitments/ACJS-2024.III.2");
        head.then().statusCode(200);
        assertEquals("", head.asString());
        assertEquals(given().get("/api/v1/commitments/ACJS-2024.III.2").header("ETag"), head.header("ETag"));
    }

    @Test
    void aMediaTypeThatIsNotThereIsRefused() {
        problem(given().accept("text/html").get("/api/v1/areas"), 406, "not-acceptable");
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedBeforeItIsRead() {
        problem(
                given().contentType("application/json")
                        .body(new byte[2_000_000])
                        .post("/api/v1/commitments"),
                413,
                "body-too-large");
    }

    @Test
    void bodiesAreReadAsTheyAreWritten() {
        given().contentType("application/json")
                .body("{\"title\":\"a\",\"n\":7}")
                .post("/api/v1/test-bodies")
                .then()
                .statusCode(200)
                .body("n", is(7));
        problem(body("{\"title\":\"a\",\"n\":7"), 400, "malformed-body");
        problem(body("{\"title\":\"a\",\"n\":7} 8"), 400, "malformed-body");
        problem(body("{\"title\":\"a\",\"title\":\"b\",\"n\":7}"), 400, "malformed-body");
        problem(body("{\"titel\":\"a\",\"n\":7}"), 400, "invalid-body")
                .body("errors[0].pointer", is("/titel"))
                .body("errors[0].nearest", is("title"));
        for (String wrong : new String[] {
            "{\"title\":\"a\",\"n\":1.9}", "{\"title\":\"a\",\"n\":\"7\"}", "{\"title\":\"a\",\"n\":true}"
        }) {
            problem(body(wrong), 400, "invalid-body").body("errors[0].pointer", is("/n"));
        }
        problem(body("{\"title\":5,\"n\":7}"), 400, "invalid-body").body("errors[0].pointer", is("/title"));
        problem(body("{\"title\":\"\",\"n\":7}"), 400, "invalid-body").body("errors[0].pointer", is("/title"));
        problem(body("{\"n\":-1}"), 400, "invalid-body").body("errors.pointer", hasItems("/title", "/n"));
        problem(given().contentType("text/plain").body("x").post("/api/v1/test-bodies"), 415, "unsupported-media-type");
    }

    private static Response body(String json) {
        return given().contentType("application/json").body(json).post("/api/v1/test-bodies");
    }

    @Test
    void whatBreaksOnOurSideShowsAnIdAndNothingElse() {
        problem(given().get("/api/v1/test-bodies"), 500, "internal-error")
                .body("instance", containsString("/api/v1/test-bodies#"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/commitments?q=海缆",
                "/api/v1/commitments?q=贸",
                "/api/v1/commitments/%zz",
                "/api/v1/commitments?q=%zz"
            })
    void anAddressThatIsNotEncodedIsAProblemToo(String address) throws IOException {
        try (Socket socket = new Socket(home.getHost(), home.getPort())) {
            String request = "GET " + address + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
            assertTrue(answer.contains("\"code\":\"bad-request\""), answer);
        }
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void everyProblemTypeHasAPage(ProblemType problemType) {
        given().get(problemType.type()).then().statusCode(200).body(containsString(problemType.code()));
    }

    @Test
    void anAddressThatIsTooLongIsAProblem() {
        problem(given().get("/api/v1/commitments?q=" + "x".repeat(9_000)), 414, "uri-too-long");
    }

    @Test
    void anyPathBelowApiIsJson() {
        given().get("/api/v1/commitments/" + "x".repeat(3_000))
                .then()
                .statusCode(404)
                .body("code", is("not-found"));
        given().get("/api/v1/commitments?fields=code&limit=1")
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .body("items.code", contains("ACJS-2024.I.1"));
    }
}
