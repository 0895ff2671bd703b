package org.servanda.web;

import java.time.Duration;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * Handles the unread rest of a body after its response. The server would otherwise go on reading into the memory of a
 * reader that has stopped. A limited amount is discarded, so that the connection can be used again and the client can
 * read its response; then the connection is closed.
 */
final class UnreadBody {

    /** In bytes: what a client may have sent before it could see the response. */
    private static final long MAX_DROPPED_BYTES = 1024L * 1024;

    private static final Duration MAX_WAIT = Duration.ofSeconds(1);

    /**
     * RFC 9113, 8.1: the error code that ends a stream whose response is complete and whose request is not needed any
     * more.
     */
    private static final long NO_ERROR = 0;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final boolean lastAnswer;
    private long dropped;
    private volatile boolean ended;

    private UnreadBody(Vertx vertx, HttpServerRequest request) {
        this.vertx = vertx;
        this.request = request;
        this.lastAnswer = "close".equalsIgnoreCase(request.response().headers().get("Connection"));
    }

    /** Registers the handling; call it before the body is read. */
    static void watch(RoutingContext context) {
        context.addEndHandler(answered -> {
            HttpServerRequest request = context.request();
            if (!request.isEnded()) new UnreadBody(context.vertx(), request).drop();
            else if (answered.succeeded()) closeAfter(request);
        });
    }

    private static void closeAfter(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_2
                && "close".equalsIgnoreCase(request.response().headers().get("Connection")))
            request.connection().close();
    }

    private void drop() {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset(NO_ERROR);
            return;
        }
        // Without the pause, data could arrive between the registrations of the handlers.
        request.pause();
        request.handler(buffer -> {
            dropped += buffer.length();
            if (dropped > MAX_DROPPED_BYTES) request.connection().close();
        });
        request.endHandler(end -> {
            ended = true;
            if (lastAnswer) request.connection().close();
        });
        request.resume();
        if (!ended) vertx.setTimer(MAX_WAIT.toMillis(), late -> closeUnlessEnded());
    }

    private void closeUnlessEnded() {
        // An earlier reader may have received the end of the body without passing it on.
        if (!ended && (lastAnswer || !request.isEnded())) request.connection().close();
    }
}
