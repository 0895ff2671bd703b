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
final class ArrivingBody {

    private static final int SMALL = 64 * 1024;

    private static final long TICK_MILLIS = 1_000;

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final long most;
    private final Places places;
    private final Pace pace;
    private final Consumer<Buffer> whole;
    private final Consumer<Refusal> broken;
    private final Buffer body = Buffer.buffer();
    private Places.Place place;
    private long timer;
    private boolean done;

    /** @param most bytes that it may have */
    ArrivingBody(
            RoutingContext context,
            long most,
            Places places,
            Duration patience,
            Consumer<Buffer> whole,
            Consumer<Refusal> broken) {
        this.context = context;
        this.request = context.request();
        this.most = most;
        this.places = places;
        this.pace = new Pace(patience, System::nanoTime);
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
        request.exceptionHandler(gone -> fail(BrokenBody.refusal(context, gone)));
        request.endHandler(end -> end());
        timer = context.vertx().setPeriodic(TICK_MILLIS, second -> tick());
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect")))
            request.response().writeContinue();
        request.resume();
        BrokenBody.before(context).ifPresent(this::fail);
    }

    private synchronized void more(Buffer bytes) {
        if (done) return;
        pace.came(bytes.length());
        body.appendBuffer(bytes);
        if (body.length() > most)
            fail(new Refusal(Reason.BODY_TOO_LARGE, Problems.detail(Reason.BODY_TOO_LARGE))
                    .with("Connection", "close"));
        else if (body.length() > SMALL) needPlace();
    }

    private synchronized void tick() {
        if (done) return;
        if (pace.tooSlow()) fail(Pace.refusal());
        else needPlace();
    }

    private void needPlace() {
        if (place != null) return;
        places.ask(Client.of(request)).whenComplete((taken, refusal) -> {
            place = taken;
            if (refusal instanceof Refusal none) fail(none.with("Connection", "close"));
        });
    }

    private synchronized void end() {
        if (finish()) whole.accept(body);
    }

    private synchronized void fail(Refusal refusal) {
        if (finish()) broken.accept(refusal);
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
