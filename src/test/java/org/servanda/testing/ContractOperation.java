package org.servanda.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An operation of the contract that the program serves. A test that asks all of them also holds those that are added later.
 *
 * @param method such as GET
 * @param path with its parameters in braces
 * @param described the operation in the contract
 */
public record ContractOperation(String id, String method, String path, JsonNode described) {

    /** All operations, in the order of the contract. */
    public static List<ContractOperation> all() {
        List<ContractOperation> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path :
                ContractDocument.served().path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                all.add(new ContractOperation(
                        method.getValue().path("operationId").asText(),
                        method.getKey().toUpperCase(Locale.ROOT),
                        path.getKey(),
                        method.getValue()));
            }
        }
        if (all.size() < 50) throw new AssertionError("the contract has lost operations: " + all.size());
        return all;
    }

    /** The media types of its answer, in the order of the contract. */
    public List<String> mediaTypes() {
        List<String> types = new ArrayList<>();
        JsonNode responses = described.path("responses");
        JsonNode answer = responses.has("200") ? responses.path("200") : responses.path("201");
        answer.path("content").fieldNames().forEachRemaining(types::add);
        return types;
    }
}
