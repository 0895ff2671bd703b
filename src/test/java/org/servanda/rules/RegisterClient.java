package org.servanda.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import org.servanda.testing.TestKeys;
import org.servanda.testing.UpdateFixture;

import static io.restassured.RestAssured.given;

/** The running register, as its users have it: requests through HTTP, answers as plain maps. */
final class RegisterClient {

    static final String API = "/api/v1";

    private static final ObjectMapper JSON = new ObjectMapper();

    private RegisterClient() {}

    // --- Reading

    static Response ask(String path) {
        return given().urlEncodingEnabled(false).get(API + path);
    }

    /** The body of an answer 200. */
    static Map<String, Object> get(String path) {
        Response answer = ask(path);
        if (answer.statusCode() != 200)
            throw new AssertionError(path + " -> " + answer.statusCode() + " " + answer.asString());
        return body(answer);
    }

    static Map<String, Object> body(Response answer) {
        try {
            return JSON.readValue(answer.asString(), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> list(Map<String, Object> body, String field) {
        return (List<Map<String, Object>>) body.getOrDefault(field, List.of());
    }

    static List<Map<String, Object>> items(String path) {
        return list(get(path), "items");
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    static LocalDate today() {
        return LocalDate.parse(get("/commitments?limit=1").get("asOf").toString());
    }

    static long revision() {
        return ((Number) get("/commitments?limit=1").get("revision")).longValue();
    }

    // --- Writing

    static Response post(String bearer, String path, Map<String, Object> body) {
        return by(bearer, "application/json", body)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post(API + path);
    }

    static Response decide(String id, String decision) {
        Map<String, Object> item =
                UpdateFixture.decision(id, decision, decision.equals("return") ? "Please say more" : null);
        return post(TestKeys.secretariat(), "/updates/decisions", Map.of("items", List.of(item)));
    }

    /** Patches what is at this path, as it is now. */
    static Response patch(String path, Response seen, Map<String, Object> patch) {
        return by(TestKeys.secretariat(), "application/merge-patch+json", patch)
                .header("If-Match", seen.header("ETag").replace("-gzip\"", "\""))
                .patch(API + path);
    }

    static long revisionOf(Response answer) {
        return Long.parseLong(answer.header("Servanda-Revision"));
    }

    private static RequestSpecification by(String bearer, String type, Map<String, Object> body) {
        try {
            return given().urlEncodingEnabled(false)
                    .auth()
                    .oauth2(bearer)
                    .contentType(type)
                    .body(JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // --- Bodies

    static Map<String, Object> bodyOf(Fact.Reported report) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("effectiveOn", report.day().toString());
        body.put("status", report.status());
        if (report.percent().said()) body.put("percent", report.percent().value());
        body.put("narrative", Map.of("en", "As told by " + report.submittedBy()));
        body.put("evidence", evidence(report.evidence()));
        if (report.party() != null) body.put("party", report.party());
        if (report.corrects() != null) body.put("corrects", report.corrects());
        if (report.reasoned()) body.put("reason", Map.of("en", "There is a reason"));
        if (report.successor() != null) body.put("successor", report.successor());
        return body;
    }

    static List<Map<String, Object>> evidence(int items) {
        return Collections.nCopies(items, UpdateFixture.evidence());
    }

    static Map<String, Object> bodyOf(Fact.Assessed assessed) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("assessedOn", assessed.day().toString());
        body.put("result", assessed.result());
        if (assessed.finding() != null) body.put("finding", assessed.finding());
        body.put("rationale", Map.of("en", "Seen on site"));
        body.put("evidence", evidence(assessed.evidence()));
        if (assessed.corrects() != null) {
            body.put("corrects", assessed.corrects());
            body.put("reason", Map.of("en", "Another site"));
        }
        return body;
    }
}
