package org.servanda.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Begins a request only when what was answered before on its connection has been read, but for a buffer's worth. The server would
 * else go on answering a client that asks and asks and reads nothing, and keep all of it in memory.
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
