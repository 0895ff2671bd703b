package org.servanda.fuzzing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import org.servanda.testing.ContractOperation;

/**
 * An operation, with what a request to it is made of.
 *
 * @param path with its parameters in braces
 * @param mediaTypes what its body may be; empty where it takes none
 */
record FuzzedOperation(
        String name, String method, String path, List<Parameter> parameters, List<String> mediaTypes, JsonNode body) {

    /**
     * @param place path, query or header
     * @param number its place in the list of parameters
     */
    record Parameter(String name, String place, boolean required, JsonNode schema, int number) {}

    static List<FuzzedOperation> all() {
        return ContractOperation.all().stream().map(FuzzedOperation::of).toList();
    }

    private static FuzzedOperation of(ContractOperation operation) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode one : operation.described().path("parameters"))
            parameters.add(new Parameter(
                    one.path("name").asText(),
                    one.path("in").asText(),
                    one.path("required").asBoolean(),
                    one.path("schema"),
                    parameters.size()));
        JsonNode content = operation.described().path("requestBody").path("content");
        List<String> mediaTypes = new ArrayList<>();
        content.fieldNames().forEachRemaining(mediaTypes::add);
        return new FuzzedOperation(
                operation.id(),
                operation.method(),
                operation.path(),
                parameters,
                mediaTypes,
                mediaTypes.isEmpty() ? null : content.path(mediaTypes.get(0)).path("schema"));
    }

    /** The way from the root of the contract to something that this operation says. */
    String[] wayTo(String... steps) {
        return Stream.concat(Stream.of("paths", path, method.toLowerCase(Locale.ROOT)), Stream.of(steps))
                .toArray(String[]::new);
    }

    boolean reads() {
        return method.equals("GET");
    }

    boolean takesBytes() {
        return body != null && body.path("format").asText().equals("binary");
    }

    boolean patches() {
        return method.equals("PATCH");
    }

    /** The segment before a parameter of the path: what kind of thing the parameter names. */
    String kindOf(String parameter) {
        String before = path.substring(0, path.indexOf("/{" + parameter + "}"));
        String last = before.substring(before.lastIndexOf('/') + 1);
        return last.startsWith("{") ? last.substring(1, last.length() - 1) : last;
    }

    /** The last segment of the path that is no parameter: what kind of thing a list holds, or a POST makes. */
    String kind() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
