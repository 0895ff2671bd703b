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
import jakarta.enterprise.context.ApplicationScoped;

/** What the contract says of a path: the methods that it takes, and the media types that each of them answers in. */
@ApplicationScoped
class ServedContract {

    /** Matrix parameters and a slash at the end: a request finds its operation with them and without. */
    private static final Pattern DECORATION = Pattern.compile(";[^/]*|/$");

    /** A path of the contract. */
    private record PathItem(String template, Pattern pattern, Map<String, List<String>> typesByMethod) {}

    private final ObjectMapper mapper;
    private final OpenApiDocumentService document;

    /** Read when it is first asked for: it is fixed when the program is built. */
    private volatile Map<String, PathItem> pathItems;

    ServedContract(ObjectMapper mapper, OpenApiDocumentService document) {
        this.mapper = mapper;
        this.document = document;
    }

    /** The methods that a path takes, HEAD and OPTIONS among them; none for a path that is not in the contract. */
    Set<String> methods(String path) {
        return find(path)
                .map(item -> {
                    Set<String> methods = new TreeSet<>(item.typesByMethod.keySet());
                    if (methods.contains("GET")) methods.add("HEAD");
                    methods.add("OPTIONS");
                    return methods;
                })
                .orElse(Collections.emptySet());
    }

    /** The path as the contract writes it, with its parameters in braces; empty for one that is not in the contract. */
    Optional<String> template(String path) {
        return find(path).map(PathItem::template);
    }

    /** The media types that an operation answers in when all is well, in the order of the contract. */
    List<String> mediaTypes(String method, String path) {
        return find(path)
                .map(item -> item.typesByMethod.get(method.equals("HEAD") ? "GET" : method))
                .orElse(List.of());
    }

    /** One without parameters goes before one with, as it does when a request finds its method. */
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
            JsonNode items = mapper.readTree(document.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON))
                    .path("paths");
            Map<String, PathItem> byTemplate = new LinkedHashMap<>();
            items.properties().forEach(path -> byTemplate.put(path.getKey(), path(path.getKey(), path.getValue())));
            return byTemplate;
        } catch (IOException e) {
            throw new UncheckedIOException("the contract in the program cannot be read", e);
        }
    }

    private static PathItem path(String template, JsonNode item) {
        Map<String, List<String>> typesByMethod = new TreeMap<>();
        item.properties()
                .forEach(operation -> typesByMethod.put(
                        operation.getKey().toUpperCase(Locale.ROOT), mediaTypes(operation.getValue())));
        return new PathItem(template, Pattern.compile(template.replaceAll("\\{[^/]+}", "[^/]+")), typesByMethod);
    }

    private static List<String> mediaTypes(JsonNode operation) {
        List<String> types = new ArrayList<>();
        operation.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .forEach(response ->
                        response.getValue().path("content").fieldNames().forEachRemaining(types::add));
        return types.stream().distinct().toList();
    }
}
