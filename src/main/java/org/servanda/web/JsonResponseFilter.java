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
 * Response filter that completes every response: selected fields, gzip, a strong entity tag over the exact bytes, and
 * 304 when the client has these bytes already. <p>Compression is done here, not by the HTTP server: a strong tag must
 * differ between the plain and the compressed form (RFC 9110, 8.8.3), and the server would compress after the tag was
 * made.
 */
class JsonResponseFilter {

    /** In bytes: a smaller response fits one packet either way. */
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
        // On every response, not only on those that differ by role today: a cache that learns of it too late leaks.
        headers.add(HttpHeaders.VARY, "Accept, Accept-Encoding, Authorization");
        AcceptedCodings codings = AcceptedCodings.of(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        if (responseContext.doubtful() && response.getStatus() < 300) replaceWithOutcomeUnknown(request, response);
        if (responseContext.secret()) headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        if (isRead(request) && response.getStatus() == 200) checkAcceptable(request, response, codings);
        if (response.getEntity() instanceof StreamingOutput) addStreamHeaders(request, response);
        Object tag = headers.getFirst(HttpHeaders.ETAG);
        if (tag != null && response.getStatus() == 200) answerNotModified(request, response, quoted(tag));
        if (response.getEntity() instanceof StreamingOutput) return;
        if (!response.hasEntity() || !isJson(response.getMediaType())) return;
        byte[] body = write(
                response.getEntity(), response.getStatus() == 200 ? responseContext.fields() : FieldSelection.ALL);
        boolean largeEnough = body.length >= MIN_COMPRESSED_BYTES && !responseContext.secret();
        // A problem is sent uncompressed even where identity is excluded: a problem that cannot be read helps nobody.
        boolean gzipOnly = !codings.acceptsIdentity() && response.getStatus() < 400;
        boolean compress = largeEnough && codings.prefersGzip() || gzipOnly && codings.acceptsGzip();
        if (response.getStatus() == 200) {
            responseContext.readPointHeaders().forEach(headers::putSingle);
            String bodyTag = EntityTags.of(body, compress);
            headers.putSingle(HttpHeaders.ETAG, bodyTag);
            // Caches must revalidate: the state of a commitment may change any second, and a 304 costs little.
            if (!headers.containsKey(HttpHeaders.CACHE_CONTROL))
                headers.putSingle(HttpHeaders.CACHE_CONTROL, isPrivate(request) ? "private, no-cache" : "no-cache");
            answerNotModified(request, response, bodyTag);
            if (!response.hasEntity()) return;
        }
        if (compress) {
            headers.putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
            body = Gzip.compress(body);
        }
        response.setEntity(body, response.getEntityAnnotations(), response.getMediaType());
    }

    /**
     * Adds the headers of a streamed response. Its entity tag is set by the class that streams it. It is not compressed:
     * the digest in its trailer is that of the bytes as they are read.
     */
    private void addStreamHeaders(ContainerRequestContext request, ContainerResponseContext response) {
        responseContext.readPointHeaders().forEach(response.getHeaders()::putSingle);
        response.getHeaders()
                .putSingle(HttpHeaders.CACHE_CONTROL, isPrivate(request) ? "private, no-cache" : "no-cache");
    }

    /**
     * Answers 304 when If-None-Match names the tag. Not {@link jakarta.ws.rs.core.Request#evaluatePreconditions}, which
     * compares strongly: a tag that a proxy has weakened would not match (RFC 9110, 13.1.2).
     */
    private static void answerNotModified(
            ContainerRequestContext request, ContainerResponseContext response, String tag) {
        if (!isRead(request) || !EntityTags.matches(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) return;
        response.setStatus(304);
        response.setEntity(null);
    }

    /**
     * Answers 406 where the form of a response is known only now: a file has the type it was uploaded with, a report
     * the format that the address asks for, and neither is compressed. A type that Accept does not name is sent: the
     * address asked for it.
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

    /**
     * Replaces a response by the problem outcome-unknown: the change is committed but may be lost in a power cut. Sent
     * again with its key, the request forces the change to the disk again.
     */
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

    /** Whether the response belongs to the holder of a key or token, so that a shared cache must not store it. */
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
