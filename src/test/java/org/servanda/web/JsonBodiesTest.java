package org.servanda.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A body is JSON in UTF-8 that says so, or it is told what it is instead, and where. */
@HttpTest
class JsonBodiesTest {

    private static final String UPDATES = "/api/v1/commitments/ACJS-2024.III.2/updates";
    private static final String JSON = "application/json";

    /** Right but for being in the future, so that it is read and never recorded. */
    private static final String REPORT =
            "{\"effectiveOn\":\"2199-01-01\",\"status\":\"preparing\",\"narrative\":{\"zh\":\"已开始\"}}";

    private static final String READ = "/effectiveOn: has not come yet";

    /** @param type null for none */
    private static HttpResponse<String> post(String path, String type, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .header("Authorization", "Bearer " + TestKeys.secretariat())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(body));
        if (type != null) request.header("Content-Type", type);
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static void refused(HttpResponse<String> answer, int status, String code, String detail) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(code, JsonPath.from(answer.body()).get("code"));
        assertTrue(JsonPath.from(answer.body()).getString("detail").contains(detail), answer.body());
    }

    private static List<String> pointers(HttpResponse<String> answer) {
        return JsonPath.from(answer.body()).getList("errors.pointer");
    }

    private static HttpResponse<String> report(String body) throws IOException, InterruptedException {
        return post(UPDATES, JSON, body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json;charset=utf-8",
                "application/json; charset=UTF-8",
                "application/json; charset=\"utf-8\"",
                "application/json; charset=ISO-8859-1",
                "application/json; charset=utf-16",
                "application/json; charset=no-such-one",
                "Application/JSON"
            })
    void utf8IsReadWhateverCharsetIsNamed(String type) throws Exception {
        refused(post(UPDATES, type, REPORT.getBytes(StandardCharsets.UTF_8)), 400, "invalid-body", READ);
    }

    @Test
    void aBodyWithoutATypeIsRefused() throws Exception {
        refused(
                post(UPDATES, null, REPORT.getBytes(StandardCharsets.UTF_8)),
                415,
                "unsupported-media-type",
                "The Content-Type is missing; send application/json");
    }

    @Test
    void otherEncodingsThanUtf8AreRefused() throws Exception {
        refused(
                post(UPDATES, JSON, ("\uFEFF" + REPORT).getBytes(StandardCharsets.UTF_8)),
                400,
                "malformed-body",
                "mark");
        refused(post(UPDATES, JSON, REPORT.getBytes(StandardCharsets.UTF_16)), 400, "malformed-body", "UTF-8");
        refused(post(UPDATES, JSON, REPORT.getBytes(StandardCharsets.UTF_16LE)), 400, "malformed-body", "UTF-8");
        String ascii = REPORT.replace("已开始", "begun");
        refused(post(UPDATES, JSON, ascii.getBytes(StandardCharsets.UTF_16BE)), 400, "malformed-body", "UTF-8");
        refused(
                post(UPDATES, JSON, REPORT.getBytes(java.nio.charset.Charset.forName("GBK"))),
                400,
                "malformed-body",
                "UTF-8");
        for (byte[] bytes : List.of(
                new byte[] {(byte) 0xC0, (byte) 0xAF}, // an overlong /
                new byte[] {(byte) 0xE0, (byte) 0x80, (byte) 0xAF},
                new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, // half a surrogate pair
                new byte[] {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80}, // beyond Unicode
                new byte[] {(byte) 0xFF})) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.writeBytes("{\"effectiveOn\":\"2199-01-01\",\"status\":\"preparing\",\"narrative\":{\"en\":\"a"
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(bytes);
            body.writeBytes("\"}}".getBytes(StandardCharsets.UTF_8));
            refused(post(UPDATES, JSON, body.toByteArray()), 400, "malformed-body", "UTF-8");
        }
    }

    @Test
    void noBodyIsNamed() throws Exception {
        for (String none : List.of("", "  ", "null")) refused(report(none), 400, "invalid-body", "A body is needed");
    }

    @Test
    void whatIsNoJsonIsToldWithItsPlace() throws Exception {
        HttpResponse<String> twice = report("{\"status\":\"preparing\",\"status\":\"completed\"}");
        refused(twice, 400, "malformed-body", "/status: stands twice in one object (line 1)");
        assertEquals(List.of("/status"), pointers(twice));
        HttpResponse<String> within = report("{\"evidence\":[{},{\"title\":{\"en\":\"a\",\n\"en\":\"b\"}}]}");
        refused(within, 400, "malformed-body", "/evidence/1/title/en: stands twice in one object (line 2)");
        HttpResponse<String> open = report("{\"narrative\":{\"en\":\"a\"");
        refused(open, 400, "malformed-body", "not well-formed JSON");
        refused(report(REPORT + " 8"), 400, "malformed-body", "something follows its end");
        refused(
                report("{\"evidence\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}"),
                400,
                "malformed-body",
                "nested");
    }

    @Test
    void aNameIsNotRepeatedWhateverItsLength() throws Exception {
        for (int length : new int[] {101, 40_000, 900_000}) {
            HttpResponse<String> top = report("{\"status\":\"preparing\",\"" + "k".repeat(length) + "\":1}");
            assertEquals(400, top.statusCode());
            assertEquals(List.of(""), pointers(top));
            assertTrue(top.body().length() < 2_000, "" + top.body().length());
            HttpResponse<String> within = report("{\"narrative\":{\"en\":\"a\",\"" + "k".repeat(length) + "\":1}}");
            assertEquals(400, within.statusCode());
            assertTrue(pointers(within).contains("/narrative"), within.body());
            assertTrue(within.body().length() < 2_000, "" + within.body().length());
        }
    }

    @Test
    void aNumberOutOfRangeIsNamed() throws Exception {
        for (String number : List.of("99999999999", "99999999999999999999999999", "-1", "101", "1e400", "99.5")) {
            HttpResponse<String> percent = report(REPORT.replace("{\"eff", "{\"percent\":" + number + ",\"eff"));
            assertEquals(400, percent.statusCode());
            assertEquals("invalid-body", JsonPath.from(percent.body()).get("code"));
            assertTrue(pointers(percent).contains("/percent"), percent.body());
        }
        for (String number : List.of("99999999999", "-99999999999", "99999999999999999999999999")) {
            HttpResponse<String> place = post(
                    "/api/v1/commitments",
                    JSON,
                    ("{\"quotes\":[{\"start\":" + number + ",\"end\":1}]}").getBytes(StandardCharsets.UTF_8));
            refused(
                    place,
                    400,
                    "invalid-body",
                    "/quotes/0/start: must be a whole number from -2147483648 to 2147483647");
        }
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() throws Exception {
        HttpResponse<String> answer = report(
                """
                {"effectiveOn": "31.03.2026", "status": "preparng", "percent": "7", "narratve": {"en": "a"},
                 "evidence": [{"publishedOn": "yesterday"}, {"retrievedAt": 5, "sourceClass": "x", "titel": 1}],
                 "narrative": {"cn": "b", "en": "a"}}""");
        assertEquals("invalid-body", JsonPath.from(answer.body()).get("code"));
        List<String> pointers = pointers(answer).stream().sorted().toList();
        assertEquals(
                List.of(
                        "/effectiveOn",
                        "/evidence/0/publishedOn",
                        "/evidence/1/retrievedAt",
                        "/evidence/1/sourceClass",
                        "/evidence/1/titel",
                        "/narrative/cn",
                        "/narratve",
                        "/percent",
                        "/status"),
                pointers);
        List<Map<String, String>> errors = JsonPath.from(answer.body()).getList("errors");
        assertTrue(errors.stream().anyMatch(fault -> "preparing".equals(fault.get("nearest"))), answer.body());
        assertTrue(errors.stream().anyMatch(fault -> "narrative".equals(fault.get("nearest"))), answer.body());
    }

    @Test
    void nullIsNotTakenForWhatIsLeftOut() throws Exception {
        HttpResponse<String> answer = report(
                """
                {"effectiveOn": "2026-03-01", "status": "preparing", "party": null, "narrative": {"zh": null, "en": "a"},
                 "evidence": [{"url": "https://example.org", "title": {"en": "a"}, "publisher": null}], "percent": null}""");
        refused(answer, 400, "invalid-body", "must not be null; leave it out");
        assertEquals(
                List.of("/evidence/0/publisher", "/narrative/zh", "/party"),
                pointers(answer).stream().sorted().toList());
        // A text without any language is told for the null in it, and not once more for itself.
        assertEquals(
                List.of("/narrative/en"),
                pointers(report(
                        "{\"effectiveOn\":\"2026-03-01\",\"status\":\"preparing\",\"narrative\":{\"en\":null}}")));
    }
}
