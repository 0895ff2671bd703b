package org.servanda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The contract as a text that people read: readable names, a description of each operation, nothing said twice. */
class ContractStyleTest {

    private static JsonNode contract;

    @BeforeAll
    static void read() throws IOException {
        contract = new YAMLMapper().readTree(Files.readString(Path.of("openapi/openapi.yaml")));
    }

    private static void forEachOperation(BiConsumer<String, JsonNode> judge) {
        contract.path("paths")
                .forEach(path -> path.forEach(
                        operation -> judge.accept(operation.path("operationId").asText(), operation)));
    }

    @Test
    void noNameIsMadeUpByALibrary() {
        List<String> madeUp = new ArrayList<>();
        contract.path("components").path("schemas").fieldNames().forEachRemaining(name -> {
            if (name.matches(".*\\d")) madeUp.add(name);
        });
        assertEquals(List.of(), madeUp, "give the type a name of its own: @Schema(name = …)");
    }

    @Test
    void everyOperationHasADescriptionThatSaysMoreThanItsSummary() {
        List<String> wrong = new ArrayList<>();
        forEachOperation((name, operation) -> {
            String description = operation.path("description").asText();
            String summary = operation.path("summary").asText();
            if (description.length() < 40 || description.contains(summary) || !description.endsWith("."))
                wrong.add(name);
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyBodyHasAnExample() {
        List<String> wrong = new ArrayList<>();
        forEachOperation((name, operation) -> {
            if (operation.has("requestBody") && operation.path("requestBody").findValue("example") == null)
                wrong.add(name);
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void aParameterThatSeveralOperationsHaveStandsOnce() {
        Map<JsonNode, Integer> uses = new HashMap<>();
        forEachOperation((name, operation) ->
                operation.path("parameters").forEach(parameter -> uses.merge(parameter, 1, Integer::sum)));
        uses.keySet().removeIf(parameter -> parameter.has("$ref"));
        assertTrue(uses.values().stream().allMatch(count -> count == 1), () -> "stands twice: " + uses);
    }

    @Test
    void aRefusalThatSeveralOperationsHaveStandsOnce() {
        List<String> wrong = new ArrayList<>();
        forEachOperation(
                (name, operation) -> operation.path("responses").properties().forEach(response -> {
                    boolean refusal = response.getKey().compareTo("300") >= 0;
                    if (refusal && !response.getValue().has("$ref")) wrong.add(name + " " + response.getKey());
                }));
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyGroupIsDescribedAndStandsInTheOrderInWhichPeopleNeedIt() {
        assertEquals(
                List.of(
                        "Commitments",
                        "Progress",
                        "Reports",
                        "Milestones",
                        "Evidence",
                        "Assessments",
                        "Cycles",
                        "Links",
                        "Files",
                        "Instruments",
                        "Reference data",
                        "Log",
                        "Access"),
                contract.path("tags").findValuesAsText("name"));
        assertEquals(
                contract.path("tags").size(),
                contract.path("tags").findValuesAsText("description").size());
        List<String> known = contract.path("tags").findValuesAsText("name");
        forEachOperation((name, operation) -> operation
                .path("tags")
                .forEach(tag -> assertTrue(known.contains(tag.asText()), () -> name + " is in no group")));
    }

    @Test
    void anIdempotencyKeyIsRequiredWhereThereIsNoDryRun() {
        String required = "#/components/parameters/Idempotency-Key";
        List<String> wrong = new ArrayList<>();
        forEachOperation((name, operation) -> {
            List<String> parameters = operation.path("parameters").findValuesAsText("$ref");
            boolean dryRun = parameters.contains("#/components/parameters/dryRun");
            boolean key = parameters.contains(dryRun ? required + "-optional" : required);
            boolean post = contract.path("paths").findParents("post").stream()
                    .anyMatch(path -> path.path("post").equals(operation));
            if (post != key) wrong.add(name);
        });
        assertEquals(List.of(), wrong);
        JsonNode parameters = contract.path("components").path("parameters");
        assertTrue(parameters.path("Idempotency-Key").path("required").asBoolean());
        assertTrue(parameters.path("Idempotency-Key-optional").path("required").isMissingNode());
    }
}
