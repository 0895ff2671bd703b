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
public class Admission {

    private static final String PERMIT = Admission.class.getName();

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private static final int RETRY_AFTER = 1;

    private final Places reading;
    private final Places writing;
    private final WebConfig config;

    Admission(WebConfig config) {
        this.config = config;
        this.reading = new Places(
                "reading requests", Places.Bounds.shared(config.readsAtOnce(), config.readsWaiting()), RETRY_AFTER);
        this.writing = new Places(
                "writing requests", Places.Bounds.shared(config.writesAtOnce(), config.writesWaiting()), RETRY_AFTER);
    }

    /** The place of one request: given back when its answer has ended and, where it had a worker, when that is free. */
    private static final class Permit {

        private final Places.Place place;
        private boolean atWork;

        private Permit(Places.Place place) {
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

        void because(Refusal refusal);
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
        Permit permit = new Permit(places(context).take(Client.of(context.request()), config.patience()));
        permit.atWork();
        context.put(PERMIT, permit);
    }

    private Places places(RoutingContext context) {
        return READING.contains(context.request().method()) ? reading : writing;
    }

    private void enter(RoutingContext context, Runnable then, Refused refused) {
        Places places = places(context);
        CompletableFuture<Places.Place> asked = places.ask(Client.of(context.request()));
        Context here = context.vertx().getOrCreateContext();
        long timer = asked.isDone() ? -1 : giveUp(context.vertx(), places, asked);
        asked.whenComplete((place, failure) -> {
            if (timer >= 0) context.vertx().cancelTimer(timer);
            Runnable next =
                    failure == null ? () -> admit(context, place, then, refused) : () -> refused.because(places.all());
            // Who waited is let in by another's thread.
            if (Vertx.currentContext() == here) next.run();
            else here.runOnContext(back -> next.run());
        });
    }

    private long giveUp(Vertx vertx, Places places, CompletableFuture<Places.Place> asked) {
        return vertx.setTimer(config.patience().toMillis(), late -> places.withdraw(asked, places.all()));
    }

    private void admit(RoutingContext context, Places.Place place, Runnable then, Refused refused) {
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
