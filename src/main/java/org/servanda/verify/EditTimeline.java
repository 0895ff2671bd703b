package org.servanda.verify;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The fields that edits have set, each by the day from which its value holds. States again {@code
 * org.servanda.commitments.timeline.CommitmentEdit} in the register's program.
 */
final class EditTimeline {

    private static final List<String> LANGUAGES = List.of("zh", "en");

    /** Fields that replace what the text says. */
    private static final List<String> TEXT_FIELDS = List.of("area", "otherAreas", "timeFrame");

    private static final String ASSIGNED = "assigned";
    private static final String SUPPORTING = "supportingAssigned";
    private static final String ROLL_UP = "rollUp";

    /** A null stands for a value that was taken away. */
    private final Map<String, TreeMap<LocalDate, Object>> values = new HashMap<>();

    private final Set<LocalDate> days = new TreeSet<>();

    /** @param edits in the order of their recording */
    EditTimeline(List<CommitmentEvent> edits) {
        for (String field : TEXT_FIELDS) values.put(field, new TreeMap<>());
        for (String field : List.of(ASSIGNED, SUPPORTING, ROLL_UP)) values.put(field, new TreeMap<>());
        for (String language : LANGUAGES) values.put(title(language), new TreeMap<>());
        for (CommitmentEvent edit : edits) {
            days.add(edit.on());
            setTitle(edit);
            // Rule 10.1: from its day until the next day on which the same field is set.
            // Rule 1.3: of one day, what was recorded last.
            values.forEach((field, byDay) -> {
                if (edit.body().has(field)) byDay.put(edit.on(), edit.body().value(field));
                if (edit.clears(field)) byDay.put(edit.on(), null);
            });
        }
    }

    private static String title(String language) {
        return "title/" + language;
    }

    private void setTitle(CommitmentEvent edit) {
        // Rule 10.1: each language of a title is a field.
        JsonObject title = edit.body().objectOr("title");
        for (String language : LANGUAGES)
            if (title != null && title.has(language))
                values.get(title(language)).put(edit.on(), title.text(language));
    }

    /** The days on which a field was set. */
    Set<LocalDate> days() {
        return days;
    }

    /** The entry that holds on a day; null when nobody has set the field by then. */
    private Map.Entry<LocalDate, Object> last(String field, LocalDate day) {
        return values.get(field).floorEntry(day);
    }

    private Object valueOr(Object absent, String field, LocalDate day) {
        Map.Entry<LocalDate, Object> last = last(field, day);
        return last == null || last.getValue() == null ? absent : last.getValue();
    }

    RollUp rollUp(LocalDate day) {
        // Rule 4.1: lead, unless another one was declared.
        return RollUp.of((String) valueOr(RollUp.lead.name(), ROLL_UP, day));
    }

    /** Codes of the parties assigned to support. */
    List<?> supporting(LocalDate day) {
        return (List<?>) valueOr(List.of(), SUPPORTING, day);
    }

    /** Null while no party is assigned. */
    AssignedLead lead(LocalDate day) {
        AssignedLead lead = null;
        for (Map.Entry<LocalDate, Object> edit :
                values.get(ASSIGNED).headMap(day, true).entrySet()) {
            AssignedLead next = lead(edit);
            // Rule 10.5: since the first day of the run of days with the same party and unit.
            boolean same = lead != null
                    && next != null
                    && lead.party().equals(next.party())
                    && Objects.equals(lead.unit(), next.unit());
            if (!same) lead = next;
        }
        return lead;
    }

    private static AssignedLead lead(Map.Entry<LocalDate, Object> edit) {
        if (edit.getValue() == null) return null;
        JsonObject assigned = JsonObject.of(edit.getValue(), "the assigned owner");
        return new AssignedLead(assigned.text("party"), assigned.value("unit"), edit.getKey());
    }

    /** The text as it was read last, and the fields that were set in the place of its own. */
    Map<String, Object> text(JsonObject reading, LocalDate day) {
        // Rule 10.6: the text as it was read last, and what was set beside it.
        Map<String, Object> text = new TreeMap<>(reading.values());
        if (reading.has("timeFrame")) text.put("timeFrame", stated(reading.object("timeFrame")));
        Map<String, Object> title = new TreeMap<>(reading.object("title").values());
        for (String language : LANGUAGES) {
            Map.Entry<LocalDate, Object> last = last(title(language), day);
            if (last != null) title.put(language, last.getValue());
        }
        text.put("title", title);
        for (String field : TEXT_FIELDS) {
            Map.Entry<LocalDate, Object> last = last(field, day);
            if (last == null) continue;
            if (last.getValue() == null) text.remove(field);
            else text.put(field, last.getValue());
        }
        return text;
    }

    /** A time frame that the text itself sets. */
    private static Map<String, Object> stated(JsonObject timeFrame) {
        Map<String, Object> stated = new TreeMap<>(timeFrame.values());
        stated.put("basis", "stated");
        return stated;
    }
}
