package org.servanda.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import org.servanda.testing.ContractDocument;
import org.servanda.testing.TestKeys;

import static io.restassured.RestAssured.given;

/** Every text that a body of the contract can hold, read off the contract, so that what is added later is among them. */
final class ContractBodies {

    /** Writes half a character too, which no UTF-8 can. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** What is there to be changed, by the parameters of paths. */
    private final Map<String, String> names;

    private final JsonNode contract;
    private final AccessMatrix matrix;

    private ContractBodies(Map<String, String> names, JsonNode contract, AccessMatrix matrix) {
        this.names = names;
        this.contract = contract;
        this.matrix = matrix;
    }

    /** A place for a text in the body of an operation, as a JSON Pointer whose lists have one item. */
    record TextPlace(String method, String path, String pointer, boolean free, Role role, String type) {

        /** Sends a body that holds nothing but this text. */
        Response send(String text) {
            RequestSpecification request = given().urlEncodingEnabled(false)
                    .auth()
                    .oauth2(key())
                    .contentType(type)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .body(written(body(text)));
            if (method.equals("PATCH"))
                request.header(
                        "If-Match", given().auth().oauth2(key()).get(path).header("ETag"));
            return request.request(method, path);
        }

        private static String written(JsonNode body) {
            try {
                return JSON.writeValueAsString(body);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a tree is writable", e);
            }
        }

        private String key() {
            return switch (role) {
                case admin -> TestKeys.admin();
                case auditor -> TestKeys.auditor();
                case contributor -> TestKeys.contributor("TH");
                case reader -> TestKeys.reader();
                case secretariat -> TestKeys.secretariat();
            };
        }

        private JsonNode body(String text) {
            JsonNode value = JsonNodeFactory.instance.textNode(text);
            List<String> steps = steps();
            for (int i = steps.size() - 1; i >= 0; i--)
                value = steps.get(i).equals("0")
                        ? JsonNodeFactory.instance.arrayNode().add(value)
                        : JsonNodeFactory.instance.objectNode().set(steps.get(i), value);
            // A report in a list is judged where the commitment is known.
            if (value.at("/items/0").isObject()
                    && path.endsWith(":batch")
                    && !value.at("/items/0").has("commitment"))
                ((ObjectNode) value.at("/items/0")).put("commitment", "CNS-2025.9");
            return value;
        }

        String name() {
            return steps().get(steps().size() - 1);
        }

        List<String> steps() {
            return List.of(pointer.substring(1).split("/"));
        }

        @Override
        public String toString() {
            return method + " " + path + " " + pointer;
        }
    }

    /** @param names of what is there, by "path#parameter" of the contract */
    static List<TextPlace> texts(Map<String, String> names) throws IOException {
        JsonNode contract = ContractDocument.served();
        AccessMatrix matrix = AccessMatrix.read(Files.readString(Path.of("src/main/resources/access/matrix.yaml")));
        return new ContractBodies(names, contract, matrix).texts();
    }

    private List<TextPlace> texts() {
        List<TextPlace> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : contract.path("paths").properties())
            for (Map.Entry<String, JsonNode> method : path.getValue().properties())
                for (Map.Entry<String, JsonNode> content :
                        method.getValue().path("requestBody").path("content").properties())
                    if (content.getKey().endsWith("json"))
                        collect(path.getKey(), method.getKey(), method.getValue(), content, all);
        return all;
    }

    private void collect(
            String path, String method, JsonNode operation, Map.Entry<String, JsonNode> content, List<TextPlace> into) {
        Role role = writer(operation.path("operationId").asText());
        collect(
                content.getValue().path("schema"),
                "",
                (pointer, free) -> into.add(new TextPlace(
                        method.toUpperCase(java.util.Locale.ROOT), fill(path), pointer, free, role, content.getKey())));
    }

    private Role writer(String operation) {
        AccessMatrix.Grants grants = matrix.of(operation).orElseThrow();
        return List.of(Role.secretariat, Role.auditor, Role.admin).stream()
                .filter(role -> grants.to(role) != Scope.none)
                .findFirst()
                .orElseThrow();
    }

    private String fill(String path) {
        String filled = path;
        for (Map.Entry<String, String> name : names.entrySet())
            if (path.startsWith(name.getKey().split("#")[0]))
                filled = filled.replace("{" + name.getKey().split("#")[1] + "}", name.getValue());
        if (filled.contains("{")) throw new AssertionError("say what to put for the parameters of " + path);
        return filled;
    }

    private interface Taker {
        void take(String pointer, boolean free);
    }

    /** A text is free when no form and no closed list says what it must be. */
    private void collect(JsonNode schema, String pointer, Taker into) {
        JsonNode its = resolved(schema);
        String type = its.path("type").isArray()
                ? its.path("type").get(0).asText()
                : its.path("type").asText();
        switch (type) {
            case "string" -> into.take(pointer, !its.has("enum") && !its.has("format"));
            case "array" -> collect(its.path("items"), pointer + "/0", into);
            case "object" ->
                its.path("properties")
                        .properties()
                        .forEach(field -> collect(field.getValue(), pointer + "/" + field.getKey(), into));
            default -> {
                if (!Set.of("integer", "number", "boolean").contains(type))
                    throw new AssertionError("of what type is " + pointer + "? " + its);
            }
        }
    }

    private JsonNode resolved(JsonNode schema) {
        if (!schema.has("$ref")) return schema;
        JsonNode target = contract.at(schema.path("$ref").asText().substring(1));
        return target instanceof ObjectNode ? resolved(target) : schema;
    }
}
