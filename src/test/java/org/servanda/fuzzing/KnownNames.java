package org.servanda.fuzzing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** Codes, ids and digests that the register has told, by what they name; new ones come with every answer. */
final class KnownNames {

    /** What names are called where they stand in a body or a query. */
    private static final Map<String, String> CALLED = Map.ofEntries(
            Map.entry("area", "areas"),
            Map.entry("primaryArea", "areas"),
            Map.entry("otherAreas", "areas"),
            Map.entry("instrument", "instruments"),
            Map.entry("instruments", "instruments"),
            Map.entry("party", "parties"),
            Map.entry("parties", "parties"),
            Map.entry("owner", "parties"),
            Map.entry("reporter", "parties"),
            Map.entry("supporting", "parties"),
            Map.entry("supportingAssigned", "parties"),
            Map.entry("commitment", "commitments"),
            Map.entry("to", "commitments"),
            Map.entry("dossier", "commitments"),
            Map.entry("successor", "commitments"),
            Map.entry("corrects", "updates"),
            Map.entry("backs", "updates"),
            Map.entry("id", "updates"),
            Map.entry("file", "files"),
            Map.entry("sha256", "files"),
            Map.entry("since", "cycles"));

    private static final int MOST = 200;

    private final Random random;
    private final Map<String, List<String>> names = new HashMap<>();
    private final Set<String> seen = new HashSet<>();

    KnownNames(Random random) {
        this.random = random;
    }

    /** Whoever asks goes on with the key it has: nobody is told its id. */
    void withholdKeys(JsonNode list) {
        list.path("items").forEach(key -> seen.add("api-keys " + key.path("id").asText()));
    }

    /** Learns the names in an answer that went well. */
    void learn(FuzzedOperation operation, JsonNode answer) {
        for (JsonNode item : answer.path("items"))
            for (String field : List.of("code", "id", "sha256", "lang"))
                learn(operation.kind(), item.path(field).asText());
        if (operation.method().equals("POST"))
            for (String field : List.of("code", "id", "sha256"))
                learn(operation.kind(), answer.path(field).asText());
        learn("cursor", answer.path("next").asText());
    }

    private void learn(String kind, String name) {
        if (name.isEmpty() || !seen.add(kind + " " + name)) return;
        List<String> some = names.computeIfAbsent(kind, its -> new ArrayList<>());
        if (some.size() < MOST) some.add(name);
        else some.set(random.nextInt(MOST), name);
    }

    /** A name for a thing of a kind; null when none is known. */
    String ofKind(String kind) {
        List<String> some = names.get(CALLED.getOrDefault(kind, kind));
        return some == null ? null : some.get(random.nextInt(some.size()));
    }
}
