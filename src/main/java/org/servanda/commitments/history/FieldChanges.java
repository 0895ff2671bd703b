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

/** What differs between two readings of one thing, field by field; days on end that differ alike are told as one. */
final class FieldChanges {

    private record Change(DayRange days, JsonNode was, JsonNode is) {

        boolean goesOn(Change next) {
            return days.to().equals(next.days().from())
                    && Objects.equals(was, next.was())
                    && Objects.equals(is, next.is());
        }

        Change and(Change next) {
            return new Change(new DayRange(days.from(), next.days().to()), was, is);
        }
    }

    private final Map<String, List<Change>> changes = new TreeMap<>();

    /** To be asked for stretches of days in their order. */
    void compare(DayRange dayRange, ObjectNode before, ObjectNode after) {
        TreeSet<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        for (String name : names)
            if (!Objects.equals(before.get(name), after.get(name)))
                add(
                        changes.computeIfAbsent(name, none -> new ArrayList<>()),
                        new Change(dayRange, before.get(name), after.get(name)));
    }

    private static void add(List<Change> known, Change next) {
        Change last = known.isEmpty() ? null : known.get(known.size() - 1);
        if (last != null && last.goesOn(next)) known.set(known.size() - 1, last.and(next));
        else known.add(next);
    }

    /** In the order of the fields, then of the days. @param place before the name of each field */
    List<ChangeView> of(Entry entry, String place, String update) {
        List<ChangeView> all = new ArrayList<>();
        changes.forEach((name, its) -> its.forEach(
                each -> all.add(ChangeView.of(entry, place + name, each.was(), each.is(), each.days(), update))));
        return all;
    }
}
