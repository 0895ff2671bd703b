package org.servanda.web;

import java.util.List;
import java.util.Map;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Says once in the contract what holds for every operation: refusals, entity tags, not-modified answers. It runs when
 * the program is built, so that what is served is, byte for byte, what the build wrote into {@code openapi/}.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ContractFilter implements OASFilter {

    private static final Map<String, String> REFUSALS = Map.of(
            "400", "The query is wrong; errors name each parameter and what is allowed.",
            "404", "There is nothing under this code.",
            "406", "None of the media types asked for is available.",
            "500", "Something broke on our side; instance holds the id under which it is logged.",
            "503", "The store does not answer; Retry-After says in how many seconds to ask again.");

    @Override
    public void filterOpenAPI(OpenAPI openAPI) {
        openAPI.info(OASFactory.createInfo()
                .title("Servanda")
                .version("1")
                .description(
                        """
                        The open register in which the pledges of international cooperation instruments are kept, \
                        followed and proven. All times are UTC, all dates ISO 8601; texts are zh and en, a missing \
                        language is absent. A parameter or value that does not exist is refused, never ignored.""")
                .license(OASFactory.createLicense().name("Apache-2.0").identifier("Apache-2.0")));
        openAPI.servers(List.of(OASFactory.createServer().url("/").description("The host that served this contract.")));
        // Reading the published register needs no key.
        openAPI.security(List.of(OASFactory.createSecurityRequirement()));
        openAPI.getPaths().getPathItems().values().forEach(this::complete);
    }

    private void complete(PathItem item) {
        item.getOperations().values().forEach(operation -> {
            REFUSALS.keySet().stream().sorted().forEach(status -> {
                boolean nothingToMiss = status.equals("404") && !hasPathParameter(operation);
                if (!nothingToMiss) operation.getResponses().addAPIResponse(status, refusal(status));
            });
            APIResponse ok = operation.getResponses().getAPIResponse("200");
            ok.addHeader("ETag", text("Strong entity tag of these very bytes."));
            ok.addHeader(
                    "Servanda-Revision", text("Revision of the register that was read: the number of its last entry."));
            ok.addHeader("Cache-Control", text("no-cache: keep it, but ask again with If-None-Match."));
            operation
                    .getResponses()
                    .addAPIResponse(
                            "304",
                            OASFactory.createAPIResponse()
                                    .description("The client has this answer already: If-None-Match names its tag.")
                                    .addHeader("ETag", text("The same tag.")));
        });
    }

    private static boolean hasPathParameter(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> "path".equals(String.valueOf(parameter.getIn())));
    }

    private static APIResponse refusal(String status) {
        APIResponse response = OASFactory.createAPIResponse()
                .description(REFUSALS.get(status))
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
        return status.equals("503") ? response.addHeader("Retry-After", text("Seconds to wait.")) : response;
    }

    private static Header text(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }
}
