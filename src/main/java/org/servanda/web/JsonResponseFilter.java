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
    private static final int WORTH_COMPRESSING = 1_000;

    private final ObjectMapper mapper;
    private final ResponseContext form;

    JsonResponseFilter(ObjectMapper mapper, ResponseContext form) {
        this.mapper = mapper;
        this.form = form;
    }

    @ServerResponseFilter
    void finish(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        var headers = response.getHeaders();
        // Said of every answer, not only of those that differ by role today: a cache that was told too late leaks.
        headers.add(HttpHeaders.VARY, "Accept, Accept-Encoding, Authorization");
        AcceptedCodings codings = AcceptedCodings.of(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        if (form.doubtful() && response.getStatus() < 300) doubt(request, response);
        if (form.secret()) headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        if (reading(request) && response.getStatus() == 200) refuseWhatIsNotTaken(request, response, codings);
        if (response.getEntity() instanceof StreamingOutput) {
            stream(request, response);
            return;
        }
        if (!response.hasEntity() || !json(response.getMediaType())) return;
        byte[] body = write(response.getEntity(), response.getStatus() == 200 ? form.fields() : FieldSelection.ALL);
        boolean worth = body.length >= WORTH_COMPRESSING && !form.secret();
        // A refusal that cannot be read helps nobody: a short one goes out as it is, whatever the client takes.
        boolean only = !codings.takeIdentity() && response.getStatus() < 400;
        boolean compress = worth && codings.preferGzip() || only && codings.takeGzip();
        if (response.getStatus() == 200) {
            form.coordinates().forEach(headers::putSingle);
            String tag = EntityTags.of(body, compress);
            headers.putSingle(HttpHeaders.ETAG, tag);
            // Always ask again: a pledge's state may change any second, and asking costs only a 304.
            if (!headers.containsKey(HttpHeaders.CACHE_CONTROL))
                headers.putSingle(HttpHeaders.CACHE_CONTROL, personal(request) ? "private, no-cache" : "no-cache");
            if (reading(request) && EntityTags.matches(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
                response.setStatus(304);
                response.setEntity(null);
                return;
            }
        }
        if (compress) {
            headers.putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
            body = Gzip.pack(body);
        }
        response.setEntity(body, response.getEntityAnnotations(), response.getMediaType());
    }

    /**
     * What is written piece by piece is tagged by who writes it, and not compressed: the digest that follows it is that of
     * the bytes as they are read.
     */
    private void stream(ContainerRequestContext request, ContainerResponseContext response) {
        var headers = response.getHeaders();
        form.coordinates().forEach(headers::putSingle);
        headers.putSingle(HttpHeaders.CACHE_CONTROL, personal(request) ? "private, no-cache" : "no-cache");
        Object tag = headers.getFirst(HttpHeaders.ETAG);
        if (tag == null || !EntityTags.matches(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), quoted(tag))) return;
        response.setStatus(304);
        response.setEntity(null);
    }

    /**
     * Some answers show only now what they are: a file has the type it was uploaded with, a report the format that the address
     * asks for, and neither is compressed. A type that the client does not name at all is sent: the address asked for it.
     */
    private void refuseWhatIsNotTaken(
            ContainerRequestContext request, ContainerResponseContext response, AcceptedCodings codings) {
        if (!response.hasEntity()) return;
        MediaType type = response.getMediaType();
        AcceptedTypes types = AcceptedTypes.of(request.getHeaderString(HttpHeaders.ACCEPT));
        if (type != null && types.refuse(type.getType() + "/" + type.getSubtype()))
            refuse(request, response, "It is " + type.getType() + "/" + type.getSubtype() + ", which Accept refuses.");
        else if (!codings.takeIdentity() && (!json(type) || response.getEntity() instanceof StreamingOutput))
            refuse(request, response, "It is sent as it is, without a coding, which Accept-Encoding refuses.");
    }

    private static void refuse(ContainerRequestContext request, ContainerResponseContext response, String detail) {
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
        return tag instanceof EntityTag own ? '"' + own.getValue() + '"' : tag.toString();
    }

    /** The change is there, but may not be after a power cut; asked again with its key, it is forced to the disk again. */
    private static void doubt(ContainerRequestContext request, ContainerResponseContext response) {
        ProblemException problem = DatabaseFailure.OUTCOME_UNKNOWN.refusal();
        response.setStatus(problem.reason().status());
        response.getHeaders().remove(HttpHeaders.LOCATION);
        problem.headers().forEach(response.getHeaders()::putSingle);
        response.setEntity(
                Problem.of(
                        problem.reason(),
                        problem.getMessage(),
                        request.getUriInfo().getPath(),
                        List.of()),
                response.getEntityAnnotations(),
                MediaType.valueOf(Problem.MEDIA_TYPE));
    }

    /** What was answered to a key belongs to its holder; a shared cache keeps it for nobody. */
    private static boolean personal(ContainerRequestContext request) {
        return request.getHeaderString(HttpHeaders.AUTHORIZATION) != null;
    }

    private byte[] write(Object entity, FieldSelection fields) throws JsonProcessingException {
        if (entity instanceof byte[] done) return done;
        return fields.all()
                ? mapper.writeValueAsBytes(entity)
                : mapper.writer(fields.filter()).writeValueAsBytes(entity);
    }

    private static boolean reading(ContainerRequestContext request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static boolean json(MediaType type) {
        return type != null
                && (type.getSubtype().equals("json") || type.getSubtype().endsWith("+json"));
    }
}
