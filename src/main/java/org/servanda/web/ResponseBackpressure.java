package org.servanda.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Delays a request until the client has read the earlier responses on its connection, except for one buffer. Otherwise
 * the server would go on answering a client that sends requests and reads nothing, and would keep all responses in
 * memory.
 */
@ApplicationScoped
class ResponseBackpressure {

    private static final Logger LOG = Logger.getLogger(ResponseBackpressure.class);

    private final long patienceMillis;

    ResponseBackpressure(WebConfig config) {
        this.patienceMillis = config.readerPatience().toMillis();
    }

    void filter(@Observes Filters filters) {
        filters.register(this::begin, FilterOrder.BACKPRESSURE);
    }

    private void begin(RoutingContext context) {
        if (!context.response().writeQueueFull()) {
            context.next();
            return;
        }
        ClientConnection connection = new ClientConnection(context.request());
        long timer = context.vertx().setTimer(patienceMillis, late -> {
            if (connection.isGone()) return;
            LOG.info("a connection is cut: its client asks and does not read");
            connection.cut();
        });
        context.response().drainHandler(read -> {
            if (context.vertx().cancelTimer(timer)) context.next();
        });
    }
}
