package org.servanda.web;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Gives every answer its last form: chosen fields, gzip, a strong entity tag over the very bytes, 304 when the client
 * has them already.
 *
 * <p>Compression is done here, not by the HTTP server: a strong tag must differ between the plain and the compressed
 * form (RFC 9110, 8.8.3), and the server would compress below the tag.
 */
class JsonResponseFilter {

    /** Below this many bytes an answer fits one packet either way. */
    private static final int MIN_COMPRESSED_BYTES = 1_000;

    private final ObjectMapper mapper;
    private final ResponseContext responseContext;

    JsonResponseFilter(ObjectMapper mapper, ResponseContext responseContext) {
        this.mapper = mapper;
        this.responseContext = responseContext;
    }

    @ServerResponseFilter
    void finish(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        var headers = response.getHeaders();
        // Said of every answer, not only of those that differ by role today: a cache that was told too late leaks.
        headers.add(HttpHeaders.VARY, "Accept, Accept-Encoding, Authorization");
        AcceptedCodings codings = AcceptedCodings.of(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        if (responseContext.doubtful() && response.getStatus() < 300) replaceWithOutcomeUnknown(request, response);
        if (responseContext.secret()) headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        if (isRead(request) && response.getStatus() == 200) checkAcceptable(request, response, codings);
        if (response.getEntity() instanceof StreamingOutput) {
            stream(request, response);
            return;
        }
        if (!response.hasEntity() || !isJson(response.getMediaType())) return;
        byte[] body = write(
                response.getEntity(), response.getStatus() == 200 ? responseContext.fields() : FieldSelection.ALL);
        boolean largeEnough = body.length >= MIN_COMPRESSED_BYTES && !responseContext.secret();
        // A refusal that cannot be read helps nobody: a short one goes out as it is, whatever the client takes.
        boolean gzipOnly = !codings.acceptsIdentity() && response.getStatus() < 400;
        boolean compress = largeEnough && codings.prefersGzip() || gzipOnly && codings.acceptsGzip();
        if (response.getStatus() == 200) {
            responseContext.readPointHeaders().forEach(headers::putSingle);
            String tag = EntityTags.of(body, compress);
            headers.putSingle(HttpHeaders.ETAG, tag);
            // Always ask again: a pledge's state may change any second, and asking costs only a 304.
            if (!headers.containsKey(HttpHeaders.CACHE_CONTROL))
                headers.putSingle(HttpHeaders.CACHE_CONTROL, isPrivate(request) ? "private, no-cache" : "no-cache");
            if (isRead(request) && EntityTags.matches(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
                response.setStatus(304);
                response.setEntity(null);
                return;
            }
        }
        if (compress) {
            headers.putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
            body = Gzip.compress(body);
        }
        response.setEntity(body, response.getEntityAnnotations(), response.getMediaType());
    }

    /**
     * What is written piece by piece is tagged by who writes it, and not compressed: the digest that follows it is that of
     * the bytes as they are read.
     */
    private void stream(ContainerRequestContext request, ContainerResponseContext response) {
        var headers = response.getHeaders();
        responseContext.readPointHeaders().forEach(headers::putSingle);
        headers.putSingle(HttpHeaders.CACHE_CONTROL, isPrivate(request) ? "private, no-cache" : "no-cache");
        Object tag = headers.getFirst(HttpHeaders.ETAG);
        if (tag == null || !EntityTags.matches(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), quoted(tag))) return;
        response.setStatus(304);
        response.setEntity(null);
    }

    /**
     * Some answers show only now what they are: a file has the type it was uploaded with, a report the format that the address
     * asks for, and neither is compressed. A type that the client does not name at all is sent: the address asked for it.
     */
    private void checkAcceptable(
            ContainerRequestContext request, ContainerResponseContext response, AcceptedCodings codings) {
        if (!response.hasEntity()) return;
        MediaType type = response.getMediaType();
        AcceptedTypes types = AcceptedTypes.of(request.getHeaderString(HttpHeaders.ACCEPT));
        if (type != null && types.refuses(type.getType() + "/" + type.getSubtype()))
            replaceWithNotAcceptable(
                    request, response, "It is " + type.getType() + "/" + type.getSubtype() + ", which Accept refuses.");
        else if (!codings.acceptsIdentity() && (!isJson(type) || response.getEntity() instanceof StreamingOutput))
            replaceWithNotAcceptable(
                    request, response, "It is sent as it is, without a coding, which Accept-Encoding refuses.");
    }

    private static void replaceWithNotAcceptable(
            ContainerRequestContext request, ContainerResponseContext response, String detail) {
        for (String header : List.of(HttpHeaders.ETAG, HttpHeaders.CONTENT_DISPOSITION, "Trailer", "Accept-Ranges"))
            response.getHeaders().remove(header);
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setStatus(ProblemType.NOT_ACCEPTABLE.status());
        response.setEntity(
                Problem.of(
                        ProblemType.NOT_ACCEPTABLE, detail, request.getUriInfo().getPath(), List.of()),
                response.getEntityAnnotations(),
                MediaType.valueOf(Problem.MEDIA_TYPE));
    }

    private static String quoted(Object tag) {
        return tag instanceof EntityTag entityTag ? '"' + entityTag.getValue() + '"' : tag.toString();
    }

    /** The change is there, but may not be after a power cut; asked again with its key, it is forced to the disk again. */
    private static void replaceWithOutcomeUnknown(ContainerRequestContext request, ContainerResponseContext response) {
        ProblemException problem = DatabaseFailure.OUTCOME_UNKNOWN.problem();
        response.setStatus(problem.type().status());
        response.getHeaders().remove(HttpHeaders.LOCATION);
        problem.headers().forEach(response.getHeaders()::putSingle);
        response.setEntity(
                Problem.of(
                        problem.type(),
                        problem.getMessage(),
                        request.getUriInfo().getPath(),
                        List.of()),
                response.getEntityAnnotations(),
                MediaType.valueOf(Problem.MEDIA_TYPE));
    }

    /** What was answered to a key belongs to its holder; a shared cache keeps it for nobody. */
    private static boolean isPrivate(ContainerRequestContext request) {
        return request.getHeaderString(HttpHeaders.AUTHORIZATION) != null;
    }

    private byte[] write(Object entity, FieldSelection fields) throws JsonProcessingException {
        if (entity instanceof byte[] bytes) return bytes;
        return fields.all()
                ? mapper.writeValueAsBytes(entity)
                : mapper.writer(fields.filter()).writeValueAsBytes(entity);
    }

    private static boolean isRead(ContainerRequestContext request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static boolean isJson(MediaType type) {
        return type != null
                && (type.getSubtype().equals("json") || type.getSubtype().endsWith("+json"));
    }
}
