package org.servanda.web;

import java.time.Duration;
import java.util.function.Consumer;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Receives a request body on the event loop, so that a slow client holds no worker. A small body that arrives at once
 * needs no permit; any other body needs one, since it is kept in memory.
 */
final class IncomingBody {

    private static final int SMALL_BYTES = 64 * 1024;

    private static final long TICK_MILLIS = 1_000;

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final long maxBytes;
    private final Bulkhead bulkhead;
    private final MinimumBodyRate rate;
    private final Consumer<Buffer> onComplete;
    private final Consumer<ProblemException> onProblem;
    private final Buffer body = Buffer.buffer();
    private Bulkhead.Permit permit;
    private long timer;
    private boolean done;

    /** @param maxBytes the greatest length of the body */
    IncomingBody(
            RoutingContext context,
            long maxBytes,
            Bulkhead bulkhead,
            Duration patience,
            Consumer<Buffer> onComplete,
            Consumer<ProblemException> onProblem) {
        this.context = context;
        this.request = context.request();
        this.maxBytes = maxBytes;
        this.bulkhead = bulkhead;
        this.rate = new MinimumBodyRate(patience, System::nanoTime);
        this.onComplete = onComplete;
        this.onProblem = onProblem;
    }

    void receive() {
        if (request.isEnded()) {
            onComplete.accept(body);
            return;
        }
        // No data may arrive between the registrations of the handlers.
        request.pause();
        request.handler(this::receive);
        request.exceptionHandler(gone -> fail(TruncatedBody.problem(context, gone)));
        request.endHandler(end -> end());
        timer = context.vertx().setPeriodic(TICK_MILLIS, second -> tick());
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect")))
            request.response().writeContinue();
        request.resume();
        TruncatedBody.ifConnectionClosed(context).ifPresent(this::fail);
    }

    private synchronized void receive(Buffer bytes) {
        if (done) return;
        rate.received(bytes.length());
        body.appendBuffer(bytes);
        if (body.length() > maxBytes)
            fail(new ProblemException(ProblemType.BODY_TOO_LARGE, ProblemMappers.detail(ProblemType.BODY_TOO_LARGE))
                    .with("Connection", "close"));
        else if (body.length() > SMALL_BYTES) requirePermit();
    }

    private synchronized void tick() {
        if (done) return;
        if (rate.tooSlow()) fail(MinimumBodyRate.problem());
        else requirePermit();
    }

    private void requirePermit() {
        if (permit != null) return;
        bulkhead.acquireAsync(BulkheadClient.of(request)).whenComplete((acquired, refusal) -> {
            permit = acquired;
            if (refusal instanceof ProblemException problem) fail(problem.with("Connection", "close"));
        });
    }

    private synchronized void end() {
        if (finish()) onComplete.accept(body);
    }

    private synchronized void fail(ProblemException problem) {
        if (finish()) onProblem.accept(problem);
    }

    /** @return false when the body was finished before */
    private boolean finish() {
        if (done) return false;
        done = true;
        context.vertx().cancelTimer(timer);
        if (permit != null) permit.close();
        return true;
    }
}
