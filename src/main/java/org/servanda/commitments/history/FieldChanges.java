package org.servanda.commitments.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.servanda.commitments.history.ChangeView.DayRange;
import org.servanda.ledger.Entry;

/** The differences between two versions of one object, field by field; adjacent ranges of days with the same difference are joined. */
final class FieldChanges {

    private record Change(DayRange days, JsonNode before, JsonNode after) {

        boolean isContinuedBy(Change next) {
            return days.to().equals(next.days().from())
                    && Objects.equals(before, next.before())
                    && Objects.equals(after, next.after());
        }

        Change joinedWith(Change next) {
            return new Change(new DayRange(days.from(), next.days().to()), before, after);
        }
    }

    private final Map<String, List<Change>> changes = new TreeMap<>();

    /** Adds the differences of one range of days; ranges come in ascending order. */
    void compare(DayRange dayRange, ObjectNode before, ObjectNode after) {
        TreeSet<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        for (String name : names)
            if (!Objects.equals(before.get(name), after.get(name)))
                append(
                        changes.computeIfAbsent(name, none -> new ArrayList<>()),
                        new Change(dayRange, before.get(name), after.get(name)));
    }

    private static void append(List<Change> changesOfField, Change next) {
        Change last = changesOfField.isEmpty() ? null : changesOfField.get(changesOfField.size() - 1);
        if (last != null && last.isContinuedBy(next))
            changesOfField.set(changesOfField.size() - 1, last.joinedWith(next));
        else changesOfField.add(next);
    }

    /** The changes by field, then by day. @param prefix of the name of each field */
    List<ChangeView> views(Entry entry, String prefix, String updateId) {
        List<ChangeView> views = new ArrayList<>();
        changes.forEach((name, changesOfField) -> changesOfField.forEach(change -> views.add(
                ChangeView.of(entry, prefix + name, change.before(), change.after(), change.days(), updateId))));
        return views;
    }
}
