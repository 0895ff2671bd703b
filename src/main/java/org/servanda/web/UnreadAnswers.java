package org.servanda.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Begins a request only when what was answered before on its connection has been read, but for a buffer's worth. The server would
 * else go on answering a client that asks and asks and reads nothing, and keep all of it in memory.
 */
@ApplicationScoped
class UnreadAnswers {

    private final long patienceMillis;

    UnreadAnswers(WebConfig config) {
        this.patienceMillis = config.readerPatience().toMillis();
    }

    void filter(@Observes Filters filters) {
        filters.register(this::begin, FilterOrder.UNREAD_ANSWERS);
    }

    private void begin(RoutingContext context) {
        if (!context.response().writeQueueFull()) {
            context.next();
            return;
        }
        long timer = context.vertx().setTimer(patienceMillis, late -> new ClientConnection(context.request()).cut());
        context.response().drainHandler(read -> {
            if (context.vertx().cancelTimer(timer)) context.next();
        });
    }
}
