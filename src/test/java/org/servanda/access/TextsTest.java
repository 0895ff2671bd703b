package org.servanda.access;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.servanda.access.ContractBodies.TextPlace;
import org.servanda.testing.ApiRequests;
import org.servanda.testing.CycleFixture;
import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a text of a body may hold: held against every text of every body of the contract, merge patches included. */
@HttpTest
class TextsTest {

    private static final String PLEDGE = "/api/v1/commitments/CNS-2025.9";

    private static final List<String> INVISIBLE = List.of(
            "",
            " ",
            "\n",
            "\u00A0",
            "\u3000",
            "\u200B",
            "\u200C\u200D",
            "\u2060",
            "\uFEFF",
            "\u00AD",
            "\u115F",
            "\u3164",
            "\u2800",
            "\uFE0F",
            "\u0301",
            " \u200B\u2800\u2029");

    private static final List<String> NO_TEXT = List.of(
            "a\u0000", "a\u001B[2J", "a\u0085b", "\uD800", "\uDC00a", "a\uFFFE", "a\uFFFF", "a\uFDD0", "\uD83F\uDFFE");

    private static final List<String> TRAPS =
            List.of("\n", "\r", "\t", "\u2028", "\u2029", "\u202A", "\u202B", "\u202D", "\u2066", "\u2068", "\u2069");

    @BeforeEach
    void makeWhatIsChanged() {
        if (given().get("/api/v1/cycles/REVIEW").statusCode() == 200) return;
        post(
                PLEDGE + "/milestones",
                Map.of("title", Map.of("zh", "首批学员", "en", "First class"), "plannedOn", "2026-12-31"));
        post("/api/v1/cycles", CycleFixture.of("REVIEW"));
    }

    private static Response as(String key, String path, Object body) {
        return ApiRequests.post(key, path, body);
    }

    private static Response post(String path, Object body) {
        Response answer = as(TestKeys.secretariat(), path, body);
        assertEquals(201, answer.statusCode(), answer.asString());
        return answer;
    }

    private static List<TextPlace> texts() throws IOException {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("/api/v1/commitments/{code}/milestones#id", "CNS-2025.9-M1");
        names.put("/api/v1/commitments/{code}/links#type", "contributes_to");
        names.put("/api/v1/commitments/{code}/links#to", "ACJS-2024.closing");
        names.put("/api/v1/commitments/{code}/links/{type}/{to}#code", "CNS-2025.1");
        names.put("/api/v1/commitments#code", "CNS-2025.9");
        names.put("/api/v1/cycles#code", "REVIEW");
        List<TextPlace> texts = ContractBodies.texts(names);
        assertTrue(texts.size() > 50, "texts were found");
        return texts;
    }

    private static void refuseAt(TextPlace place, Response answer, String sent, List<String> wrong) {
        boolean refused = answer.statusCode() >= 400 && answer.statusCode() < 500;
        List<String> pointers = refused ? answer.path("errors.pointer") : null;
        if (pointers == null || !pointers.contains(place.pointer()))
            wrong.add(place + " with " + escaped(sent) + " is " + answer.statusCode() + " " + answer.asString());
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> escaped.append("U+%04X ".formatted(c)));
        return escaped.toString();
    }

    @Test
    void aTextOfNothingVisibleIsRefusedWhereverItStands() throws IOException {
        List<String> wrong = new ArrayList<>();
        int turn = 0;
        // Each place gets another of them besides the one that people paste.
        for (TextPlace place : texts()) {
            if (!place.free()) continue;
            List<String> some = List.of("\u200B", INVISIBLE.get(turn++ % INVISIBLE.size()));
            for (String text : some) refuseAt(place, place.send(text), text, wrong);
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void whatIsNoTextIsRefusedWhereverItStands() throws IOException {
        List<String> wrong = new ArrayList<>();
        int turn = 0;
        for (TextPlace place : texts()) {
            if (!place.free()) continue;
            String text = NO_TEXT.get(turn++ % NO_TEXT.size());
            refuseAt(place, place.send(text), text, wrong);
        }
        assertEquals(List.of(), wrong);
    }

    /** Texts in which a line may end: what is told or quoted, not what something is called. */
    private static final Set<String> OF_SEVERAL_LINES =
            Set.of("narrative", "reason", "note", "rationale", "basis", "summary", "wording", "quote", "text");

    /** What only finds something that is there. */
    private static final Set<String> LOOKED_UP = Set.of("id", "corrects");

    @Test
    void aNameOrTitleHoldsNothingThatMakesItReadAsAnother() throws IOException {
        List<String> wrong = new ArrayList<>();
        int lines = 0;
        for (TextPlace place : texts()) {
            boolean several = place.steps().stream().anyMatch(OF_SEVERAL_LINES::contains);
            if (!place.free() || several || LOOKED_UP.contains(place.name())) continue;
            lines++;
            for (String trap : List.of("\u202E", TRAPS.get(lines % TRAPS.size())))
                refuseAt(place, place.send("a" + trap + "b"), trap, wrong);
        }
        assertTrue(lines > 20, "names were found");
        assertEquals(List.of(), wrong);
    }

    @Test
    void aLongestTextMayConsistOfCharactersOfTwoUnits() {
        Map<String, Object> key = new LinkedHashMap<>(Map.of("role", "reader", "label", "𠀀".repeat(200)));
        as(TestKeys.admin(), "/api/v1/api-keys", key).then().statusCode(201).body("label", is(key.get("label")));
        key.put("label", "𠀀".repeat(201));
        as(TestKeys.admin(), "/api/v1/api-keys", key)
                .then()
                .statusCode(400)
                .body("errors[0].message", is("is longer than 200 characters"));
        Map<String, Object> text = Map.of("zh", "𠀀".repeat(4_000), "en", "𠀀".repeat(4_000));
        post(
                PLEDGE + "/updates",
                Map.of("effectiveOn", "2026-02-05", "status", "suspended", "narrative", text, "reason", text));
    }

    @Test
    void whatJoinsVisibleCharactersStaysAsItWasSent() {
        Map<String, String> sent =
                Map.of("zh", "一家人 👨\u200D👩\u200D👧\u200D👦 ❤\uFE0F", "en", "می\u200Cخواهم and co\u00ADoperation");
        String id = post(
                        PLEDGE + "/updates",
                        Map.of("effectiveOn", "2026-01-05", "status", "in_progress", "narrative", sent))
                .path("id");
        given().get("/api/v1/updates/" + id).then().statusCode(200).body("narrative", is(sent));
    }
}
