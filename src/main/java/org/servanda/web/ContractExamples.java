package org.servanda.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;

/**
 * Puts an example of its body into the contract at each operation that takes one, so that a reader can send it as it stands. The
 * examples are files, {@code contract/examples/<operationId>.json}, because JSON inside an annotation is hard to read.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ContractExamples implements OASFilter {

    private static final String FOLDER = "/contract/examples/";

    @Override
    public void filterOpenAPI(OpenAPI openAPI) {
        openAPI.getPaths().getPathItems().values().forEach(item -> item.getOperations()
                .values()
                .forEach(ContractExamples::addExample));
    }

    private static void addExample(Operation operation) {
        if (operation.getRequestBody() == null) return;
        Object example = read(FOLDER + operation.getOperationId() + ".json");
        // The first media type is the one that a client sends when it knows no better.
        operation
                .getRequestBody()
                .getContent()
                .getMediaTypes()
                .values()
                .iterator()
                .next()
                .example(example);
    }

    private static Object read(String file) {
        try (InputStream content = ContractExamples.class.getResourceAsStream(file)) {
            if (content == null) throw new IllegalStateException("an example of the body is missing: " + file);
            return new ObjectMapper().readValue(content, Object.class);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
