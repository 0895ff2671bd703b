package org.servanda.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import org.servanda.testing.ApiRequests;
import org.servanda.testing.CycleFixture;
import org.servanda.testing.HttpTest;
import org.servanda.testing.RequestBodies;
import org.servanda.testing.RequestBodies.Place;
import org.servanda.testing.TestKeys;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Every day, moment and word of every body, merge patches among them, is taken as the contract writes it and no other way. */
@HttpTest
class StrictBodiesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** As JSON. Each is wrong for a day; more spellings stand in the test of {@link org.servanda.time.IsoTime}. */
    private static final List<String> NO_DAYS = List.of(
            "\"2026-03-31T17:00:00.000Z\"",
            "\"2026-03-31T17:00:00\"",
            "[2026,3,31]",
            "\" 2026-03-31 \"",
            "\"31.03.2026\"",
            "\"2026-3-31\"",
            "\"2026-02-30\"",
            "\"-999999999-01-01\"",
            "\"+999999999-12-31\"",
            "\"1899-12-31\"",
            "\"2201-01-01\"",
            "\"\"",
            "20543",
            "1.5",
            "true",
            "{}",
            "[\"2026-03-31\"]");

    /** As JSON. Each is wrong for a moment. */
    private static final List<String> NO_MOMENTS = List.of(
            "1780000000",
            "1780.5",
            "\"1700000000\"",
            "\"2026-06-01\"",
            "\"2026-06-01T23:30:00\"",
            "\" 2026-06-01T23:30:00Z\"",
            "\"-1000000000-01-01T00:00:00Z\"",
            "\"+1000000000-12-31T00:00:00Z\"",
            "\"1899-12-31T23:59:59Z\"",
            "\"2201-01-01T00:00:00Z\"",
            "\"\"",
            "true",
            "{}",
            "[\"2026-06-01T23:30:00Z\"]");

    /** Sends a body of one operation, by whoever may, to something that there is. */
    private static Response send(Place to, JsonNode body) throws JsonProcessingException {
        String key =
                switch (to.operation()) {
                    case "issueApiKey" -> TestKeys.admin();
                    case "assessCommitment" -> TestKeys.auditor();
                    default -> TestKeys.secretariat();
                };
        String path = path(to);
        RequestSpecification request = given().urlEncodingEnabled(false)
                .auth()
                .oauth2(key)
                .contentType(to.type())
                .body(JSON.writeValueAsBytes(body));
        if (to.method().equals("post"))
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        else request.header("If-Match", given().get(path).header("ETag").replace("-gzip\"", "\""));
        return request.request(to.method().toUpperCase(Locale.ROOT), path);
    }

    private static String path(Place at) {
        String path =
                switch (at.operation()) {
                    case "changeLink" -> firstLink();
                    case "changeMilestone" -> created("/api/v1/commitments/ACJS-2024.III.2/milestones", milestone());
                    case "changeCycle" -> created("/api/v1/cycles", CycleFixture.of("STRICT-2026"));
                    default -> at.path().replace("{code}", "ACJS-2024.III.2");
                };
        assertTrue(!path.contains("{"), "tell here where " + at.operation() + " is sent to");
        return path;
    }

    private static final Map<String, String> CREATED = new ConcurrentHashMap<>();

    private static String created(String path, Map<String, Object> body) {
        return CREATED.computeIfAbsent(path, it -> ApiRequests.post(TestKeys.secretariat(), path, body)
                .then()
                .statusCode(201)
                .extract()
                .header("Location")
                .replaceFirst("^https?://[^/]+", ""));
    }

    private static String firstLink() {
        Map<String, String> link = given().get("/api/v1/commitments/CNS-2025.3").path("links[0]");
        return "/api/v1/commitments/CNS-2025.3/links/" + link.get("type") + "/" + link.get("to");
    }

    private static Map<String, Object> milestone() {
        return Map.of("title", Map.of("zh", "首批学员", "en", "First class"), "plannedOn", "2026-06-30");
    }

    private static List<Map<String, Object>> faults(Response answer) {
        if (answer.statusCode() != 400) return List.of();
        List<Map<String, Object>> faults = answer.path("errors");
        return faults == null ? List.of() : faults;
    }

    /** What is told of the place; empty when nothing is. */
    private static String told(Response answer, Place at) {
        return faults(answer).stream()
                .filter(fault -> at.pointer().equals(fault.get("pointer")))
                .map(fault -> fault.get("message") + " " + fault.getOrDefault("allowed", ""))
                .findFirst()
                .orElse("");
    }

    /** Puts each value at all these places at once, in one body of each operation: each place is to be told of. */
    private static List<String> notRefused(List<Place> places, List<String> values, String words)
            throws JsonProcessingException {
        List<String> wrong = new ArrayList<>();
        for (List<Place> ofOne : byOperation(places)) {
            for (String value : values) {
                Response answer = send(ofOne.get(0), RequestBodies.body(ofOne, JSON.readTree(value)));
                for (Place at : ofOne)
                    if (!told(answer, at).contains(words) || !"invalid-body".equals(answer.path("code")))
                        wrong.add(at + " = " + value + ": " + answer.statusCode() + " " + answer.asString());
            }
        }
        return wrong;
    }

    private static List<String> notTaken(List<Place> places, List<String> values, String words)
            throws JsonProcessingException {
        List<String> wrong = new ArrayList<>();
        for (List<Place> ofOne : byOperation(places)) {
            for (String value : values) {
                Response answer = send(ofOne.get(0), RequestBodies.body(ofOne, JSON.readTree(value)));
                for (Place at : ofOne)
                    if (told(answer, at).contains(words)) wrong.add(at + " = " + value + ": " + answer.asString());
            }
        }
        return wrong;
    }

    private static Collection<List<Place>> byOperation(List<Place> places) {
        return places.stream()
                .collect(Collectors.groupingBy(Place::operation, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private static List<Place> places(Predicate<Place> kind) throws JsonProcessingException {
        return RequestBodies.places().stream().filter(kind).toList();
    }

    @Test
    void everyDay() throws JsonProcessingException {
        List<Place> days = places(at -> at.hasFormat("date"));
        assertTrue(days.size() > 20, "days were found: " + days);
        assertEquals(List.of(), notRefused(days, NO_DAYS, "must be a day such as 2026-03-31"));
        List<String> right = List.of("\"2026-03-31\"", "\"1900-01-01\"", "\"2200-12-31\"");
        assertEquals(List.of(), notTaken(days, right, "must be a day"));
    }

    @Test
    void everyMoment() throws JsonProcessingException {
        List<Place> moments = places(at -> at.hasFormat("date-time"));
        assertTrue(moments.size() > 5, "moments were found: " + moments);
        assertEquals(
                List.of(), notRefused(moments, NO_MOMENTS, "must be a moment with zone such as 2026-04-01T00:00:00Z"));
        List<String> right = List.of("\"2026-06-01T23:30:00+08:00\"", "\"2026-06-01T15:30:00.123456789Z\"");
        assertEquals(List.of(), notTaken(moments, right, "must be a moment"));
    }

    @Test
    void everyWord() throws JsonProcessingException {
        List<Place> closed = places(at -> !at.words().isEmpty());
        assertTrue(closed.size() > 20, "closed lists were found: " + closed);
        for (List<Place> alike :
                closed.stream().collect(Collectors.groupingBy(Place::words)).values()) {
            String word = alike.get(0).words().get(0);
            List<String> wrong =
                    List.of('"' + word + " \"", '"' + word.toUpperCase(Locale.ROOT) + '"', "\"\"", "\"0\"", "0", "{}");
            assertEquals(List.of(), notRefused(alike, wrong, word));
            List<String> right = List.of('"' + word + '"');
            assertEquals(List.of(), notTaken(alike, right, word));
        }
    }

    @Test
    void whatCannotBeReadIsNotRecorded() {
        int before = given().get("/api/v1/commitments?limit=1").path("revision");
        ApiRequests.post(
                        TestKeys.secretariat(),
                        "/api/v1/commitments/ACJS-2024.III.2/updates",
                        "{\"effectiveOn\":\"31.03.2026\",\"status\":\"preparing\",\"narrative\":{\"en\":\"It has begun\"}}"
                                .getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(400)
                .body("detail", startsWith("/effectiveOn: must be a day such as 2026-03-31 (ISO 8601)"));
        assertEquals(before, given().get("/api/v1/commitments?limit=1").<Integer>path("revision"));
    }
}
