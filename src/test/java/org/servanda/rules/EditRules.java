package org.servanda.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.servanda.rules.Fact.Assigned;
import org.servanda.rules.Fact.Edited;

/** Rules for the fields that a patch sets beside the text of a commitment, each from its day on. */
final class EditRules {

    static final List<String> FIELDS =
            List.of("title", "area", "otherAreas", "assigned", "supportingAssigned", "timeFrame", "rollUp");

    private final KnownEvents known;

    EditRules(KnownEvents known) {
        this.known = known;
    }

    // Rule 10.1: the statement that holds on a day; null when none was made up to it.
    private Edited holding(String field, LocalDate day) {
        return known.facts(Edited.class).stream()
                .filter(edit -> edit.values().containsKey(field))
                .filter(edit -> !edit.day().isAfter(day))
                // Of one day the one recorded later (rule 1.3): the order of recording is the order of the list.
                .reduce((one, next) -> next.day().isBefore(one.day()) ? one : next)
                .orElse(null);
    }

    /** The value of a field on a day, by its name in {@link Edited}. */
    Object value(String field, LocalDate day) {
        if (field.equals("title")) return title(day);
        Edited edit = holding(field, day);
        Object value = edit == null ? null : edit.values().get(field);
        return value == null ? unless(field) : value;
    }

    // Rule 10.1: each language of a title is a field.
    private Map<String, Object> title(LocalDate day) {
        Map<String, Object> title = new TreeMap<>(known.text().title());
        known.facts(Edited.class).stream()
                .filter(edit ->
                        edit.values().get("title") != null && !edit.day().isAfter(day))
                .sorted(Comparator.comparing(Edited::day))
                .forEach(edit -> ((Map<?, ?>) edit.values().get("title"))
                        .forEach((language, text) -> title.put((String) language, text)));
        return title;
    }

    // Rules 4.1 and 10.6: what holds where nothing was set.
    private Object unless(String field) {
        return switch (field) {
            case "title" -> known.text().title();
            case "area" -> known.text().area();
            case "otherAreas" -> known.text().otherAreas();
            case "timeFrame" -> known.text().timeFrame();
            case "supportingAssigned" -> List.of();
            case "rollUp" -> "lead";
            default -> null;
        };
    }

    // Rule 4.1
    String rollUp(LocalDate day) {
        return (String) value("rollUp", day);
    }

    Assigned assigned(LocalDate day) {
        return (Assigned) value("assigned", day);
    }

    // Rule 4.2: who leads is assigned, or the only one that the text names; null when none does.
    String lead(LocalDate day) {
        Assigned assigned = assigned(day);
        if (assigned != null) return assigned.party();
        List<String> named = known.text().ownerParties();
        return named.size() == 1 ? named.get(0) : null;
    }

    // Rule 10.5
    LocalDate leadSince(LocalDate day) {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (Edited edit : known.facts(Edited.class)) if (!edit.day().isAfter(day)) days.add(edit.day());
        return DayRuns.since(days, on -> Objects.equals(assigned(on), assigned(day)));
    }

    /** What a patch states; empty when it states nothing new. */
    Map<String, Object> stated(LocalDate named, LocalDate today, Map<String, Object> patch) {
        Map<String, Object> states = new LinkedHashMap<>();
        patch.forEach((field, value) -> {
            if (named == null ? changes(field, value, today) : !saidBefore(field, value, named))
                states.put(field, value);
        });
        // Rule 10.2: one that names its day states all its fields, where one of them is new.
        return named == null || states.isEmpty() ? states : patch;
    }

    // Rule 10.2
    private boolean changes(String field, Object value, LocalDate today) {
        return !Objects.equals(value(field, today), value == null ? unless(field) : value);
    }

    // Rule 10.3: the last statement of that very day says so already.
    private boolean saidBefore(String field, Object value, LocalDate day) {
        Edited holding = holding(field, day);
        return holding != null
                && holding.day().equals(day)
                && Objects.equals(holding.values().get(field), value);
    }

    // Rule 10.4: the days on which a further area is the area itself.
    List<LocalDate> collisions(LocalDate from, LocalDate today) {
        List<LocalDate> collisions = new ArrayList<>();
        for (LocalDate day : known.changeDays(today)) {
            List<?> others = (List<?>) value("otherAreas", day);
            if (!day.isBefore(from) && others.contains(value("area", day))) collisions.add(day);
        }
        return collisions;
    }
}
