package org.servanda.progress.updates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;
import org.servanda.testing.UpdateFixture;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Fields of an update: what each must hold, and that all faults are listed at once. */
@HttpTest
class UpdateFieldsTest {

    @Test
    void whatIsMissingIsToldAllAtOnce() {
        UpdateFixture empty = new UpdateFixture("BRDE-2023.3.2", Map.of());
        assertEquals(List.of("/effectiveOn", "/status", "/narrative"), UpdateRequests.refusedFields(empty));
    }

    @ParameterizedTest
    @CsvSource({
        "effectiveOn, 2199-01-01, /effectiveOn", "effectiveOn, 2023-10-17, /effectiveOn",
        "effectiveOn, 2025-02-30, /effectiveOn", "percent, -1, /percent",
        "percent, 101, /percent", "status, completed, /evidence",
        "status, operational, /evidence", "status, suspended, /reason",
        "status, cancelled, /reason", "status, done, /status",
        "party, VN, /party", "successor, BRDE-2023.3.1, /successor",
        "corrects, BRDE-2023.3.2-U9, /reason"
    })
    void oneFieldThatBreaksARuleIsNamed(String field, String value, String pointer) {
        Object given = field.equals("percent") ? Integer.valueOf(value) : value;
        assertEquals(
                List.of(pointer),
                UpdateRequests.refusedFields(UpdateFixture.of("BRDE-2023.3.2").with(field, given)));
    }

    @Test
    void theDayOfAdoptionIsTheFirstOfWhichAReportCanSpeak() {
        UpdateFixture.of("BRDE-2023.4.1").on("2023-10-18").counted();
        UpdateRequests.get("/commitments/BRDE-2023.4.1?asOf=2023-10-18").body("status", is("in_progress"));
    }

    @Test
    void aNarrativeInOneLanguageIsEnoughAndAnEmptyOneIsNone() {
        UpdateFixture.of("BRDE-2023.4.2").with("narrative", Map.of("zh", "已开始")).counted();
        assertEquals(
                List.of("/narrative/en"),
                UpdateRequests.refusedFields(UpdateFixture.of("BRDE-2023.4.2").with("narrative", Map.of("en", " "))));
        assertEquals(
                List.of("/narrative"),
                UpdateRequests.refusedFields(UpdateFixture.of("BRDE-2023.4.2").with("narrative", Map.of())));
        assertEquals(
                List.of("/narrative/en"),
                UpdateRequests.refusedFields(
                        UpdateFixture.of("BRDE-2023.4.2").with("narrative", Map.of("en", "x".repeat(4_001)))));
        // Counted in characters that people see: these are 4000 of two UTF-16 units each.
        UpdateFixture.of("BRDE-2023.4.2")
                .on("2025-06-02")
                .with("narrative", Map.of("zh", "𠀀".repeat(4_000)))
                .counted();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "url, null",
                "url, ftp://example.org/x",
                "url, not an address",
                "url, https:///x",
                "publisher, null",
                "publisher, ' '",
                "retrievedAt, null",
                "retrievedAt, 2199-01-01T00:00:00Z",
                "sourceClass, null",
                "sourceClass, friend",
                "title, null",
                "language, Chinese!",
                "sha256, ABC",
                "publishedOn, 2025-13-01",
                "publishedOn, 2199-01-01"
            })
    void evidenceThatBreaksARuleIsNamed(String field, String value) {
        Map<String, Object> evidence = new LinkedHashMap<>(UpdateFixture.evidence());
        evidence.put(field, value);
        UpdateFixture report =
                UpdateFixture.of("BRDE-2023.3.2").with("evidence", List.of(UpdateFixture.evidence(), evidence));
        assertEquals(List.of("/evidence/1/" + field), UpdateRequests.refusedFields(report));
    }

    @Test
    void twentyFullPiecesOfEvidenceAreKeptAndOneMoreIsRefused() {
        Map<String, Object> full = new LinkedHashMap<>(UpdateFixture.evidence());
        full.put("url", "https://www.example.org/" + "x".repeat(1_976));
        full.put("title", Map.of("zh", "\"".repeat(300), "en", "\"".repeat(300)));
        full.put("publisher", "\"".repeat(200));
        full.put("quote", Map.of("zh", "\"".repeat(1_000), "en", "\"".repeat(1_000)));
        List<Object> twenty = new ArrayList<>();
        for (int i = 0; i < 20; i++) twenty.add(full);
        Map<String, Object> longest = Map.of("zh", "\"".repeat(4_000), "en", "\"".repeat(4_000));
        String id = UpdateFixture.of("BRDE-2023.4.3")
                .with("evidence", twenty)
                .with("narrative", longest)
                .with("reason", longest)
                .counted();
        UpdateRequests.get("/updates/" + id).body("evidence.size()", is(20));
        twenty.add(full);
        assertEquals(
                List.of("/evidence"),
                UpdateRequests.refusedFields(UpdateFixture.of("BRDE-2023.4.3").with("evidence", twenty)));
    }

    @Test
    void theLongestReportIsKeptWithTheLongestNote() {
        Map<String, Object> full = new LinkedHashMap<>(UpdateFixture.evidence());
        full.put("url", "https://www.example.org/" + "x".repeat(1_976));
        full.put("title", Map.of("zh", "𠀀".repeat(300), "en", "𠀀".repeat(300)));
        full.put("publisher", "𠀀".repeat(200));
        full.put("quote", Map.of("zh", "𠀀".repeat(1_000), "en", "𠀀".repeat(1_000)));
        Map<String, Object> longest = Map.of("zh", "𠀀".repeat(4_000), "en", "𠀀".repeat(4_000));
        String id = UpdateFixture.of("BRDE-2023.4.3")
                .with("evidence", java.util.Collections.nCopies(20, full))
                .with("narrative", longest)
                .with("reason", longest)
                .waitingFrom("TH");
        UpdateFixture.decide("", List.of(Map.of("id", id, "decision", "return", "note", longest)))
                .then()
                .statusCode(200);
    }

    @Test
    void aTextThatNoStoreKeepsAndNobodySeesIsRefused() {
        for (String text : List.of("a\u0000b", "\u001b[31m")) {
            assertEquals(
                    List.of("/narrative/en"),
                    UpdateRequests.refusedFields(
                            UpdateFixture.of("BRDE-2023.3.2").with("narrative", Map.of("en", text))));
            Map<String, Object> evidence = new LinkedHashMap<>(UpdateFixture.evidence());
            evidence.put("publisher", text);
            assertEquals(
                    List.of("/evidence/0/publisher"),
                    UpdateRequests.refusedFields(
                            UpdateFixture.of("BRDE-2023.3.2").with("evidence", List.of(evidence))));
        }
        UpdateFixture.of("BRDE-2023.4.2")
                .on("2025-06-03")
                .with("narrative", Map.of("en", "Two\nlines\tand a tab"))
                .counted();
    }

    @Test
    void aFieldThatIsMisspeltIsAnsweredWithTheNearest() {
        UpdateFixture.of("BRDE-2023.3.2")
                .with("efectiveOn", "2025-06-01")
                .by(TestKeys.secretariat())
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("/efectiveOn"))
                .body("errors[0].nearest", is("effectiveOn"))
                .body("errors[0].allowed", hasItems("status", "narrative"));
    }

    @Test
    void aValueIsNotTakenForAnotherOne() {
        for (Object percent : List.of(50.5, "50", true, List.of(50)))
            assertEquals(
                    List.of("/percent"),
                    UpdateRequests.refusedFields(
                            UpdateFixture.of("BRDE-2023.3.2").with("percent", percent)));
        for (Object status : List.of(3, "3", ""))
            assertEquals(
                    List.of("/status"),
                    UpdateRequests.refusedFields(
                            UpdateFixture.of("BRDE-2023.3.2").with("status", status)));
    }
}
