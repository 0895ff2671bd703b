package org.servanda.commitments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

import org.servanda.ledger.Entry;
import org.servanda.text.JsonText;

/** What each entry about a milestone changed, against what was known of it on that day before; told in their order. */
final class MilestoneChanges {

    /** What an entry said a milestone is, from a day on. */
    private record Told(LocalDate on, Map<String, JsonNode> fields) {

        String id() {
            return fields.get("id").asText();
        }
    }

    private final List<Told> known = new ArrayList<>();

    List<ChangeView> changed(Entry entry) {
        Told told = new Told(entry.effectiveOn(), fields(entry));
        Map<String, JsonNode> was = before(told);
        known.add(told);
        Map<String, JsonNode> is = told.fields();
        Set<String> names = new TreeSet<>(is.keySet());
        names.addAll(was.keySet());
        names.remove("id");
        return names.stream()
                .filter(name -> !Objects.equals(was.get(name), is.get(name)))
                .map(name ->
                        ChangeView.of(entry, "milestones/" + told.id() + "/" + name, was.get(name), is.get(name), null))
                .toList();
    }

    private Map<String, JsonNode> before(Told told) {
        Told found = null;
        for (Told former : known) {
            boolean its = former.id().equals(told.id()) && !former.on().isAfter(told.on());
            if (its && (found == null || !former.on().isBefore(found.on()))) found = former;
        }
        return found == null ? Map.of() : found.fields();
    }

    private static Map<String, JsonNode> fields(Entry entry) {
        Map<String, JsonNode> fields = new TreeMap<>();
        JsonText.readAt(entry.body(), "", JsonNode.class)
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }
}
