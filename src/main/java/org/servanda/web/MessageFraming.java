package org.servanda.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Refuses a message whose host or end two readers could understand differently (RFC 9112, 3.2 and 6): a proxy in front
 * may have read it the other way (request smuggling).
 */
@ApplicationScoped
class MessageFraming {

    static final String ONE_HOST = "Send one Host header that names a host, and perhaps a port (RFC 9112, 3.2).";

    private static final String CHUNKED = "chunked";

    private final ProblemWriter problems;

    MessageFraming(ProblemWriter problems) {
        this.problems = problems;
    }

    void filter(@Observes Filters filters) {
        filters.register(this::check, FilterOrder.FRAMING);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        List<String> codings = codings(request);
        if (request.headers().getAll(HttpHeaders.HOST).size() > 1) refuse(context, ProblemType.BAD_REQUEST, ONE_HOST);
        else if (codings.isEmpty()) context.next();
        else if (request.version() == HttpVersion.HTTP_1_0)
            refuse(context, ProblemType.BAD_REQUEST, "HTTP/1.0 has no Transfer-Encoding; send a Content-Length.");
        else if (codings.indexOf(CHUNKED) != codings.size() - 1)
            refuse(context, ProblemType.BAD_REQUEST, "The last transfer coding must be chunked, and named once.");
        else if (codings.size() > 1)
            refuse(context, ProblemType.NOT_IMPLEMENTED, "The only transfer coding that is read here is chunked.");
        else context.next();
    }

    private static List<String> codings(HttpServerRequest request) {
        return request.headers().getAll(HttpHeaders.TRANSFER_ENCODING).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The end of the message is unknown, so nothing more is read from this connection. */
    private void refuse(RoutingContext context, ProblemType type, String detail) {
        context.response().putHeader("Connection", "close");
        context.addEndHandler(sent -> context.request().connection().close());
        problems.write(context, type, detail);
    }
}
