package org.servanda.web;

import java.time.Duration;
import java.util.function.Consumer;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Takes in a body as it comes, on the thread of the connection, so that whoever sends it slowly holds no worker. One that
 * is small and comes at once needs no place; any other needs one of those that all share, for it is kept in memory.
 */
final class IncomingBody {

    private static final int SMALL = 64 * 1024;

    private static final long TICK_MILLIS = 1_000;

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final long most;
    private final Bulkhead bulkhead;
    private final MinimumBodyRate rate;
    private final Consumer<Buffer> whole;
    private final Consumer<ProblemException> broken;
    private final Buffer body = Buffer.buffer();
    private Bulkhead.Place place;
    private long timer;
    private boolean done;

    /** @param most bytes that it may have */
    IncomingBody(
            RoutingContext context,
            long most,
            Bulkhead bulkhead,
            Duration patience,
            Consumer<Buffer> whole,
            Consumer<ProblemException> broken) {
        this.context = context;
        this.request = context.request();
        this.most = most;
        this.bulkhead = bulkhead;
        this.rate = new MinimumBodyRate(patience, System::nanoTime);
        this.whole = whole;
        this.broken = broken;
    }

    void receive() {
        if (request.isEnded()) {
            whole.accept(body);
            return;
        }
        // Nothing comes between the handlers.
        request.pause();
        request.handler(this::more);
        request.exceptionHandler(gone -> fail(TruncatedBody.refusal(context, gone)));
        request.endHandler(end -> end());
        timer = context.vertx().setPeriodic(TICK_MILLIS, second -> tick());
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect")))
            request.response().writeContinue();
        request.resume();
        TruncatedBody.before(context).ifPresent(this::fail);
    }

    private synchronized void more(Buffer bytes) {
        if (done) return;
        rate.came(bytes.length());
        body.appendBuffer(bytes);
        if (body.length() > most)
            fail(new ProblemException(ProblemType.BODY_TOO_LARGE, ProblemMappers.detail(ProblemType.BODY_TOO_LARGE))
                    .with("Connection", "close"));
        else if (body.length() > SMALL) needPlace();
    }

    private synchronized void tick() {
        if (done) return;
        if (rate.tooSlow()) fail(MinimumBodyRate.refusal());
        else needPlace();
    }

    private void needPlace() {
        if (place != null) return;
        bulkhead.ask(BulkheadClient.of(request)).whenComplete((taken, refusal) -> {
            place = taken;
            if (refusal instanceof ProblemException none) fail(none.with("Connection", "close"));
        });
    }

    private synchronized void end() {
        if (finish()) whole.accept(body);
    }

    private synchronized void fail(ProblemException problem) {
        if (finish()) broken.accept(problem);
    }

    /** @return false when it was finished before */
    private boolean finish() {
        if (done) return false;
        done = true;
        context.vertx().cancelTimer(timer);
        if (place != null) place.close();
        return true;
    }
}
