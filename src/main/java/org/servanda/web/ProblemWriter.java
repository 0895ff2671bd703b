package org.servanda.web;

import java.net.URI;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes problem responses for requests that are refused before they reach a resource. */
@ApplicationScoped
class ProblemWriter {

    private final ObjectMapper mapper;

    ProblemWriter(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    void write(RoutingContext context, ProblemType type) {
        write(context, type, ProblemMappers.detail(type));
    }

    void write(RoutingContext context, ProblemType type, String detail) {
        write(context, new ProblemException(type, detail));
    }

    void write(RoutingContext context, ProblemException problemException) {
        if (context.response().closed()) return;
        ProblemType type = problemException.type();
        Problem problem = Problem.of(type, problemException.getMessage(), decoded(context), problemException.faults());
        HttpServerResponse response = context.response()
                .setStatusCode(type.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Content-Type-Options", "nosniff");
        problemException.headers().forEach(response::putHeader);
        try {
            response.end(mapper.writeValueAsString(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is writable as JSON", e);
        }
    }

    /** The decoded path; null when it cannot be decoded. */
    static String decoded(RoutingContext context) {
        try {
            return URI.create("http://here" + context.normalizedPath()).getPath();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The normalized path, by which pages and operations are looked up; null when an escape is broken. */
    static String path(RoutingContext context) {
        try {
            return context.normalizedPath();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
