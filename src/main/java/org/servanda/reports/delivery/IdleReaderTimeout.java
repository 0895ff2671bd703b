package org.servanda.reports.delivery;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.logging.Logger;

import org.servanda.web.ClientConnection;

/**
 * Lets go of whoever asked for a report and does not read it: it holds a place that others wait for, and a connection to
 * the store. A reader that is only waiting for us is never let go.
 */
final class IdleReaderTimeout {

    private static final Logger LOG = Logger.getLogger(IdleReaderTimeout.class);

    /** In each time of patience; a line that is slower than this carries no report. */
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

    /** Whoever writes waits for a reader who is gone; the end of the response wakes it up. Nothing of this is sent any more. */
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
