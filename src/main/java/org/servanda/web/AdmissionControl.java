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

    private static final String ADMISSION = AdmissionControl.class.getName();

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private static final int RETRY_AFTER = 1;

    private final Bulkhead reads;
    private final Bulkhead writes;
    private final WebConfig config;

    AdmissionControl(WebConfig config) {
        this.config = config;
        this.reads = new Bulkhead(
                "reading requests", Bulkhead.Limits.shared(config.readsAtOnce(), config.readsWaiting()), RETRY_AFTER);
        this.writes = new Bulkhead(
                "writing requests", Bulkhead.Limits.shared(config.writesAtOnce(), config.writesWaiting()), RETRY_AFTER);
    }

    /** The place of one request: given back when its answer has ended and, where it had a worker, when that is free. */
    private static final class Admission {

        private final Bulkhead.Permit bulkheadPermit;
        private boolean hasWorker;

        private Admission(Bulkhead.Permit bulkheadPermit) {
            this.bulkheadPermit = bulkheadPermit;
        }

        private synchronized void hasWorker() {
            hasWorker = true;
        }

        /** A client that has gone leaves its worker at work. */
        private synchronized void responseEnded() {
            if (!hasWorker) bulkheadPermit.close();
        }
    }

    /** What to do when there is no place. */
    interface RejectionHandler {

        void reject(ProblemException problem);
    }

    /** Goes on with the request when there is a place for it. */
    void enter(RoutingContext context, RejectionHandler rejectionHandler) {
        enter(context, context::next, rejectionHandler);
    }

    /** Once more, for a request that has left, in the middle of its work. */
    void readmit(RoutingContext context, Runnable then, RejectionHandler rejectionHandler) {
        enter(
                context,
                () -> {
                    Admission admission = context.get(ADMISSION);
                    admission.hasWorker();
                    then.run();
                },
                rejectionHandler);
    }

    /** The same for a worker that has waited itself. */
    void readmit(RoutingContext context) {
        Admission admission =
                new Admission(bulkhead(context).acquire(BulkheadClient.of(context.request()), config.patience()));
        admission.hasWorker();
        context.put(ADMISSION, admission);
    }

    private Bulkhead bulkhead(RoutingContext context) {
        return READING.contains(context.request().method()) ? reads : writes;
    }

    private void enter(RoutingContext context, Runnable then, RejectionHandler rejectionHandler) {
        Bulkhead bulkhead = bulkhead(context);
        CompletableFuture<Bulkhead.Permit> pending = bulkhead.acquireAsync(BulkheadClient.of(context.request()));
        Context requestContext = context.vertx().getOrCreateContext();
        long timer = pending.isDone() ? -1 : startTimeout(context.vertx(), bulkhead, pending);
        pending.whenComplete((permit, failure) -> {
            if (timer >= 0) context.vertx().cancelTimer(timer);
            Runnable next = failure == null
                    ? () -> admit(context, permit, then, rejectionHandler)
                    : () -> rejectionHandler.reject(bulkhead.allInUse());
            // Who waited is let in by another's thread.
            if (Vertx.currentContext() == requestContext) next.run();
            else requestContext.runOnContext(back -> next.run());
        });
    }

    private long startTimeout(Vertx vertx, Bulkhead bulkhead, CompletableFuture<Bulkhead.Permit> pending) {
        return vertx.setTimer(config.patience().toMillis(), late -> bulkhead.cancel(pending, bulkhead.allInUse()));
    }

    private void admit(
            RoutingContext context, Bulkhead.Permit permit, Runnable then, RejectionHandler rejectionHandler) {
        // Whoever waited and went meanwhile.
        if (context.response().closed()) {
            permit.close();
            rejectionHandler.reject(bulkhead(context).allInUse());
            return;
        }
        Admission admission = new Admission(permit);
        context.put(ADMISSION, admission);
        context.addEndHandler(ended -> admission.responseEnded());
        then.run();
    }

    /** Gives the place back in the middle of the work, before it waits for whoever is on the other side of the line. */
    public static void release(RoutingContext context) {
        Admission admission = context.get(ADMISSION);
        if (admission != null) admission.bulkheadPermit.close();
    }

    /** Before the gate: from here on a worker is at work for it. */
    @ServerRequestFilter(priority = 0)
    void workerStarted(ContainerRequestContext request) {
        RoutingContext context = routing();
        Admission admission = context.get(ADMISSION);
        if (admission != null) admission.hasWorker();
        CurrentRequestManager.get().registerCompletionCallback(done -> release(context));
    }

    /** Of the running request; itself, to be used on any thread. */
    static RoutingContext routing() {
        return CurrentRequestManager.get().unwrap(RoutingContext.class);
    }
}
