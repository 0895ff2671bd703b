package org.servanda.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

import org.servanda.time.IsoTime;

/**
 * OpenAPI filter that adds to each operation what holds for every operation: who may call it, problems, entity tags,
 * 304 responses. It runs when the program is built, so that the served contract is, byte for byte, what the build wrote
 * into {@code openapi/}.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ContractFilter implements OASFilter {

    private static final String BEARER = "bearer";

    private static final Map<String, String> REFUSALS = Map.ofEntries(
            Map.entry(
                    "400", "The query or the body is wrong; errors name each parameter or place and what is allowed."),
            Map.entry("401", "A key or token is needed, or the one given does not count."),
            Map.entry("403", "The caller's role or party may not do this."),
            Map.entry("404", "There is nothing under this code."),
            Map.entry("406", "None of the media types asked for is available."),
            Map.entry("408", "The body came too slowly; the connection is closed."),
            Map.entry("409", "It does not fit the present state; code and detail say why."),
            Map.entry("412", "The state has changed since it was read; current holds it as it is now."),
            Map.entry("413", "The body is too large."),
            Map.entry("415", "The body has a media type that is not read here."),
            Map.entry("422", "The Idempotency-Key was used for another request."),
            Map.entry("428", "If-Match is missing."),
            Map.entry(
                    "429",
                    "Too many keys that are not valid came from this address, or the client has as much in work as one may have"
                            + " at one time; code says which, Retry-After how long to wait."),
            Map.entry("500", "Something broke on our side; instance holds the id under which it is logged."),
            Map.entry(
                    "503",
                    "The store does not answer, or the identity provider whose token was sent, or the node has as much in work"
                            + " as it can do; Retry-After says in how many seconds to ask again."));

    private static final Map<String, String> HEADERS = Map.of(
            "Idempotency-Key",
            "Names this change, such as a UUID. Sent again with the same body within 24 hours, it is answered as the"
                    + " first time and nothing is done twice.",
            "If-Match",
            "The ETag of the record as you have seen it, without fields=, asOf and knownAt.");

    private static final String IDEMPOTENCY_KEY_WITHOUT_DRY_RUN =
            " Needed unless dryRun=true: a dry run records nothing, so that nothing can be done twice.";

    /** The groups of operations, in the order in which people need them, each with what it is about. */
    private static final Map<String, String> TAGS = tags();

    /** The problem statuses that every request can get. */
    private static final Set<String> ALWAYS = Set.of("400", "401", "403", "406", "429", "500", "503");

    private static final Set<String> WITH_BODY = Set.of("408", "413", "415");

    private static final Map<PathItem.HttpMethod, Set<String>> BY_METHOD = Map.of(
            PathItem.HttpMethod.POST, Set.of("409", "422"),
            PathItem.HttpMethod.PATCH, Set.of("409", "412", "428"));

    @Override
    public void filterOpenAPI(OpenAPI openAPI) {
        openAPI.info(OASFactory.createInfo()
                .title("Servanda")
                .version("1")
                .description(
                        """
                        The open register in which the commitments of international cooperation instruments are kept, \
                        followed and proven. All times are UTC, all dates ISO 8601, all of them from %s to %s; texts are zh \
                        and en, a missing language is absent. A parameter or value that does not exist is refused, \
                        never ignored."""
                                .formatted(IsoTime.FIRST, IsoTime.LAST))
                .license(OASFactory.createLicense().name("Apache-2.0").identifier("Apache-2.0")));
        openAPI.servers(List.of(OASFactory.createServer().url("/").description("The host that served this contract.")));
        openAPI.tags(TAGS.entrySet().stream()
                .map(tag -> OASFactory.createTag().name(tag.getKey()).description(tag.getValue()))
                .toList());
        // Each operation names its own security requirement; there is none for all.
        openAPI.security(List.of(OASFactory.createSecurityRequirement()));
        Components components =
                openAPI.getComponents() == null ? OASFactory.createComponents() : openAPI.getComponents();
        if (components.getSchemas() != null) describeTimes(components.getSchemas());
        openAPI.components(components.addSecurityScheme(
                BEARER,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme(BEARER)
                        .bearerFormat("svd_… or JWT")
                        .description(
                                "An API key, as it was shown once when it was issued; or an access token of the identity provider,"
                                        + " where single sign-on is set up.")));
        openAPI.getPaths().getPathItems().values().forEach(item -> item.getOperations()
                .forEach(ContractFilter::complete));
    }

    private static Map<String, String> tags() {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("Commitments", "What was agreed, where it stands, and counts of it.");
        tags.put("Progress", "Updates on commitments, and the decisions on them.");
        tags.put("Reports", "Files for auditors and ministers, in formats that agree with each other.");
        tags.put("Milestones", "The steps of a commitment: planned, expected, achieved.");
        tags.put("Evidence", "What backs updates, assessments and milestones: links and files.");
        tags.put("Assessments", "What independent assessors found, beside what was reported.");
        tags.put(
                "Cycles",
                "For which period and until when updates are asked for, and what was seen when the cycle closed.");
        tags.put("Links", "Where another instrument has the same or a related commitment, and who checked it.");
        tags.put("Files", "Files that are evidence, each under the SHA-256 of its bytes.");
        tags.put("Instruments", "Source documents, their texts and passages.");
        tags.put("Reference data", "Parties, areas and the words of the register.");
        tags.put(
                "Log",
                "The ledger as a transparency log: signed checkpoints, entries, and proofs that anyone can check.");
        tags.put("Access", "Keys, and what each role may do.");
        return Collections.unmodifiableMap(tags);
    }

    private static void complete(PathItem.HttpMethod method, Operation operation) {
        boolean reading = method == PathItem.HttpMethod.GET;
        if (operation.getSecurity() == null || operation.getSecurity().isEmpty()) operation.security(security(reading));
        refusals(method, operation).forEach(status -> operation.getResponses().addAPIResponse(status, refusal(status)));
        // Without its body, an operation that has one answers 400.
        if (operation.getRequestBody() != null) operation.getRequestBody().required(true);
        if (reading) describeCaching(operation);
        describeHeaders(operation);
        describeDays(operation);
        APIResponse created = operation.getResponses().getAPIResponse("201");
        if (created != null) created.addHeader("Location", text("Where it is found from now on."));
    }

    /** The security requirements: reading the published register needs no key. */
    private static List<SecurityRequirement> security(boolean reading) {
        SecurityRequirement bearer = OASFactory.createSecurityRequirement().addScheme(BEARER);
        return reading ? List.of(OASFactory.createSecurityRequirement(), bearer) : List.of(bearer);
    }

    /** The problem statuses of an operation, in order, without those that the operation describes itself. */
    private static SortedSet<String> refusals(PathItem.HttpMethod method, Operation operation) {
        SortedSet<String> statuses = new TreeSet<>(ALWAYS);
        if (hasPathParameter(operation)) statuses.add("404");
        if (operation.getRequestBody() != null) statuses.addAll(WITH_BODY);
        statuses.addAll(BY_METHOD.getOrDefault(method, Set.of()));
        // Quarkus adds some of them by itself, with a short text and without a body.
        statuses.removeIf(status -> operation.getResponses().hasAPIResponse(status)
                && operation.getResponses().getAPIResponse(status).getContent() != null);
        return statuses;
    }

    /** Describes the header parameters that several operations share. */
    private static void describeHeaders(Operation operation) {
        if (operation.getParameters() == null) return;
        boolean canRunDry =
                operation.getParameters().stream().anyMatch(parameter -> "dryRun".equals(parameter.getName()));
        operation.getParameters().forEach(parameter -> {
            String description = HEADERS.get(parameter.getName());
            if (description != null) parameter.description(description).required(true);
            if (canRunDry && "Idempotency-Key".equals(parameter.getName()))
                parameter
                        .description(description + IDEMPOTENCY_KEY_WITHOUT_DRY_RUN)
                        .required(null);
        });
    }

    /**
     * Describes the bounds of days and moments in words, since JSON Schema has no bounds for dates; at the two schemas
     * that all properties refer to.
     */
    private static void describeTimes(Map<String, Schema> schemas) {
        if (schemas.containsKey("LocalDate")) schemas.get("LocalDate").description("A day, " + IsoTime.BOUNDS + ".");
        if (schemas.containsKey("Instant"))
            schemas.get("Instant").description("A moment with its zone (RFC 3339), " + IsoTime.BOUNDS + ".");
    }

    /** Adds the bounds of days to the description of each query parameter that is a day. */
    private static void describeDays(Operation operation) {
        if (operation.getParameters() == null) return;
        operation.getParameters().stream()
                .filter(parameter -> parameter.getSchema() != null
                        && "date".equals(parameter.getSchema().getFormat()))
                .forEach(parameter ->
                        parameter.description(parameter.getDescription() + " Days go " + IsoTime.BOUNDS + "."));
    }

    private static void describeCaching(Operation operation) {
        APIResponse ok = operation.getResponses().getAPIResponse("200");
        if (ok == null) return;
        ok.addHeader("ETag", text("Strong entity tag of these very bytes."));
        ok.addHeader("Servanda-As-Of", text("The day whose state was read."));
        ok.addHeader("Servanda-Known-At", text("When the last entry that counts was recorded (UTC)."));
        ok.addHeader(
                "Servanda-Revision", text("Revision of the register that was read: the number of its last entry."));
        ok.addHeader(
                "Cache-Control",
                text("no-cache: keep it, but ask again with If-None-Match; private too, when a key was sent."));
        operation
                .getResponses()
                .addAPIResponse(
                        "304",
                        OASFactory.createAPIResponse()
                                .description("The client has this answer already: If-None-Match names its tag.")
                                .addHeader("ETag", text("The same tag.")));
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
        return switch (status) {
            case "401" ->
                response.addHeader(
                        "WWW-Authenticate", text("The challenge of RFC 6750, with the error where there is one."));
            case "429", "503" -> response.addHeader("Retry-After", text("Seconds to wait."));
            default -> response;
        };
    }

    private static Header text(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }
}
