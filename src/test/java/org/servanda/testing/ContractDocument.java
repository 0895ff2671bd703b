package org.servanda.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import static io.restassured.RestAssured.given;

/**
 * The contract with each parameter, header and response in full where an operation refers to it, so that a test reads an operation
 * without following references. References to schemas stay, because a schema can contain itself.
 */
public final class ContractDocument {

    private static final Path COMMITTED = Path.of("openapi/openapi.yaml");
    private static final String SCHEMAS = "#/components/schemas/";

    private ContractDocument() {}

    /** The contract that the running program serves. */
    public static JsonNode served() {
        return parse(given().get("/openapi?format=json").asString());
    }

    /** The contract in the folder openapi. */
    public static JsonNode committed() {
        try {
            return resolved(new YAMLMapper().readTree(Files.readString(COMMITTED)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A contract from its JSON. */
    public static JsonNode parse(String json) {
        try {
            return resolved(new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the contract is not JSON", e);
        }
    }

    private static JsonNode resolved(JsonNode contract) {
        JsonNode resolved = contract.deepCopy();
        resolve(resolved.path("paths"), contract);
        return resolved;
    }

    private static void resolve(JsonNode node, JsonNode contract) {
        if (node instanceof ObjectNode object)
            object.properties().forEach(member -> member.setValue(full(member.getValue(), contract)));
        if (node instanceof ArrayNode array)
            for (int i = 0; i < array.size(); i++) array.set(i, full(array.get(i), contract));
    }

    private static JsonNode full(JsonNode node, JsonNode contract) {
        String reference = node.path("$ref").asText();
        JsonNode full = reference.isEmpty() || reference.startsWith(SCHEMAS)
                ? node
                : contract.at(reference.substring(1)).deepCopy();
        if (full.isMissingNode()) throw new AssertionError("the contract refers to nothing: " + reference);
        resolve(full, contract);
        return full;
    }
}
