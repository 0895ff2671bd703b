package org.servanda.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;

/** Holds every answer below /api against the OpenAPI 3.1 contract and its JSON Schemas (2020-12). */
public class ContractValidator implements Filter {

    /** Answers that no operation can describe, since they come before or beside all operations. */
    private static final Set<Integer> BESIDE_OPERATIONS = Set.of(404, 405, 413, 414, 415);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<Integer, ContractValidator> SERVED = new ConcurrentHashMap<>();
    private static final String HERE = "mem:openapi";

    /** The library warns of each word of the document that is none of JSON Schema; kept here, since loggers are forgotten. */
    private static final Logger LIBRARY = Logger.getLogger("com.networknt.schema");

    static {
        LIBRARY.setLevel(Level.SEVERE);
    }

    private final JsonNode document;
    private final Schema answers;

    /** For requests with fields=: of a commitment only its code is required. */
    private final Schema thinnedAnswers;

    /** Says as well what a server may leave to others, and this one does not: that a day is a day and a moment a moment. */
    private final Schema inputs;

    /** The registry would read the whole document again for each place in it. */
    private final Map<List<String>, Schema> known = new ConcurrentHashMap<>();

    public ContractValidator(String json) {
        document = ContractDocument.parse(json);
        answers = read(document.toString(), false);
        thinnedAnswers = read(thinned(document).toString(), false);
        inputs = read(document.toString(), true);
    }

    /** The contract as a request with fields= reads it: the views whose fields can be chosen keep only their code. */
    private static JsonNode thinned(JsonNode document) {
        JsonNode thinned = document.deepCopy();
        if (thinned.at("/components/schemas/Commitment/required") instanceof ArrayNode required)
            required.removeAll().add("code");
        return thinned;
    }

    private static Schema read(String json, boolean formats) {
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(formats).build();
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder -> builder.schemas(Map.of(HERE, json)).schemaRegistryConfig(config))
                .getSchema(SchemaLocation.of(HERE));
    }

    /** The whole document, with parameters, headers and responses in full at each operation. */
    public JsonNode document() {
        return document;
    }

    /**
     * What the contract finds wrong with a value that is sent.
     *
     * @param steps the way to its schema, from the root of the document
     */
    public List<String> refuses(JsonNode value, String... steps) {
        return validate(inputs, value, steps);
    }

    /** The contract that the service on this port serves. */
    public static ContractValidator servedAt(int port) {
        return SERVED.computeIfAbsent(port, p -> {
            URI address = URI.create("http://localhost:" + p + "/openapi?format=json");
            try {
                return new ContractValidator(HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                        .body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification answer, FilterContext context) {
        Response response = context.next(request, answer);
        String path = request.getDerivedPath();
        if (!path.startsWith("/api/")
                || path.startsWith("/api/v1/test-")
                || request.getMethod().equals("OPTIONS")) return response;
        List<String> faults = check(
                request.getMethod(),
                target(request),
                response.statusCode(),
                response.contentType(),
                response.asString());
        if (!faults.isEmpty())
            throw new AssertionError(
                    request.getMethod() + " " + request.getURI() + " -> " + response.statusCode() + ": " + faults);
        return response;
    }

    /** The path with its query, however the request was given its parameters. */
    private static String target(FilterableRequestSpecification request) {
        String query = URI.create(request.getURI()).getRawQuery();
        return request.getDerivedPath() + (query == null ? "" : "?" + query);
    }

    /**
     * What is wrong with an answer; empty when it is what the contract says.
     *
     * @param target path and query of the request
     */
    public List<String> check(String method, String target, int status, String type, String body) {
        String path = target.replaceAll("\\?.*", "");
        Schema root = target.matches(".*[?&]fields=.*") ? thinnedAnswers : answers;
        JsonNode operation = operation(method, path);
        JsonNode described = operation.path("responses").path("" + status);
        if (described.isMissingNode()) {
            if (!BESIDE_OPERATIONS.contains(status)) return List.of("status " + status + " is not in the contract");
            if (method.equals("HEAD")) return body.isEmpty() ? List.of() : List.of("a body to HEAD");
            return validate(root, body, "components", "schemas", "Problem");
        }
        JsonNode content = described.path("content");
        if (content.isMissingNode() || method.equals("HEAD"))
            return body.isEmpty() ? List.of() : List.of("a body where the contract has none");
        String mime = type.split(";")[0].strip();
        boolean json = mime.endsWith("/json") || mime.endsWith("+json");
        // Bytes of whatever type, which no schema describes.
        if (content.has("*/*") && !json) return List.of();
        if (!content.has(mime)) return List.of("media type " + mime + " is not in the contract");
        if (!json) return List.of();
        String operationName = method.toLowerCase(Locale.ROOT);
        return validate(
                root,
                body,
                "paths",
                template(path),
                operationName,
                "responses",
                "" + status,
                "content",
                mime,
                "schema");
    }

    private JsonNode operation(String method, String path) {
        String name = method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
        return document.path("paths").path(template(path)).path(name);
    }

    /** The path of the contract that fits; one without parameters goes before one with. */
    private String template(String path) {
        String best = "";
        for (String template : (Iterable<String>) () -> document.path("paths").fieldNames()) {
            boolean fits = path.matches(template.replaceAll("\\{[^/]+}", "[^/]+") + "/?");
            if (fits && (best.isEmpty() || !template.contains("{"))) best = template;
        }
        return best;
    }

    private List<String> validate(Schema root, String body, String... steps) {
        try {
            return validate(root, JSON.readTree(body), steps);
        } catch (JsonProcessingException e) {
            return List.of("not JSON: " + e.getOriginalMessage());
        }
    }

    private List<String> validate(Schema root, JsonNode value, String... steps) {
        List<String> place = new ArrayList<>(List.of(steps));
        place.add(root == inputs ? "sent" : root == answers ? "answered" : "thinned");
        List<String> faults = new ArrayList<>();
        known.computeIfAbsent(place, unseen -> schema(root, steps))
                .validate(value)
                .forEach(fault -> faults.add(fault.toString()));
        return faults;
    }

    private Schema schema(Schema root, String... steps) {
        NodePath path = new NodePath(PathType.JSON_POINTER);
        JsonNode around = document;
        for (String step : steps) {
            path = around.isArray() ? path.append(Integer.parseInt(step)) : path.append(step);
            around = around.isArray() ? around.path(Integer.parseInt(step)) : around.path(step);
        }
        return root.getSubSchema(path);
    }
}
