package org.servanda.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.response.Response;

/** Builder of the body of an update:
 * {@code UpdateFixture.of("ACJS-2024.III.2").on("2025-03-01").in_progress().percent(20).waitingFrom("TH")}.
 */
public record UpdateFixture(String commitment, Map<String, Object> body) {

    /** An update with the fields that every update needs. */
    public static UpdateFixture of(String commitment) {
        return new UpdateFixture(commitment, Map.of())
                .with("effectiveOn", "2025-06-01")
                .with("status", "in_progress")
                .with("narrative", Map.of("zh", "已开始", "en", "It has begun"));
    }

    /** One piece of evidence, as JSON. */
    public static Map<String, Object> evidence() {
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("url", "https://www.example.org/press/1");
        evidence.put("title", Map.of("en", "A press note"));
        evidence.put("publisher", "Example Ministry");
        evidence.put("retrievedAt", "2025-06-02T08:00:00Z");
        evidence.put("sourceClass", "reporting_party");
        return evidence;
    }

    /** The update with a field; without the field where the value is null. */
    public UpdateFixture with(String field, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(body);
        if (value == null) more.remove(field);
        else more.put(field, value);
        return new UpdateFixture(commitment, more);
    }

    public UpdateFixture on(String day) {
        return with("effectiveOn", day);
    }

    public UpdateFixture status(String status) {
        return with("status", status);
    }

    public UpdateFixture percent(int percent) {
        return with("percent", percent);
    }

    public UpdateFixture because(String reason) {
        return with("reason", Map.of("en", reason));
    }

    public UpdateFixture correcting(String update) {
        return with("corrects", update).because("It was wrong");
    }

    public UpdateFixture about(String party) {
        return with("party", party);
    }

    public UpdateFixture backed() {
        return with("evidence", List.of(evidence()));
    }

    public Response by(String bearer) {
        return by(bearer, UUID.randomUUID().toString());
    }

    public Response by(String bearer, String idempotencyKey) {
        return ApiRequests.post(bearer, "/api/v1/commitments/" + commitment + "/updates", body, idempotencyKey);
    }

    /** Submits the update as the secretariat, so that it is accepted at once; the id of the update. */
    public String counted() {
        return by(TestKeys.secretariat())
                .then()
                .statusCode(201)
                .body("state", org.hamcrest.Matchers.is("accepted"))
                .extract()
                .path("id");
    }

    /** Submits the update as the focal point of a party, so that it waits for a decision; the id of the update. */
    public String waitingFrom(String party) {
        return by(TestKeys.contributor(party))
                .then()
                .statusCode(201)
                .body("state", org.hamcrest.Matchers.is("submitted"))
                .extract()
                .path("id");
    }

    /** Decides on updates, in this order: {@code UpdateFixture.decide("accept", id, nextId)}. */
    public static Response decide(String decision, String... ids) {
        return decide("", decisions(decision, ids));
    }

    public static List<Map<String, Object>> decisions(String decision, String... ids) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (String id : ids) items.add(decision(id, decision, decision.equals("return") ? "Please say more" : null));
        return items;
    }

    public static Map<String, Object> decision(String id, String decision, String note) {
        Map<String, Object> item = new LinkedHashMap<>(Map.of("id", id, "decision", decision));
        if (note != null) item.put("note", Map.of("en", note));
        return item;
    }

    /** @param query from the question mark on, or nothing */
    public static Response decide(String query, List<Map<String, Object>> items) {
        return ApiRequests.post(TestKeys.secretariat(), "/api/v1/updates/decisions" + query, Map.of("items", items));
    }
}
