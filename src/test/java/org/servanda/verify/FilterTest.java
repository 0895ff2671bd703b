package org.servanda.verify;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A row meets one alternative of each parameter, and nothing that is not known passes for a filter. */
class FilterTest {

    /** Bound are TH and VN, of whom TH leads by assignment and has completed its part. */
    private static final CommitmentState STATE = new CommitmentState(
            Map.of("parties", List.of("TH", "VN"), "owner", Map.of("how", "not_stated")),
            new AssignedLead("TH", null, null),
            List.of(),
            RollUp.lead,
            null,
            false,
            true,
            null,
            null,
            0,
            Map.of(
                    "TH",
                    new Progress(Status.completed, null, Percent.NONE, Assurance.self_reported, null, null, "U1")));

    private static StatusRow row() {
        Map<String, Object> cells = new HashMap<>();
        cells.put("instrument", "ACJS-2024");
        cells.put("area", "AI");
        cells.put("otherAreas", List.of("data"));
        cells.put("parties", List.of("TH", "VN"));
        cells.put("ownerStated", "not_stated");
        cells.put("ownerStatedParties", List.of());
        cells.put("ownerAssigned", "TH");
        cells.put("status", "completed");
        cells.put("entry", 12L);
        cells.put("recordedAt", Instant.parse("2026-04-01T00:00:00Z"));
        return new StatusRow(cells, "ACJS-2024/000002", "row 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "instrument=ACJS-2024",
                "primaryArea=AI",
                "area=data",
                "status=declared,completed",
                "party=VN,SG",
                "owner=TH",
                "reporter=TH",
                "partyStatus=not_reported",
                "party=TH&partyStatus=completed",
                "updatedSince=2026-04-01T00%3A00%3A00Z",
                "sinceRevision=11",
                "q=anything"
            })
    void aRowMeetsAFilterByOneAlternativeOfEachParameter(String query) {
        assertDoesNotThrow(() -> Filter.parse(query).require(row(), STATE, "row 1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "primaryArea=data",
                "status=declared",
                "party=SG",
                // An owner was assigned, so nobody can say any more that there is none.
                "owner=not_stated",
                "reporter=VN",
                "party=VN&partyStatus=completed",
                "updatedSince=2026-04-02T00%3A00%3A00Z",
                "sinceRevision=12"
            })
    void aRowThatDoesNotMeetItIsRefusedByTheParameter(String query) {
        Filter filter = Filter.parse(query);
        RefusedException refused = assertThrows(RefusedException.class, () -> filter.require(row(), STATE, "row 1"));
        assertEquals("row 1", refused.place());
        assertTrue(refused.getMessage().startsWith("does not meet the filter "), refused.getMessage());
    }

    @Test
    void aCommaWithinAValueIsWrittenAsItsEscape() {
        assertEquals(
                Map.of(Filter.Parameter.q, List.of("cables, data", "AI")),
                Filter.parse("q=cables%2C+data,AI").alternatives());
    }

    @Test
    void whatIsNotKnownOrNamedTwiceIsRefused() {
        assertEquals(
                "is not known: colour=red",
                assertThrows(RefusedException.class, () -> Filter.parse("area=AI&colour=red"))
                        .getMessage());
        assertEquals(
                "names area twice",
                assertThrows(RefusedException.class, () -> Filter.parse("area=AI&area=data"))
                        .getMessage());
    }
}
