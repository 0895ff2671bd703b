package org.servanda.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A bulkhead: permits for work of which a node can do only a limited amount at one time. Each client has a limited
 * share of the permits and of the queue, so that one client cannot block all others. Where anonymous clients have fewer
 * permits than there are, they queue behind clients with credentials; otherwise the queue is first come, first served.
 */
public final class Bulkhead {

    /**
     * @param total permits in use at one time
     * @param perClient permits for one client: the same credentials, or the same address where there are no credentials
     * @param perAddress permits for one address, with whatever credentials
     * @param anonymous permits for all clients without credentials together; fewer than total puts these clients at the
     *     end of the queue
     * @param queueLength how many more requests may wait
     * @param queuePerClient how many requests of one client may wait
     */
    public record Limits(int total, int perClient, int perAddress, int anonymous, int queueLength, int queuePerClient) {

        /**
         * Limits where the only rule is that one client gets at most three quarters of the permits and of the queue.
         */
        static Limits shared(int total, int queueLength) {
            return new Limits(total, threeQuarters(total), total, total, queueLength, threeQuarters(queueLength));
        }

        private static int threeQuarters(int total) {
            return total - total / 4;
        }
    }

    /** A permit; its holder releases it by closing it. */
    public final class Permit implements AutoCloseable {

        private final BulkheadClient client;
        private boolean held = true;

        private Permit(BulkheadClient client) {
            this.client = client;
        }

        /** Releases the permit; a second call has no effect. */
        @Override
        public void close() {
            List<QueuedRequest> next;
            synchronized (Bulkhead.this) {
                if (!held) return;
                held = false;
                count(client, -1);
                next = admit();
            }
            next.forEach(QueuedRequest::start);
        }
    }

    private final class QueuedRequest {

        private final BulkheadClient client;
        private final CompletableFuture<Permit> permit = new CompletableFuture<>();

        private QueuedRequest(BulkheadClient client) {
            this.client = client;
        }

        /**
         * Hands the permit over. Not called under the lock, since callbacks of other classes run here. If the request
         * was cancelled meanwhile, its permit goes to the next one.
         */
        private void start() {
            Permit granted = new Permit(client);
            if (!permit.complete(granted)) granted.close();
        }
    }

    private final String resource;
    private final Limits limits;
    private final int retryAfter;
    private final Map<String, Integer> inUseByClient = new HashMap<>();
    private final Map<String, Integer> inUseByAddress = new HashMap<>();
    private final List<QueuedRequest> queue = new ArrayList<>();
    private int permitsInUse;
    private int anonymousInUse;

    /**
     * @param resource what the permits are for, in the plural; part of the messages to clients
     * @param retryAfter seconds after which the first refused clients may try again; the last ones wait three times as
     *     long
     */
    public Bulkhead(String resource, Limits limits, int retryAfter) {
        this.resource = resource;
        this.limits = limits;
        this.retryAfter = retryAfter;
    }

    /**
     * Requests a permit without blocking. The future completes with a permit, now or later, or with a {@link
     * ProblemException}. The caller completes the future itself when it does not want to wait any longer.
     */
    CompletableFuture<Permit> acquireAsync(BulkheadClient client) {
        synchronized (this) {
            if (!hasPermitFor(client)) return enqueue(client);
            count(client, 1);
        }
        return CompletableFuture.completedFuture(new Permit(client));
    }

    /**
     * Takes a permit; blocks until there is one.
     *
     * @throws ProblemException when there is no permit within {@code patience}, or the queue is full
     */
    public Permit acquire(BulkheadClient client, Duration patience) {
        CompletableFuture<Permit> pending = acquireAsync(client);
        try {
            return pending.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw cancel(pending, allInUse());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancel(pending, allInUse());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProblemException problem) throw problem;
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Cancels a pending request; a permit that was granted in the same moment is released again. */
    ProblemException cancel(CompletableFuture<Permit> pending, ProblemException problem) {
        if (!pending.completeExceptionally(problem) && !pending.isCompletedExceptionally())
            pending.join().close();
        synchronized (this) {
            queue.removeIf(queued -> queued.permit.isDone());
        }
        return problem;
    }

    /** The problem when all permits of the node are in use. */
    ProblemException allInUse() {
        return new ProblemException(
                        ProblemType.UNAVAILABLE,
                        "As many " + resource + " are in work as this node takes at one time; ask again.")
                .retryAfter(randomRetryAfter());
    }

    private ProblemException shareInUse() {
        return new ProblemException(
                        ProblemType.TOO_MANY_AT_ONCE,
                        "You have as many " + resource + " in work as one client may have at one time; ask again when"
                                + " one is done.")
                .retryAfter(randomRetryAfter());
    }

    /**
     * Clients that were refused together must not come back together: most would be refused again, and the others would
     * wait because of them.
     */
    private int randomRetryAfter() {
        return ThreadLocalRandom.current().nextInt(retryAfter, 3 * retryAfter + 1);
    }

    private CompletableFuture<Permit> enqueue(BulkheadClient client) {
        long queuedForClient = queue.stream()
                .filter(queued -> queued.client.sharingKey().equals(client.sharingKey()))
                .count();
        if (queuedForClient >= limits.queuePerClient)
            return CompletableFuture.failedFuture(permitsInUse < limits.total ? shareInUse() : allInUse());
        if (queue.size() >= limits.queueLength) return CompletableFuture.failedFuture(allInUse());
        QueuedRequest request = new QueuedRequest(client);
        boolean bearersFirst = limits.anonymous < limits.total;
        int position = client.anonymous() || !bearersFirst
                ? queue.size()
                : (int) queue.stream()
                        .filter(queued -> !queued.client.anonymous())
                        .count();
        queue.add(position, request);
        return request.permit;
    }

    private boolean hasPermitFor(BulkheadClient client) {
        return permitsInUse < limits.total
                && inUseByClient.getOrDefault(client.sharingKey(), 0) < limits.perClient
                && inUseByAddress.getOrDefault(client.address(), 0) < limits.perAddress
                && (!client.anonymous() || anonymousInUse < limits.anonymous);
    }

    private List<QueuedRequest> admit() {
        List<QueuedRequest> granted = new ArrayList<>();
        for (Iterator<QueuedRequest> iterator = queue.iterator(); iterator.hasNext() && permitsInUse < limits.total; ) {
            QueuedRequest queued = iterator.next();
            if (!queued.permit.isDone() && !hasPermitFor(queued.client)) continue;
            iterator.remove();
            if (queued.permit.isDone()) continue;
            count(queued.client, 1);
            granted.add(queued);
        }
        return granted;
    }

    private void count(BulkheadClient client, int change) {
        permitsInUse += change;
        if (client.anonymous()) anonymousInUse += change;
        inUseByClient.merge(client.sharingKey(), change, Bulkhead::sum);
        inUseByAddress.merge(client.address(), change, Bulkhead::sum);
    }

    /** A count of 0 becomes null, which removes the map entry: clients that have left take no memory. */
    private static Integer sum(int count, int change) {
        return count + change == 0 ? null : count + change;
    }
}
