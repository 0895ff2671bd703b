package org.servanda.testing;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;

/**
 * A request as the page to try the contract fills it in before a reader has typed anything: with the examples of the contract, and
 * the default values where there is no example.
 */
public record ExampleRequest(ContractOperation operation) {

    /** The request for the operation with this id. */
    public static ExampleRequest of(String operationId) {
        return ContractOperation.all().stream()
                .filter(operation -> operation.id().equals(operationId))
                .map(ExampleRequest::new)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no operation is named " + operationId));
    }

    /** The value that is filled in for a parameter; empty where nothing is. */
    public static Optional<String> value(JsonNode parameter) {
        JsonNode example = parameter.path("example");
        JsonNode value = example.isMissingNode() ? parameter.path("schema").path("default") : example;
        if (value.isMissingNode()) return Optional.empty();
        if (!value.isArray()) return Optional.of(value.asText());
        return Optional.of(StreamSupport.stream(value.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(",")));
    }

    /** The path with its examples; a parameter without one stays in braces. */
    public String path() {
        String path = operation.path();
        for (JsonNode parameter : operation.described().path("parameters"))
            if (parameter.path("in").asText().equals("path"))
                path = path.replace(
                        "{" + parameter.path("name").asText() + "}",
                        value(parameter).orElse("{" + parameter.path("name").asText() + "}"));
        return path;
    }

    public Response get(String bearer) {
        return with(bearer).get(path());
    }

    /** Sends a POST with a new Idempotency-Key. */
    public Response post(String bearer) {
        return withBody(bearer)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post(path());
    }

    /** Sends a POST without an Idempotency-Key. */
    public Response postWithoutKey(String bearer, boolean dryRun) {
        return withBody(bearer).queryParam("dryRun", dryRun).post(path());
    }

    /** Sends a PATCH of the record as it is now. */
    public Response patch(String bearer) {
        String tag = given().auth().oauth2(bearer).get(path()).header("ETag");
        return withBody(bearer).header("If-Match", tag).patch(path());
    }

    /** The example of the body; missing where the contract has none. */
    public JsonNode body() {
        return content().path("example");
    }

    private JsonNode content() {
        return operation.described().path("requestBody").path("content").path(mediaType());
    }

    private String mediaType() {
        return operation
                .described()
                .path("requestBody")
                .path("content")
                .fieldNames()
                .next();
    }

    private RequestSpecification with(String bearer) {
        // A path with a colon is another one when the colon is escaped.
        RequestSpecification request = given().urlEncodingEnabled(false).auth().oauth2(bearer);
        for (JsonNode parameter : operation.described().path("parameters"))
            if (parameter.path("in").asText().equals("query")
                    && !parameter.path("name").asText().equals("dryRun"))
                value(parameter)
                        .ifPresent(value ->
                                request.queryParam(parameter.path("name").asText(), value));
        return request;
    }

    private RequestSpecification withBody(String bearer) {
        JsonNode body = body();
        EncoderConfig encoder =
                RestAssured.config().getEncoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false);
        return with(bearer)
                .config(RestAssured.config().encoderConfig(encoder))
                .contentType(mediaType())
                .body((body.isTextual() ? body.asText() : body.toString()).getBytes(StandardCharsets.UTF_8));
    }
}
