package org.servanda.web;

import java.util.Set;
import java.util.concurrent.CompletableFuture;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/**
 * Lets so many requests be in work at one time, before any worker is taken; a few more wait, and the others are told at
 * once to come again. Reading and writing do not share: writers wait for each other, and readers for nobody.
 */
@ApplicationScoped
public class AdmissionControl {

    private static final String PERMIT = AdmissionControl.class.getName();

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private static final int RETRY_AFTER = 1;

    private final Bulkhead reading;
    private final Bulkhead writing;
    private final WebConfig config;

    AdmissionControl(WebConfig config) {
        this.config = config;
        this.reading = new Bulkhead(
                "reading requests", Bulkhead.Bounds.shared(config.readsAtOnce(), config.readsWaiting()), RETRY_AFTER);
        this.writing = new Bulkhead(
                "writing requests", Bulkhead.Bounds.shared(config.writesAtOnce(), config.writesWaiting()), RETRY_AFTER);
    }

    /** The place of one request: given back when its answer has ended and, where it had a worker, when that is free. */
    private static final class Permit {

        private final Bulkhead.Place place;
        private boolean atWork;

        private Permit(Bulkhead.Place place) {
            this.place = place;
        }

        private synchronized void atWork() {
            atWork = true;
        }

        /** A client that has gone leaves its worker at work. */
        private synchronized void ended() {
            if (!atWork) place.close();
        }
    }

    /** What to do when there is no place. */
    interface Refused {

        void because(ProblemException problem);
    }

    /** Goes on with the request when there is a place for it. */
    void enter(RoutingContext context, Refused refused) {
        enter(context, context::next, refused);
    }

    /** Once more, for a request that has left, in the middle of its work. */
    void enterAgain(RoutingContext context, Runnable then, Refused refused) {
        enter(
                context,
                () -> {
                    Permit permit = context.get(PERMIT);
                    permit.atWork();
                    then.run();
                },
                refused);
    }

    /** The same for a worker that has waited itself. */
    void enterAgain(RoutingContext context) {
        Permit permit = new Permit(places(context).take(BulkheadClient.of(context.request()), config.patience()));
        permit.atWork();
        context.put(PERMIT, permit);
    }

    private Bulkhead places(RoutingContext context) {
        return READING.contains(context.request().method()) ? reading : writing;
    }

    private void enter(RoutingContext context, Runnable then, Refused refused) {
        Bulkhead bulkhead = places(context);
        CompletableFuture<Bulkhead.Place> asked = bulkhead.ask(BulkheadClient.of(context.request()));
        Context here = context.vertx().getOrCreateContext();
        long timer = asked.isDone() ? -1 : giveUp(context.vertx(), bulkhead, asked);
        asked.whenComplete((place, failure) -> {
            if (timer >= 0) context.vertx().cancelTimer(timer);
            Runnable next = failure == null
                    ? () -> admit(context, place, then, refused)
                    : () -> refused.because(bulkhead.all());
            // Who waited is let in by another's thread.
            if (Vertx.currentContext() == here) next.run();
            else here.runOnContext(back -> next.run());
        });
    }

    private long giveUp(Vertx vertx, Bulkhead bulkhead, CompletableFuture<Bulkhead.Place> asked) {
        return vertx.setTimer(config.patience().toMillis(), late -> bulkhead.withdraw(asked, bulkhead.all()));
    }

    private void admit(RoutingContext context, Bulkhead.Place place, Runnable then, Refused refused) {
        // Whoever waited and went meanwhile.
        if (context.response().closed()) {
            place.close();
            refused.because(places(context).all());
            return;
        }
        Permit permit = new Permit(place);
        context.put(PERMIT, permit);
        context.addEndHandler(ended -> permit.ended());
        then.run();
    }

    /** Gives the place back in the middle of the work, before it waits for whoever is on the other side of the line. */
    public static void leave(RoutingContext context) {
        Permit permit = context.get(PERMIT);
        if (permit != null) permit.place.close();
    }

    /** Before the gate: from here on a worker is at work for it. */
    @ServerRequestFilter(priority = 0)
    void atWork(ContainerRequestContext request) {
        RoutingContext context = routing();
        Permit permit = context.get(PERMIT);
        if (permit != null) permit.atWork();
        CurrentRequestManager.get().registerCompletionCallback(done -> leave(context));
    }

    /** Of the running request; itself, to be used on any thread. */
    static RoutingContext routing() {
        return CurrentRequestManager.get().unwrap(RoutingContext.class);
    }
}
