package org.servanda.commitments;

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

    private final List<Entry> known = new ArrayList<>();

    List<ChangeView> changed(Entry entry) {
        Map<String, JsonNode> is = fields(entry);
        String id = is.get("id").asText();
        Map<String, JsonNode> was = before(entry, id);
        known.add(entry);
        Set<String> names = new TreeSet<>(is.keySet());
        names.addAll(was.keySet());
        names.remove("id");
        return names.stream()
                .filter(name -> !Objects.equals(was.get(name), is.get(name)))
                .map(name -> ChangeView.of(entry, "milestones/" + id + "/" + name, was.get(name), is.get(name), null))
                .toList();
    }

    private Map<String, JsonNode> before(Entry entry, String id) {
        Entry found = null;
        for (Entry former : known) {
            boolean its = !former.effectiveOn().isAfter(entry.effectiveOn())
                    && fields(former).get("id").asText().equals(id);
            if (its && (found == null || !former.effectiveOn().isBefore(found.effectiveOn()))) found = former;
        }
        return found == null ? Map.of() : fields(found);
    }

    private static Map<String, JsonNode> fields(Entry entry) {
        Map<String, JsonNode> fields = new TreeMap<>();
        JsonText.readAt(entry.body(), "", JsonNode.class)
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }
}
