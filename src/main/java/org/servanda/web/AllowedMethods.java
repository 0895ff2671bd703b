package org.servanda.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.enterprise.context.ApplicationScoped;

/** Which methods a path takes, read off the contract that is served: Quarkus answers 405 without Allow. */
@ApplicationScoped
class AllowedMethods {

    private final ObjectMapper mapper;
    private final OpenApiDocumentService contract;

    AllowedMethods(ObjectMapper mapper, OpenApiDocumentService contract) {
        this.mapper = mapper;
        this.contract = contract;
    }

    Optional<String> of(String path) {
        return paths().properties().stream()
                .filter(entry -> path.matches(entry.getKey().replaceAll("\\{[^/]+}", "[^/]+") + "/?"))
                .map(Map.Entry::getValue)
                .map(AllowedMethods::methods)
                .findFirst();
    }

    private JsonNode paths() {
        try {
            return mapper.readTree(contract.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON))
                    .path("paths");
        } catch (IOException e) {
            throw new UncheckedIOException("the contract in the program cannot be read", e);
        }
    }

    private static String methods(JsonNode operations) {
        TreeSet<String> methods = new TreeSet<>();
        operations.fieldNames().forEachRemaining(name -> methods.add(name.toUpperCase(Locale.ROOT)));
        if (methods.contains("GET")) methods.add("HEAD");
        methods.add("OPTIONS");
        return String.join(", ", methods);
    }
}
