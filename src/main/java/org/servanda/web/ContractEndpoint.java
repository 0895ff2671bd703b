package org.servanda.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Serves the OpenAPI contract, compressed and with an entity tag: it is large, and clients often ask whether it has
 * changed.
 */
@ApplicationScoped
class ContractEndpoint {

    /** The contract in one format, made once: it is fixed when the program is built. */
    private record Document(Buffer plain, String tag, Buffer compressed, String compressedTag) {

        static Document of(byte[] text) {
            byte[] compressed = Gzip.compress(text);
            return new Document(
                    Buffer.buffer(text),
                    EntityTags.of(text, false),
                    Buffer.buffer(compressed),
                    EntityTags.of(text, true));
        }
    }

    private final OpenApiDocumentService documents;
    private final ProblemWriter problems;
    private final Map<Format, Document> documentsByFormat = new EnumMap<>(Format.class);

    ContractEndpoint(OpenApiDocumentService documents, ProblemWriter problems) {
        this.documents = documents;
        this.problems = problems;
    }

    void filter(@Observes Filters filters) {
        filters.register(this::serve, FilterOrder.CONTRACT);
    }

    private void serve(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (PublicPage.at(context.normalizedPath())
                .filter(PublicPage.contract::equals)
                .isEmpty()) {
            context.next();
            return;
        }
        List<String> requestedFormats = context.queryParam("format");
        if (requestedFormats.stream().anyMatch(word -> format(word).isEmpty())) {
            problems.write(
                    context,
                    ProblemException.parameters(
                            List.of(EnumParameters.fault("format", requestedFormats.get(0), List.of("json", "yaml")))));
            return;
        }
        Optional<Format> format = requestedFormats.isEmpty()
                ? byEnding(context.normalizedPath()).or(() -> AcceptedTypes.of(request.getHeader(HttpHeaders.ACCEPT))
                        .best(List.of(Format.YAML, Format.JSON), Format::getMimeType))
                : format(requestedFormats.get(0));
        AcceptedCodings codings = AcceptedCodings.of(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        if (format.isEmpty() || codings.acceptsNothing())
            problems.write(
                    context,
                    ProblemType.NOT_ACCEPTABLE,
                    "The contract is application/yaml or application/json, as it is or with gzip.");
        else send(context, format.get(), codings.prefersGzip() || !codings.acceptsIdentity());
    }

    private void send(RoutingContext context, Format format, boolean compressed) {
        HttpServerResponse response = context.response();
        Document document = documentFor(format);
        String tag = compressed ? document.compressedTag : document.tag;
        response.putHeader(HttpHeaders.ETAG, tag).putHeader(HttpHeaders.VARY, "Accept, Accept-Encoding");
        if (EntityTags.matches(context.request().getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
            response.setStatusCode(304).end();
            return;
        }
        Buffer body = compressed ? document.compressed : document.plain;
        response.putHeader(HttpHeaders.CONTENT_TYPE, format.getMimeType() + ";charset=UTF-8");
        if (compressed) response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        // The server itself drops the body of a response to HEAD.
        response.end(body);
    }

    private synchronized Document documentFor(Format format) {
        return documentsByFormat.computeIfAbsent(
                format, form -> Document.of(documents.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, form)));
    }

    private static Optional<Format> byEnding(String path) {
        if (path.contains(".json")) return Optional.of(Format.JSON);
        return path.contains(".y") ? Optional.of(Format.YAML) : Optional.empty();
    }

    private static Optional<Format> format(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "json" -> Optional.of(Format.JSON);
            case "yaml" -> Optional.of(Format.YAML);
            default -> Optional.empty();
        };
    }
}
