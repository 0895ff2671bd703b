package org.servanda.fuzzing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One operation as the contract has it.
 *
 * @param path with its parameters in braces
 * @param mediaTypes what its body may be; empty where it takes none
 * @param formats the media types of its answers when all is well
 */
record Operation(
        String name,
        String method,
        String path,
        List<Parameter> parameters,
        List<String> mediaTypes,
        JsonNode body,
        List<String> formats) {

    /**
     * @param place path, query or header
     * @param number its place in the list of parameters
     */
    record Parameter(String name, String place, boolean required, JsonNode schema, int number) {}

    static List<Operation> of(JsonNode contract) {
        List<Operation> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : contract.path("paths").properties())
            for (Map.Entry<String, JsonNode> method : path.getValue().properties())
                all.add(of(path.getKey(), method.getKey(), method.getValue()));
        return all;
    }

    private static Operation of(String path, String method, JsonNode described) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode one : described.path("parameters"))
            parameters.add(new Parameter(
                    one.path("name").asText(),
                    one.path("in").asText(),
                    one.path("required").asBoolean(),
                    one.path("schema"),
                    parameters.size()));
        List<String> mediaTypes = new ArrayList<>();
        JsonNode content = described.path("requestBody").path("content");
        content.fieldNames().forEachRemaining(mediaTypes::add);
        List<String> formats = new ArrayList<>();
        described.path("responses").path("200").path("content").fieldNames().forEachRemaining(formats::add);
        return new Operation(
                described.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                path,
                parameters,
                mediaTypes,
                mediaTypes.isEmpty() ? null : content.path(mediaTypes.get(0)).path("schema"),
                formats);
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
