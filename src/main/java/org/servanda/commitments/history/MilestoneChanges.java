package org.servanda.commitments.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.servanda.commitments.EndOfTime;
import org.servanda.commitments.history.ChangeView.DayRange;
import org.servanda.ledger.Entry;
import org.servanda.text.JsonText;
import org.servanda.text.MergePatch;

/** The changes of milestones, entry by entry in recorded order, against the statements that were known before. */
final class MilestoneChanges {

    /** The fields that an entry states of a milestone from a day on, as a JSON merge patch. */
    private record Statement(LocalDate effectiveOn, JsonNode patch) {}

    private final Map<String, List<Statement>> statementsById = new HashMap<>();

    List<ChangeView> changes(Entry entry) {
        ObjectNode body = JsonText.readAt(entry.body(), "", ObjectNode.class);
        String id = body.remove("id").asText();
        JsonNode cleared = body.remove("cleared");
        if (cleared != null) cleared.forEach(field -> body.putNull(field.asText()));
        List<Statement> before = statementsById.getOrDefault(id, List.of());
        List<Statement> after = new ArrayList<>(before);
        after.add(new Statement(entry.effectiveOn(), body));
        // The sort is stable: statements of one day stay in recorded order.
        after.sort(Comparator.comparing(Statement::effectiveOn));
        statementsById.put(id, after);
        return differences(before, after).views(entry, "milestones/" + id + "/", null);
    }

    private static FieldChanges differences(List<Statement> before, List<Statement> after) {
        TreeSet<LocalDate> boundaries = new TreeSet<>();
        after.forEach(statement -> boundaries.add(statement.effectiveOn()));
        boundaries.add(EndOfTime.FOREVER);
        FieldChanges changes = new FieldChanges();
        LocalDate from = null;
        for (LocalDate to : boundaries) {
            if (from != null) changes.compare(new DayRange(from, to), fieldsOn(from, before), fieldsOn(from, after));
            from = to;
        }
        return changes;
    }

    private static ObjectNode fieldsOn(LocalDate day, List<Statement> statements) {
        JsonNode fields = JsonNodeFactory.instance.objectNode();
        for (Statement statement : statements)
            if (!statement.effectiveOn().isAfter(day)) fields = MergePatch.apply(fields, statement.patch());
        return (ObjectNode) fields;
    }
}
