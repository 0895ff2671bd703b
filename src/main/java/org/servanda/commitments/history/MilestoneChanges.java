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

/** What each entry about a milestone changed, against what was known of it before; told in their order. */
final class MilestoneChanges {

    /** What an entry states of a milestone from a day on, as a merge patch. */
    private record Statement(LocalDate on, JsonNode stated) {}

    private final Map<String, List<Statement>> known = new HashMap<>();

    List<ChangeView> changed(Entry entry) {
        ObjectNode body = JsonText.readAt(entry.body(), "", ObjectNode.class);
        String id = body.remove("id").asText();
        JsonNode cleared = body.remove("cleared");
        if (cleared != null) cleared.forEach(field -> body.putNull(field.asText()));
        List<Statement> before = known.getOrDefault(id, List.of());
        List<Statement> after = new ArrayList<>(before);
        after.add(new Statement(entry.effectiveOn(), body));
        // Keeps the order of recording within a day.
        after.sort(Comparator.comparing(Statement::on));
        known.put(id, after);
        return differences(before, after).of(entry, "milestones/" + id + "/", null);
    }

    private static FieldChanges differences(List<Statement> before, List<Statement> after) {
        TreeSet<LocalDate> borders = new TreeSet<>();
        after.forEach(each -> borders.add(each.on()));
        borders.add(EndOfTime.FOREVER);
        FieldChanges changes = new FieldChanges();
        LocalDate from = null;
        for (LocalDate to : borders) {
            if (from != null) changes.compare(new DayRange(from, to), on(from, before), on(from, after));
            from = to;
        }
        return changes;
    }

    private static ObjectNode on(LocalDate day, List<Statement> statements) {
        JsonNode held = JsonNodeFactory.instance.objectNode();
        for (Statement each : statements) if (!each.on().isAfter(day)) held = MergePatch.apply(held, each.stated());
        return (ObjectNode) held;
    }
}
