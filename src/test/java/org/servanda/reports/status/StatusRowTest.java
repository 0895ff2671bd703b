package org.servanda.reports.status;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import org.servanda.commitments.standings.CommitmentView;
import org.servanda.reports.Labels;
import org.servanda.testing.DistinctValues;
import org.servanda.text.Bilingual;
import org.servanda.text.Language;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A row is built by position; each field must have the value of its name. */
class StatusRowTest {

    private static final CommitmentView COMMITMENT = DistinctValues.of(CommitmentView.class);

    @Test
    void eachFieldHasTheValueOfItsName() {
        Map<String, Object> row = DistinctValues.components(StatusRow.of(COMMITMENT, labels()));
        Map<String, Object> expected = new TreeMap<>(DistinctValues.components(COMMITMENT));
        expected.keySet().retainAll(row.keySet());
        text("title", COMMITMENT.title(), expected);
        text("wording", COMMITMENT.wording(), expected);
        text("summary", COMMITMENT.summary(), expected);
        expected.put("areaLabel", "label of area");
        expected.put("statusLabel", "label of status");
        expected.put("scheduleLabel", "label of schedule");
        expected.put("freshnessLabel", "label of freshness");
        expected.put("assuranceLabel", "label of assurance");
        expected.put("assessmentLabel", "label of assessment");
        expected.put("ownerStated", COMMITMENT.owner().stated().how());
        text("ownerStated", COMMITMENT.owner().stated().text(), expected);
        expected.put("ownerStatedParties", COMMITMENT.owner().stated().parties());
        expected.put("ownerAssigned", COMMITMENT.owner().assigned().party());
        text("ownerAssignedUnit", COMMITMENT.owner().assigned().unit(), expected);
        expected.put("ownerAssignedSince", COMMITMENT.owner().assigned().since());
        expected.put("timeFrameFrom", COMMITMENT.timeFrame().from());
        expected.put("timeFrameTo", COMMITMENT.timeFrame().to());
        expected.put("lastReport", COMMITMENT.lastUpdate().id());
        expected.put("lastReportOn", COMMITMENT.lastUpdate().effectiveOn());
        expected.put("lastReportRecordedAt", COMMITMENT.lastUpdate().recordedAt());
        expected.put("lastReportParty", COMMITMENT.lastUpdate().party());
        text("lastReport", COMMITMENT.lastUpdate().narrative(), expected);
        var passage = COMMITMENT.passages().get(0);
        expected.put(
                "passages",
                List.of(passage.lang() + " " + passage.eid() + " " + passage.start() + "-" + passage.end() + " "
                        + passage.sha256()));
        expected.put("entry", COMMITMENT.revision());
        expected.put("recordedAt", COMMITMENT.updatedAt());
        assertEquals(expected, new TreeMap<>(row));
    }

    private static void text(String field, Bilingual text, Map<String, Object> expected) {
        expected.put(field + "Zh", text.zh());
        expected.put(field + "En", text.en());
    }

    private static Labels labels() {
        Map<String, Map<String, Bilingual>> words = new TreeMap<>();
        Map<String, Enum<?>> statuses = Map.of(
                "status", COMMITMENT.status(),
                "schedule", COMMITMENT.schedule(),
                "freshness", COMMITMENT.freshness(),
                "assurance", COMMITMENT.assurance(),
                "assessment", COMMITMENT.assessment());
        statuses.forEach((list, word) -> words.put(list, Map.of(word.name(), label(list))));
        return new Labels(Language.en, Map.of(), Map.of("area", label("area")), Map.of(), Map.of(), words);
    }

    private static Bilingual label(String of) {
        return new Bilingual(null, "label of " + of);
    }
}
