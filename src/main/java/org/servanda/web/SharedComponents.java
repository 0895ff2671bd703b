package org.servanda.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Moves the parameters, headers and refusals that several operations have into the components of the contract, and leaves references
 * ({@code $ref}) in their places. A reader of the contract then sees what is special about an operation. It runs after the filters
 * that complete the operations, because its priority is lower.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 0)
public class SharedComponents implements OASFilter {

    private static final int FEWEST_USES = 2;

    /**
     * One use of a parameter, a header or a response.
     *
     * @param name under which it can be shared
     * @param suffix for the name, where different forms have the same name
     * @param replace puts a reference in its place
     */
    private record Use<T>(String name, String suffix, T form, Consumer<T> replace) {}

    @Override
    public void filterOpenAPI(OpenAPI openAPI) {
        Components components = openAPI.getComponents();
        // Refusals first: afterwards a header of a shared refusal counts once.
        share(
                refusals(openAPI.getPaths()),
                name -> OASFactory.createAPIResponse().ref(name),
                components::addResponse);
        share(headers(openAPI), name -> OASFactory.createHeader().ref(name), components::addHeader);
        share(
                parameters(openAPI.getPaths()),
                name -> OASFactory.createParameter().ref(name),
                components::addParameter);
        putInReadingOrder(openAPI);
    }

    /** A reference says the type of what it refers to, so the type beside it is only a second copy. */
    @Override
    public Schema filterSchema(Schema schema) {
        if (schema.getRef() != null) schema.setType(null);
        return schema;
    }

    /** Answers that are no success; a success is different for each operation. */
    private static List<Use<APIResponse>> refusals(Paths paths) {
        List<Use<APIResponse>> uses = new ArrayList<>();
        paths.getPathItems()
                .forEach((path, item) -> item.getOperations().values().forEach(operation -> {
                    Map<String, APIResponse> responses =
                            operation.getResponses().getAPIResponses();
                    responses.forEach((status, response) -> {
                        if (status.compareTo("300") < 0) return;
                        uses.add(new Use<>(reasonPhrase(status), subject(path, ""), response, shared -> operation
                                .getResponses()
                                .addAPIResponse(status, shared)));
                    });
                }));
        return uses;
    }

    /** The name of a status in HTTP, such as TooManyRequests. */
    private static String reasonPhrase(String status) {
        return HttpResponseStatus.valueOf(Integer.parseInt(status))
                .reasonPhrase()
                .replace(" ", "");
    }

    private static List<Use<Header>> headers(OpenAPI openAPI) {
        List<Use<Header>> uses = new ArrayList<>();
        openAPI.getComponents().getResponses().forEach((name, response) -> uses.addAll(headers(response, "Of" + name)));
        openAPI.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().values().forEach(operation -> operation
                        .getResponses()
                        .getAPIResponses()
                        .values()
                        .forEach(response -> uses.addAll(headers(response, subject(path, ""))))));
        return uses;
    }

    private static List<Use<Header>> headers(APIResponse response, String suffix) {
        if (response.getHeaders() == null) return List.of();
        return response.getHeaders().entrySet().stream()
                .map(header -> new Use<>(header.getKey(), suffix, header.getValue(), (Consumer<Header>)
                        shared -> response.addHeader(header.getKey(), shared)))
                .toList();
    }

    private static List<Use<Parameter>> parameters(Paths paths) {
        List<Use<Parameter>> uses = new ArrayList<>();
        paths.getPathItems()
                .forEach((path, item) ->
                        item.getOperations().values().forEach(operation -> uses.addAll(parameters(path, operation))));
        return uses;
    }

    private static List<Use<Parameter>> parameters(String path, Operation operation) {
        if (operation.getParameters() == null) return List.of();
        List<Parameter> parameters = new ArrayList<>(operation.getParameters());
        List<Use<Parameter>> uses = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            int place = i;
            Parameter parameter = parameters.get(i);
            forgetOrigin(parameter);
            uses.add(new Use<>(parameter.getName(), suffix(path, parameter), parameter, shared -> {
                parameters.set(place, shared);
                operation.setParameters(parameters);
            }));
        }
        return uses;
    }

    /** Takes away the library's notes of the Java code, which it never writes out, and by which equal parameters are unequal. */
    private static void forgetOrigin(Parameter parameter) {
        parameter.removeExtension("x-smallrye-private-param-ref");
        Schema schema = parameter.getSchema();
        if (schema != null) schema.removeExtension("x-smallrye-private-schema-type-observers");
    }

    private static String suffix(String path, Parameter parameter) {
        if (parameter.getIn() != Parameter.In.HEADER) return subject(path, parameter.getName());
        return Boolean.TRUE.equals(parameter.getRequired()) ? "-required" : "-optional";
    }

    /** What a part of an address speaks of: the word before the parameter, or the last word of the path. */
    private static String subject(String path, String parameter) {
        String subject = "";
        for (String segment : path.split("/")) {
            if (segment.equals("{" + parameter + "}")) break;
            if (!segment.startsWith("{")) subject = segment;
        }
        StringBuilder words = new StringBuilder("Of");
        for (String word : subject.split("\\W"))
            words.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        return words.toString();
    }

    private static <T> void share(List<Use<T>> uses, Function<String, T> reference, BiConsumer<String, T> register) {
        Map<String, Map<T, List<Use<T>>>> usesByName = new TreeMap<>();
        uses.forEach(use -> usesByName
                .computeIfAbsent(use.name(), name -> new LinkedHashMap<>())
                .computeIfAbsent(use.form(), form -> new ArrayList<>())
                .add(use));
        Map<String, T> registered = new TreeMap<>();
        usesByName
                .values()
                .forEach(usesByForm -> usesByForm.forEach((form, same) -> {
                    if (same.size() < FEWEST_USES) return;
                    String name = name(same, usesByForm);
                    if (registered.put(name, form) != null)
                        throw new IllegalStateException(
                                "two shared forms are both named " + name + ": give them one wording");
                    same.forEach(use -> use.replace().accept(reference.apply(name)));
                }));
        registered.forEach(register);
    }

    /** The form that more than half of the uses have keeps the plain name. */
    private static <T> String name(List<Use<T>> same, Map<T, List<Use<T>>> usesByForm) {
        int all = usesByForm.values().stream().mapToInt(List::size).sum();
        Use<T> first = same.get(0);
        return same.size() * 2 > all ? first.name() : first.name() + first.suffix();
    }

    /** A document is written in the order in which its parts were set: what people read first goes before what is referred to. */
    private static void putInReadingOrder(OpenAPI openAPI) {
        move(openAPI.getInfo(), openAPI::setInfo);
        move(openAPI.getServers(), openAPI::setServers);
        move(openAPI.getSecurity(), openAPI::setSecurity);
        move(openAPI.getTags(), openAPI::setTags);
        move(openAPI.getPaths(), openAPI::setPaths);
        move(openAPI.getComponents(), openAPI::setComponents);
    }

    private static <T> void move(T part, Consumer<T> set) {
        set.accept(null);
        set.accept(part);
    }
}
