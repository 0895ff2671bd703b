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
 * Admission control: limits how many requests are processed at one time, before a worker thread is taken. A few more
 * requests wait in a queue; the rest are refused at once and may be sent again. Reads and writes have separate limits,
 * since writers wait for each other and readers wait for nobody.
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

    /**
     * The permit of one request. It is released when the response has ended and, if the request had a worker, when that
     * worker is free.
     */
    private static final class Admission {

        private final Bulkhead.Permit bulkheadPermit;
        private boolean hasWorker;

        private Admission(Bulkhead.Permit bulkheadPermit) {
            this.bulkheadPermit = bulkheadPermit;
        }

        private synchronized void hasWorker() {
            hasWorker = true;
        }

        /** Releases the permit unless a worker still runs: the worker of a client that has disconnected goes on. */
        private synchronized void responseEnded() {
            if (!hasWorker) bulkheadPermit.close();
        }
    }

    /** What to do with a request for which there is no permit. */
    interface RejectionHandler {

        void reject(ProblemException problem);
    }

    /** Passes the request on as soon as it has a permit. */
    void enter(RoutingContext context, RejectionHandler rejectionHandler) {
        enter(context, context::next, rejectionHandler);
    }

    /** Takes a permit again for a request that has released its permit in the middle of its work; does not block. */
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

    /**
     * Takes a permit again for a request that has released its permit; blocks the calling worker until there is one.
     */
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
            // A request that waited is admitted by the thread of the request that released the permit.
            if (Vertx.currentContext() == requestContext) next.run();
            else requestContext.runOnContext(back -> next.run());
        });
    }

    private long startTimeout(Vertx vertx, Bulkhead bulkhead, CompletableFuture<Bulkhead.Permit> pending) {
        return vertx.setTimer(config.patience().toMillis(), late -> bulkhead.cancel(pending, bulkhead.allInUse()));
    }

    private void admit(
            RoutingContext context, Bulkhead.Permit permit, Runnable then, RejectionHandler rejectionHandler) {
        // The client disconnected while its request was waiting.
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

    /** Releases the permit in the middle of the work, before the request waits for its client to send or to read. */
    public static void release(RoutingContext context) {
        Admission admission = context.get(ADMISSION);
        if (admission != null) admission.bulkheadPermit.close();
    }

    /** Notes that a worker runs for the request from here on. Runs before the access filter. */
    @ServerRequestFilter(priority = 0)
    void workerStarted(ContainerRequestContext request) {
        RoutingContext context = routing();
        Admission admission = context.get(ADMISSION);
        if (admission != null) admission.hasWorker();
        CurrentRequestManager.get().registerCompletionCallback(done -> release(context));
    }

    /** The routing context of the running request: the object itself, not a proxy, so that any thread can use it. */
    static RoutingContext routing() {
        return CurrentRequestManager.get().unwrap(RoutingContext.class);
    }
}
