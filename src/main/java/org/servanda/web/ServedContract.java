package org.servanda.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** The OpenAPI contract by path: the methods of a path, and the media types of each method's response. */
@ApplicationScoped
class ServedContract {

    /** The key of the match in the context of a request. */
    private static final String MATCH = ServedContract.class.getName();

    /** Matrix parameters and a trailing slash: the router finds the operation with and without them. */
    private static final Pattern DECORATION = Pattern.compile(";[^/]*|/$");

    /** One path of the contract. */
    private record PathItem(String template, Pattern pattern, Map<String, List<String>> typesByMethod) {}

    private final ObjectMapper mapper;
    private final OpenApiDocumentService document;

    /** Read on first use; it is fixed when the program is built. */
    private volatile Map<String, PathItem> pathItems;

    ServedContract(ObjectMapper mapper, OpenApiDocumentService document) {
        this.mapper = mapper;
        this.document = document;
    }

    /** The methods of a path, with HEAD and OPTIONS; empty for a path that is not in the contract. */
    Set<String> methods(RoutingContext context) {
        return match(context)
                .map(item -> {
                    Set<String> methods = new TreeSet<>(item.typesByMethod.keySet());
                    if (methods.contains("GET")) methods.add("HEAD");
                    methods.add("OPTIONS");
                    return methods;
                })
                .orElse(Collections.emptySet());
    }

    /** The path template, with its parameters in braces; empty for a path that is not in the contract. */
    Optional<String> template(RoutingContext context) {
        return match(context).map(PathItem::template);
    }

    /** The media types of an operation's successful responses, in the order of the contract. */
    List<String> mediaTypes(String method, RoutingContext context) {
        return match(context)
                .map(item -> item.typesByMethod.get(method.equals("HEAD") ? "GET" : method))
                .orElse(List.of());
    }

    /** The path item of a request. It is looked up once and then kept in the request's context. */
    private Optional<PathItem> match(RoutingContext context) {
        Optional<PathItem> known = context.get(MATCH);
        if (known != null) return known;
        String path = ProblemWriter.path(context);
        Optional<PathItem> match = path == null ? Optional.empty() : find(path);
        context.put(MATCH, match);
        return match;
    }

    /** Matches a path; a path without parameters takes precedence, as it does when the router finds the operation. */
    private Optional<PathItem> find(String path) {
        if (pathItems == null) pathItems = read();
        String plainPath = DECORATION.matcher(path).replaceAll("");
        PathItem exact = pathItems.get(plainPath);
        if (exact != null) return Optional.of(exact);
        return pathItems.values().stream()
                .filter(item -> item.pattern.matcher(plainPath).matches())
                .findFirst();
    }

    private Map<String, PathItem> read() {
        try {
            JsonNode contract =
                    mapper.readTree(document.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON));
            Map<String, PathItem> byTemplate = new LinkedHashMap<>();
            contract.path("paths")
                    .properties()
                    .forEach(path -> byTemplate.put(path.getKey(), path(contract, path.getKey(), path.getValue())));
            return byTemplate;
        } catch (IOException e) {
            throw new UncheckedIOException("the contract in the program cannot be read", e);
        }
    }

    private static PathItem path(JsonNode contract, String template, JsonNode item) {
        Map<String, List<String>> typesByMethod = new TreeMap<>();
        item.properties()
                .forEach(operation -> typesByMethod.put(
                        operation.getKey().toUpperCase(Locale.ROOT), mediaTypes(contract, operation.getValue())));
        return new PathItem(template, Pattern.compile(template.replaceAll("\\{[^/]+}", "[^/]+")), typesByMethod);
    }

    private static List<String> mediaTypes(JsonNode contract, JsonNode operation) {
        List<String> types = new ArrayList<>();
        operation.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .forEach(response -> resolve(contract, response.getValue())
                        .path("content")
                        .fieldNames()
                        .forEachRemaining(types::add));
        return types.stream().distinct().toList();
    }

    /** A response that several operations have stands once in the contract, and they refer to it. */
    private static JsonNode resolve(JsonNode contract, JsonNode response) {
        JsonNode reference = response.path("$ref");
        return reference.isMissingNode()
                ? response
                : contract.at(reference.asText().substring(1));
    }
}
