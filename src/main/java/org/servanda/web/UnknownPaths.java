package org.servanda.web;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Answers for requests below /api that never reach a resource: the HTTP server would answer these empty or in HTML. */
@ApplicationScoped
class UnknownPaths {

    private final ObjectMapper mapper;

    UnknownPaths(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    void register(@Observes Router router) {
        router.route("/api/*").order(Integer.MAX_VALUE).handler(context -> answer(context, 404));
        router.route("/api/*").failureHandler(context -> {
            if (context.response().ended()) return;
            answer(context, context.statusCode() < 400 ? 500 : context.statusCode());
        });
    }

    private void answer(RoutingContext context, int status) {
        Reason reason = Reason.ofStatus(status);
        Problem problem = Problem.of(reason, Problems.detail(reason), context.normalizedPath(), List.of());
        HttpServerResponse response = context.response()
                .setStatusCode(reason.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Content-Type-Options", "nosniff");
        try {
            response.end(mapper.writeValueAsString(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is writable as JSON", e);
        }
    }
}
