package org.servanda.verify;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A row of the status report: what the report must say about a commitment, by column. States again {@code
 * org.servanda.reports.status.StatusRow} in the register's program.
 *
 * @param cells each a text, a whole number, a day, a moment or a list of texts; null when there is no value
 * @param sortKey rows stand in its order: the instrument, then the place in the document
 * @param place of the row, with which refusals begin
 */
record StatusRow(Map<String, Object> cells, String sortKey, String place) {

    static final List<String> COLUMNS = List.of(
            "code",
            "instrument",
            "item",
            "titleZh",
            "titleEn",
            "wordingZh",
            "wordingEn",
            "summaryZh",
            "summaryEn",
            "area",
            "areaLabel",
            "otherAreas",
            "kind",
            "obligation",
            "parties",
            "ownerStated",
            "ownerStatedZh",
            "ownerStatedEn",
            "ownerStatedParties",
            "ownerAssigned",
            "ownerAssignedUnitZh",
            "ownerAssignedUnitEn",
            "ownerAssignedSince",
            "timeFrameFrom",
            "timeFrameTo",
            "status",
            "statusLabel",
            "statusSince",
            "percent",
            "schedule",
            "scheduleLabel",
            "freshness",
            "freshnessLabel",
            "assurance",
            "assuranceLabel",
            "assessment",
            "assessmentLabel",
            "lastReport",
            "lastReportOn",
            "lastReportRecordedAt",
            "lastReportParty",
            "lastReportZh",
            "lastReportEn",
            "evidenceCount",
            "passages",
            "entry",
            "recordedAt",
            "percentOn");

    /** @param origin the event that made the state what it is */
    static StatusRow of(CommitmentState state, CommitmentEvent origin, LocalDate day, Labels labels, String place) {
        Map<String, Object> cells = new HashMap<>();
        JsonObject text = state.text();
        text(cells, text, labels);
        owner(cells, text.object("owner"), state.lead());
        JsonObject timeFrame = text.objectOr("timeFrame");
        LocalDate end = timeFrame == null ? null : timeFrame.dayOr("to");
        cells.put("timeFrameFrom", timeFrame == null ? null : timeFrame.dayOr("from"));
        cells.put("timeFrameTo", end);
        progress(cells, state, end, day);
        for (String name : List.of("status", "schedule", "freshness", "assurance", "assessment"))
            cells.put(name + "Label", labels.word(name, (String) cells.get(name)));
        lastUpdate(cells, state.lastUpdate());
        cells.put("evidenceCount", (long) state.evidenceCount());
        cells.put(
                "passages",
                text.list("passages").stream().map(StatusRow::passage).toList());
        cells.put("entry", origin.entry());
        cells.put("recordedAt", origin.recordedAt());
        return new StatusRow(cells, "%s/%06d".formatted(text.text("instrument"), text.number("place")), place);
    }

    private static void text(Map<String, Object> cells, JsonObject text, Labels labels) {
        for (String name : List.of("code", "instrument", "item", "area", "kind", "obligation"))
            cells.put(name, text.textOr(name));
        for (String name : List.of("otherAreas", "parties")) cells.put(name, text.texts(name));
        for (String name : List.of("title", "wording", "summary")) bilingual(cells, name, text.objectOr(name));
        cells.put("areaLabel", labels.area(text.text("area")));
    }

    private static void owner(Map<String, Object> cells, JsonObject stated, AssignedLead lead) {
        cells.put("ownerStated", stated.text("how"));
        bilingual(cells, "ownerStated", stated.objectOr("text"));
        cells.put("ownerStatedParties", stated.textsOr("parties"));
        if (lead == null) return;
        cells.put("ownerAssigned", lead.party());
        bilingual(cells, "ownerAssignedUnit", lead.unit() == null ? null : JsonObject.of(lead.unit(), "a unit"));
        cells.put("ownerAssignedSince", lead.since());
    }

    private static void progress(Map<String, Object> cells, CommitmentState state, LocalDate end, LocalDate day) {
        Progress whole = state.whole();
        Status status = whole.status();
        cells.put("status", status.name());
        cells.put("statusSince", whole.since());
        cells.put("percent", whole.percent().value());
        cells.put("percentOn", whole.percent().on());
        cells.put("schedule", Schedule.of(status, whole.since(), end, day).name());
        cells.put(
                "freshness",
                Freshness.of(status, state.reported(), whole.due(), day).name());
        cells.put("assurance", whole.assurance().name());
        cells.put("assessment", state.assessment() == null ? "not_assessed" : state.assessment());
    }

    private static void lastUpdate(Map<String, Object> cells, CommitmentState.LastUpdate last) {
        if (last == null) return;
        cells.put("lastReport", last.id());
        cells.put("lastReportOn", last.on());
        cells.put("lastReportRecordedAt", last.recordedAt());
        cells.put("lastReportParty", last.party());
        bilingual(
                cells, "lastReport", last.narrative() == null ? null : JsonObject.of(last.narrative(), "a narrative"));
    }

    private static void bilingual(Map<String, Object> cells, String name, JsonObject text) {
        cells.put(name + "Zh", text == null ? null : text.textOr("zh"));
        cells.put(name + "En", text == null ? null : text.textOr("en"));
    }

    private static String passage(Object value) {
        JsonObject passage = JsonObject.of(value, "a passage");
        return passage.text("lang") + " " + passage.text("eid") + " " + passage.number("start") + "-"
                + passage.number("end") + " " + passage.text("sha256");
    }

    String text(String column) {
        return (String) cells.get(column);
    }

    List<String> texts(String column) {
        List<String> texts = new ArrayList<>();
        for (Object text : (List<?>) cells.get(column)) texts.add((String) text);
        return texts;
    }

    Instant recordedAt() {
        return (Instant) cells.get("recordedAt");
    }

    /** Number of the entry that made the state what it is. */
    long entry() {
        return ((Number) cells.get("entry")).longValue();
    }

    void requireBehind(StatusRow former) {
        if (former.sortKey.compareTo(sortKey) >= 0)
            throw new RefusedException(
                    place, "stands behind " + former.place + ": rows go by instrument, then by place in the document");
    }
}
