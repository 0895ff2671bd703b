package org.servanda.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Every place of every JSON body that the served contract takes, so that a test over a kind of value misses none. */
public final class RequestBodies {

    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private final JsonNode contract;
    private final List<Place> places = new ArrayList<>();

    private RequestBodies(JsonNode contract) {
        this.contract = contract;
    }

    /**
     * A place in a body.
     *
     * @param steps names of fields, and 0 for the first item of a list
     * @param schema what the contract says of the value there, references resolved
     */
    public record Place(
            String operation, String method, String path, String type, List<String> steps, JsonNode schema) {

        /** The place as a JSON Pointer. */
        public String pointer() {
            return steps.isEmpty() ? "" : "/" + String.join("/", steps);
        }

        /** The body with this value at this place as well. */
        private JsonNode put(JsonNode body, JsonNode value) {
            return put(body, value, 0);
        }

        private JsonNode put(JsonNode at, JsonNode value, int step) {
            if (step == steps.size()) return value;
            String name = steps.get(step);
            if (name.equals("0")) return MAKE.arrayNode().add(put(at.path(0), value, step + 1));
            ObjectNode object = at.isObject() ? (ObjectNode) at : MAKE.objectNode();
            return object.set(name, put(at.path(name), value, step + 1));
        }

        /** The words that are allowed there; none where it is no closed list. */
        public List<String> words() {
            return StreamSupport.stream(schema.path("enum").spliterator(), false)
                    .filter(word -> !word.isNull())
                    .map(JsonNode::asText)
                    .toList();
        }

        public boolean hasFormat(String format) {
            return schema.path("format").asText().equals(format);
        }

        @Override
        public String toString() {
            return operation + " " + pointer();
        }
    }

    /** All places that hold no further ones, of all operations. */
    public static List<Place> places() {
        JsonNode contract = ContractDocument.served();
        RequestBodies bodies = new RequestBodies(contract);
        contract.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    JsonNode operation = method.getValue();
                    operation.path("requestBody").path("content").properties().forEach(content -> {
                        if (!content.getKey().endsWith("json")) return;
                        Place whole = new Place(
                                operation.path("operationId").asText(),
                                method.getKey(),
                                path.getKey(),
                                content.getKey(),
                                List.of(),
                                content.getValue().path("schema"));
                        bodies.walk(whole, new ArrayDeque<>(), new HashSet<>());
                    });
                }));
        return bodies.places;
    }

    /** A body with nothing but this value at each of these places. */
    public static JsonNode body(List<Place> places, JsonNode value) {
        JsonNode body = MAKE.missingNode();
        for (Place place : places) body = place.put(body, value);
        return body;
    }

    private void walk(Place at, Deque<String> steps, Set<String> within) {
        JsonNode schema = at.schema();
        String reference = schema.path("$ref").asText();
        if (!reference.isEmpty() && !within.add(reference)) return;
        JsonNode resolved = reference.isEmpty() ? schema : contract.at(reference.substring(1));
        if (resolved.has("properties"))
            resolved.path("properties")
                    .properties()
                    .forEach(field -> step(at, steps, within, field.getKey(), field.getValue()));
        else if (resolved.has("items")) step(at, steps, within, "0", resolved.path("items"));
        else places.add(new Place(at.operation(), at.method(), at.path(), at.type(), List.copyOf(steps), resolved));
        within.remove(reference);
    }

    private void step(Place at, Deque<String> steps, Set<String> within, String step, JsonNode schema) {
        steps.addLast(step);
        walk(new Place(at.operation(), at.method(), at.path(), at.type(), List.of(), schema), steps, within);
        steps.removeLast();
    }
}
