package org.servanda.visibility;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.specification.RequestSpecification;

import org.servanda.testing.ContractDocument;

import static io.restassured.RestAssured.given;

/**
 * Every question that can be asked: each GET of the contract, with each value that is known for what its address names, and
 * in the ways in which it could tell more than it should. What the contract gets later is asked without being told, or
 * fails here for want of a value.
 *
 * @param values for each parameter of a path, behind the word before it: {@code updates/{id}}
 * @param needed for each parameter of a query that must be given
 */
record ExhaustiveReads(
        Map<String, List<String>> values, Map<String, String> needed, List<String> searched, List<Long> moments) {

    /** The answers to one caller, by address. */
    Map<String, CapturedResponse> as(String key) {
        return as(key, address -> true);
    }

    /** Those to the addresses that are wanted. */
    Map<String, CapturedResponse> as(String key, Predicate<String> wanted) {
        Map<String, CapturedResponse> answers = new LinkedHashMap<>();
        addresses().stream().filter(wanted).forEach(address -> answers.put(address, asked("GET", address, key)));
        return answers;
    }

    static CapturedResponse asked(String method, String address, String key) {
        RequestSpecification request = given().urlEncodingEnabled(false);
        if (key != null) request.auth().oauth2(key);
        return CapturedResponse.of(request.request(method, address));
    }

    List<String> addresses() {
        List<String> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path :
                ContractDocument.served().path("paths").properties())
            if (path.getValue().has("get"))
                for (String filled : filled(path.getKey()))
                    all.addAll(ways(filled, path.getValue().get("get")));
        return all;
    }

    /** A path with each of the values for each of its parameters. */
    private List<String> filled(String path) {
        List<String> filled = List.of("");
        String word = "";
        for (String step : path.substring(1).split("/")) {
            boolean parameter = step.startsWith("{");
            if (!parameter) word = step;
            String name = word + "/" + step;
            List<String> steps = parameter ? values.get(name) : List.of(step);
            if (steps == null) throw new AssertionError("say for " + path + " which values there are for " + name);
            filled = filled.stream()
                    .flatMap(before -> steps.stream().map(next -> before + "/" + next))
                    .toList();
        }
        return filled;
    }

    private List<String> ways(String path, JsonNode operation) {
        Map<String, Boolean> parameters = new LinkedHashMap<>();
        operation.path("parameters").forEach(each -> {
            if (each.path("in").asText().equals("query"))
                parameters.put(each.path("name").asText(), each.path("required").asBoolean());
        });
        List<String> first = new ArrayList<>();
        parameters.forEach((name, required) -> {
            if (!required) return;
            if (!needed.containsKey(name)) throw new AssertionError("say for " + path + " what to ask with " + name);
            first.add(name + "=" + needed.get(name));
        });
        boolean report = parameters.containsKey("format");
        if (report && parameters.containsKey("instrument")) first.add("instrument=ACJS-2024");
        List<String> ways = new ArrayList<>(List.of(address(path, first)));
        if (parameters.containsKey("q") && !report)
            searched.forEach(text -> ways.add(address(path, first, "q=" + text)));
        if (parameters.containsKey("count")) ways.add(address(path, first, "count=true"));
        if (parameters.containsKey("state"))
            for (String state : List.of("submitted", "returned", "accepted"))
                ways.add(address(path, first, "state=" + state));
        if (report) ways.add(address(path, first, "format=csv"));
        if (operation.path("responses").path("200").path("content").has("application/zip"))
            ways.add(address(path, first, "format=bundle"));
        if (parameters.containsKey("knownAt") && !report)
            moments.forEach(moment -> ways.add(address(path, first, "knownAt=" + moment)));
        return ways;
    }

    private static String address(String path, List<String> parameters, String... more) {
        List<String> all = new ArrayList<>(parameters);
        all.addAll(List.of(more));
        return all.isEmpty() ? path : path + "?" + String.join("&", all);
    }
}
