package org.servanda.reports.delivery;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.logging.Logger;

import org.servanda.web.ClientConnection;

/**
 * Closes the connection of a client that asked for a report and does not read it. Such a client holds a place that other
 * reports wait for, and a connection to the database. A client that waits for our bytes is never cut off.
 */
final class IdleReaderTimeout {

    private static final Logger LOG = Logger.getLogger(IdleReaderTimeout.class);

    /** The fewest bytes that a client must read in each period; a slower line cannot carry a report. */
    private static final long LEAST_BYTES = 64L * 1024;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final ClientConnection connection;
    private final MeasuringOutputStream report;
    private final long timer;
    private final Runnable forget;
    private long seen;

    IdleReaderTimeout(Vertx vertx, HttpServerRequest request, MeasuringOutputStream report, long patienceMillis) {
        this.vertx = vertx;
        this.request = request;
        this.connection = new ClientConnection(request);
        this.report = report;
        this.timer = vertx.setPeriodic(patienceMillis, look -> look());
        this.forget = connection.whenGone(this::release);
    }

    private void look() {
        long now = report.bytes();
        boolean reading = now - seen >= LEAST_BYTES || !request.response().writeQueueFull();
        seen = now;
        if (reading) return;
        vertx.cancelTimer(timer);
        LOG.infof("a report is given up after %d bytes: its reader reads next to nothing", now);
        connection.cut();
    }

    /** Ends the response, which wakes up the thread that writes. Nothing is sent, since the client is gone. */
    private void release() {
        if (!request.response().ended()) request.response().end();
    }

    boolean readerIsGone() {
        return connection.isGone();
    }

    void close() {
        vertx.cancelTimer(timer);
        forget.run();
    }
}
