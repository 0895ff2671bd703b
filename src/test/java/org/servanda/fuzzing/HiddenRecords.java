package org.servanda.fuzzing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.restassured.response.Response;

import org.servanda.testing.ApiRequests;
import org.servanda.testing.TestKeys;
import org.servanda.testing.UpdateFixture;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Things that some may not read, each with a mark in its text that stands nowhere else: an answer that has the mark has
 * told the thing. They stay hidden, since no request that names one of them is sent.
 */
final class HiddenRecords {

    /**
     * @param readers who may read it
     */
    private record Thing(String mark, Set<String> readers) {}

    private static final String PLEDGE = "ACJS-2024.III.2";
    private static final Set<String> THAI_AND_OFFICE = Set.of("contributor TH", "secretariat", "auditor");

    private final List<Thing> things = new ArrayList<>();

    /** Of these a request may not speak: what it does with them could bring them to light, and rightly. */
    private final List<String> names = new ArrayList<>();

    private int marks;

    /** Makes one of each kind. */
    static HiddenRecords make() {
        HiddenRecords hidden = new HiddenRecords();
        hidden.reportThatWaits();
        hidden.reportThatWasReturned();
        hidden.keyWithLabel();
        return hidden;
    }

    private void reportThatWaits() {
        String file = file();
        Map<String, Object> evidence = evidence();
        evidence.remove("url");
        evidence.put("file", file);
        names.add(told(THAI_AND_OFFICE, evidence));
    }

    private void reportThatWasReturned() {
        String id = told(THAI_AND_OFFICE, evidence());
        names.add(id);
        String note = mark(THAI_AND_OFFICE);
        post(
                "/api/v1/updates/decisions",
                TestKeys.secretariat(),
                Map.of("items", List.of(Map.of("id", id, "decision", "return", "note", Map.of("en", note)))),
                200);
    }

    private void keyWithLabel() {
        Response made = post(
                "/api/v1/api-keys", TestKeys.admin(), Map.of("role", "reader", "label", mark(Set.of("admin"))), 201);
        things.add(new Thing(made.path("key"), Set.of()));
    }

    private String told(Set<String> readers, Map<String, Object> evidence) {
        Response told = UpdateFixture.of(PLEDGE)
                .with("narrative", Map.of("en", mark(readers), "zh", mark(readers)))
                .with("reason", Map.of("en", mark(readers)))
                .with("evidence", List.of(evidence))
                .by(TestKeys.contributor("TH"));
        assertTrue(told.statusCode() == 201, told.asString());
        return told.path("id");
    }

    private Map<String, Object> evidence() {
        Map<String, Object> evidence = UpdateFixture.evidence();
        evidence.put("title", Map.of("en", mark(THAI_AND_OFFICE)));
        evidence.put("publisher", mark(THAI_AND_OFFICE));
        evidence.put("url", "https://www.example.org/" + mark(THAI_AND_OFFICE));
        return evidence;
    }

    private String file() {
        String text = mark(THAI_AND_OFFICE);
        String sha256 = given().auth()
                .oauth2(TestKeys.contributor("TH"))
                .contentType("text/plain")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(text.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/files?name=" + mark(THAI_AND_OFFICE) + ".txt")
                .then()
                .statusCode(201)
                .extract()
                .path("sha256");
        things.add(new Thing(sha256, THAI_AND_OFFICE));
        names.add(sha256);
        return sha256;
    }

    private static Response post(String path, String key, Map<String, ?> body, int status) {
        Response answer = ApiRequests.post(key, path, body);
        assertTrue(answer.statusCode() == status, answer.asString());
        return answer;
    }

    private String mark(Set<String> readers) {
        String mark = "hiddenmark" + (char) ('a' + marks++) + "x";
        things.add(new Thing(mark, readers));
        return mark;
    }

    /** Whether a request speaks of something hidden, so that it could rightly be told or brought to light. */
    boolean named(FuzzRequest fuzzRequest) {
        String body = fuzzRequest.body() == null ? "" : new String(fuzzRequest.body(), StandardCharsets.UTF_8);
        boolean writes =
                !fuzzRequest.method().equals("GET") && !fuzzRequest.method().equals("HEAD");
        return names.stream()
                        .anyMatch(name -> body.contains(name)
                                || writes && fuzzRequest.target().contains(name))
                || things.stream().anyMatch(thing -> fuzzRequest.target().contains(thing.mark));
    }

    /** What an answer tells that its caller may not know. */
    List<String> toldTo(String caller, String answer) {
        if (!answer.contains("hiddenmark") && names.stream().noneMatch(answer::contains)) return List.of();
        return things.stream()
                .filter(thing -> !thing.readers.contains(caller) && answer.contains(thing.mark))
                .map(thing -> "tells " + thing.mark + ", which " + thing.readers + " may read")
                .toList();
    }
}
