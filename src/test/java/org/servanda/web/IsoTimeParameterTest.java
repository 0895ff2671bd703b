package org.servanda.web;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.servanda.testing.ContractDocument;
import org.servanda.testing.HttpTest;
import org.servanda.testing.UpdateFixture;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Every day and moment of every query lies within the same bounds, on both stores, in lists, counts and reports alike. */
@HttpTest
class IsoTimeParameterTest {

    private static final String CODE = "ACJS-2024.III.2";

    /** Parameters whose type the contract cannot say: a moment or something else. */
    private static final Set<String> MOMENTS = Set.of("knownAt", "fromKnownAt", "updatedSince");

    private static final List<String> NO_DAYS = List.of(
            "-999999999-01-01",
            "1899-12-31",
            "2201-01-01",
            "%2B999999999-12-31",
            "-4714-11-24",
            "0000-01-01",
            "9999-12-31",
            "99999-01-01",
            "2026-02-30",
            "2026-3-31",
            "31.03.2026",
            "2026-03-31T00:00:00Z",
            "20543");

    private static final List<String> NO_MOMENTS = List.of(
            "-290000001-01-01T00:00:00Z",
            "1899-12-31T23:59:59Z",
            "2201-01-01T00:00:00Z",
            "-999999999-01-01T00:00:00Z",
            "%2B999999999-12-31T00:00:00Z",
            "-4714-01-01T00:00:00Z",
            "294277-01-01T00:00:00Z",
            "2026-06-01T23:30:00",
            "2026-06-01T23:30:00%2B0800");

    /** A parameter of a query, with the rest of an address that is right. */
    private record Asked(String name, String address) {

        Response with(String value) {
            return given().urlEncodingEnabled(false)
                    .get(address + (address.contains("?") ? "&" : "?") + name + "=" + value);
        }

        boolean isMoment() {
            return MOMENTS.contains(name);
        }
    }

    private static List<Asked> asked() throws IOException {
        JsonNode contract = ContractDocument.committed();
        List<Asked> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : contract.path("paths").properties()) {
            JsonNode get = path.getValue().path("get");
            for (JsonNode parameter : get.path("parameters")) {
                JsonNode schema = parameter.path("schema");
                String name = parameter.path("name").asText();
                boolean day = schema.path("format").asText().equals("date")
                        || schema.path("items").path("$ref").asText().endsWith("/LocalDate");
                boolean moment = schema.path("format").asText().equals("date-time") || MOMENTS.contains(name);
                if (day || moment) all.add(new Asked(name, address(path.getKey(), name, get)));
            }
        }
        return all;
    }

    /** The time is read before anything is looked up, so that any code will do. */
    private static String address(String path, String asked, JsonNode get) {
        List<String> needed = new ArrayList<>();
        for (JsonNode parameter : get.path("parameters"))
            if (parameter.path("in").asText().equals("query")
                    && parameter.path("required").asBoolean())
                needed.add(parameter.path("name").asText()
                        + (parameter.path("name").asText().equals("by") ? "=status" : "=1"));
        // Of two states the earlier one must be named, by one of its two times.
        if (path.endsWith("/changes") && !asked.equals("fromAsOf")) needed.add("fromAsOf=1900-01-01");
        String there =
                path.replace("commitments/{code}", "commitments/" + CODE).replaceAll("\\{[^/]+}", "nothing-here");
        return needed.isEmpty() ? there : there + "?" + String.join("&", needed);
    }

    @Test
    void whatLiesBeyondIsRefusedEverywhereByName() throws IOException {
        List<Asked> all = asked();
        assertTrue(all.size() > 70, "times of queries were found: " + all.size());
        List<String> wrong = new ArrayList<>();
        for (Asked each : all) {
            List<String> values = each.isMoment() ? NO_MOMENTS : NO_DAYS;
            // All spellings where most is read by one; the worst of them, which come first, everywhere.
            for (String value : each.address().endsWith("/commitments") ? values : values.subList(0, 3)) {
                Response answer = each.with(value);
                boolean named = answer.statusCode() == 400
                        && answer.asString().contains("\"parameter\":\"" + each.name() + "\"")
                        && answer.asString().contains("from 1900-01-01 to 2200-12-31");
                if (!named) wrong.add(each + " = " + value + ": " + answer.statusCode() + " " + answer.asString());
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void whatLiesAtTheBoundsIsAnswered() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Asked each : asked()) {
            for (String value : each.isMoment()
                    ? List.of("1900-01-01T00:00:00Z", "2026-06-01T23:30:00%2B08:00")
                    : List.of("1900-01-01")) {
                Response answer = each.with(value);
                if (answer.statusCode() >= 500 || answer.asString().contains("must be"))
                    wrong.add(each + " = " + value + ": " + answer.statusCode() + " " + answer.asString());
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void beforeAnythingWasPromisedListsAndCountsSayNone() {
        for (String when : List.of("asOf=1900-01-01", "knownAt=1900-01-01T00:00:00Z")) {
            given().get("/api/v1/commitments?count=true&" + when).then().body("total", is(0));
            given().get("/api/v1/summary?by=status&" + when).then().body("denominator", is(0));
            given().get("/api/v1/summary?by=area,status&" + when).then().body("denominator", is(0));
            given().get("/api/v1/reports/status?format=json&" + when).then().body("rows", is(0));
        }
    }

    @Test
    void aNanosecondIsNotRoundedIntoAnotherEntry() {
        UpdateFixture.of(CODE).counted();
        Response page = given().get("/api/v1/commitments?limit=1");
        int revision = page.path("revision");
        Instant recorded = Instant.parse(page.path("knownAt"));
        given().get("/api/v1/commitments?limit=1&knownAt=" + recorded).then().body("revision", is(revision));
        given().get("/api/v1/commitments?limit=1&knownAt=" + recorded.plusNanos(1))
                .then()
                .body("revision", is(revision));
        given().get("/api/v1/commitments?limit=1&knownAt=" + recorded.minusNanos(1))
                .then()
                .body("revision", is(revision - 1));
        given().get("/api/v1/commitments?updatedSince=" + recorded.minusNanos(1))
                .then()
                .body("items.code", hasItem(CODE));
        given().get("/api/v1/commitments?updatedSince=" + recorded).then().body("items.code", hasItem(CODE));
        given().get("/api/v1/commitments?updatedSince=" + recorded.plusNanos(1))
                .then()
                .body("items.code", not(hasItem(CODE)));
    }

    @Test
    void updatedSinceTakesADayForItsBeginning() {
        String today = given().get("/api/v1/commitments?limit=1").path("asOf");
        given().get("/api/v1/commitments?count=true&updatedSince=" + today)
                .then()
                .statusCode(200)
                .body(
                        "total",
                        is(given().get("/api/v1/commitments?count=true&updatedSince=" + today + "T00:00:00Z")
                                .<Integer>path("total")));
        given().get("/api/v1/summary?by=status&updatedSince=2026-01-01")
                .then()
                .statusCode(200)
                .body("cells[0].items", containsString("updatedSince=2026-01-01T00%3A00%3A00Z"));
    }

    @Test
    void aPlusThatBecameASpaceIsExplained() {
        for (String name : List.of("knownAt", "updatedSince"))
            given().urlEncodingEnabled(false)
                    .get("/api/v1/commitments?" + name + "=2026-06-01T23:30:00+08:00")
                    .then()
                    .statusCode(400)
                    .body("errors[0].message", containsString("%2B"));
    }
}
