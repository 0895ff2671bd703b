package org.servanda.fuzzing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Values that a schema of the contract allows, with names that the register knows where it knows any. */
final class SchemaInputs {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<String> WORDS = List.of(
            "academy",
            "digital",
            "fibre",
            "centre",
            "report",
            "cooperation",
            "cross-border",
            "training",
            "opened",
            "signed");
    private static final List<String> CHINESE = List.of(
            "\u6570\u5b57", "\u4eba\u5de5\u667a\u80fd", "\u5408\u4f5c", "\u4e2d\u5fc3", "\u57f9\u8bad", "\u62a5\u544a");

    /** How often what may be left out is said: often enough to meet, seldom enough to pass. */
    private static final double SAID = 0.3;

    private final Random random;
    private final JsonNode contract;
    private final KnownNames known;

    SchemaInputs(Random random, JsonNode contract, KnownNames known) {
        this.random = random;
        this.contract = contract;
        this.known = known;
    }

    /** A value for a parameter, as it stands in an address. */
    String text(String name, JsonNode schema) {
        JsonNode value = value(name, schema);
        if (!value.isArray()) return value.asText();
        StringBuilder list = new StringBuilder();
        value.forEach(one -> list.append(list.isEmpty() ? "" : ",").append(one.asText()));
        return list.toString();
    }

    JsonNode value(String name, JsonNode schema) {
        JsonNode full = resolve(schema);
        if (full.has("enum"))
            return full.get("enum").get(random.nextInt(full.get("enum").size()));
        return switch (type(full)) {
            case "object" -> object(full);
            case "array" -> array(name, full);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "integer", "number" -> JSON.numberNode(whole(full));
            default -> JSON.textNode(string(name, full));
        };
    }

    /** What stands behind a reference, with what stands beside it. */
    JsonNode resolve(JsonNode schema) {
        if (!schema.has("$ref")) return schema;
        String name = schema.get("$ref").asText().replace("#/components/schemas/", "");
        ObjectNode full = ((ObjectNode) schema).deepCopy();
        full.remove("$ref");
        resolve(contract.path("components").path("schemas").path(name))
                .properties()
                .forEach(one -> {
                    if (!full.has(one.getKey()) || one.getKey().equals("type")) full.set(one.getKey(), one.getValue());
                });
        return full;
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.get(0).asText() : type.asText();
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = JSON.objectNode();
        List<String> required = new java.util.ArrayList<>();
        schema.path("required").forEach(one -> required.add(one.asText()));
        boolean bilingual =
                schema.path("properties").has("zh") && schema.path("properties").has("en");
        for (Map.Entry<String, JsonNode> one : schema.path("properties").properties()) {
            boolean said = required.contains(one.getKey()) || random.nextDouble() < (bilingual ? 0.95 : SAID);
            if (said) object.set(one.getKey(), value(one.getKey(), one.getValue()));
        }
        // A commitment has its instrument in its code.
        if (object.has("code") && object.has("instrument"))
            object.put(
                    "code",
                    object.get("instrument").asText() + "." + object.get("code").asText());
        return object;
    }

    private ArrayNode array(String name, JsonNode schema) {
        ArrayNode array = JSON.arrayNode();
        int most = Math.min(3, schema.path("maxItems").asInt(3));
        int count = Math.max(schema.path("minItems").asInt(0), random.nextInt(most + 1));
        for (int i = 0; i < count; i++) array.add(value(name, schema.path("items")));
        return array;
    }

    private long whole(JsonNode schema) {
        long least = schema.path("minimum").asLong(0);
        long most = schema.path("maximum").asLong(least + 60);
        if (random.nextInt(4) == 0) return random.nextBoolean() ? least : most;
        return least + random.nextInt((int) Math.min(most - least + 1, 1_000));
    }

    private String string(String name, JsonNode schema) {
        switch (schema.path("format").asText()) {
            case "date":
                return day().toString();
            case "date-time":
                return moment(name).toString();
            default:
        }
        String there = known.ofKind(name);
        if (there != null && !name.equals("code")) return there;
        return switch (name) {
            case "code" -> "F" + random.nextInt(1_000_000);
            case "url" -> "https://www.example.org/press/" + random.nextInt(1_000);
            case "language", "lang" -> random.nextBoolean() ? "en" : "zh";
            case "knownAt", "fromKnownAt" -> known();
            case "fromAsOf", "reportDate" -> day().toString();
            case "fields" -> "code";
            case "q" -> random.nextBoolean() ? pick(WORDS) : pick(CHINESE);
            case "zh" -> words(CHINESE, "");
            default -> words(WORDS, " ");
        };
    }

    private LocalDate day() {
        return LocalDate.of(2024, 6, 1).plusDays(random.nextInt(900));
    }

    private Instant moment(String name) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        int days = 1 + random.nextInt(300);
        return name.startsWith("expires") ? now.plus(days, ChronoUnit.DAYS) : now.minus(days, ChronoUnit.DAYS);
    }

    private String known() {
        return random.nextBoolean()
                ? String.valueOf(1 + random.nextInt(300))
                : moment("").toString();
    }

    private String words(List<String> from, String between) {
        StringBuilder words = new StringBuilder(pick(from));
        for (int more = random.nextInt(5); more > 0; more--)
            words.append(between).append(pick(from));
        return words.toString();
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
