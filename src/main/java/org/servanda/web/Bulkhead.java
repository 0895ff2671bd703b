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
 * Places for what a node can do only so much of at one time. Nobody gets more than a share of them, or of the queue
 * before them. Who has fewer places without a bearer waits behind those who show one; else who came first is first.
 */
public final class Bulkhead {

    /**
     * @param all in use at one time
     * @param ofOneClient of them, for the same bearer, or the same address where there is no bearer
     * @param ofOneAddress of them, whatever the bearers
     * @param withoutBearer of them, for all clients that show none; fewer than all puts these at the end of the queue
     * @param queue how many more may wait
     * @param queueOfOneClient of them, for one client
     */
    public record Limits(int total, int perClient, int perAddress, int anonymous, int queueLength, int queuePerClient) {

        /** Three quarters for one client, and nothing but that. */
        static Limits shared(int total, int queueLength) {
            return new Limits(total, threeQuarters(total), total, total, queueLength, threeQuarters(queueLength));
        }

        private static int threeQuarters(int total) {
            return total - total / 4;
        }
    }

    /** One of them; to be given back once. */
    public final class Permit implements AutoCloseable {

        private final BulkheadClient client;
        private boolean held = true;

        private Permit(BulkheadClient client) {
            this.client = client;
        }

        /** Giving it back again changes nothing. */
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

        /** Not under the lock: what follows from it is foreign code. One who has left meanwhile gives its place on. */
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
     * @param what has these places, in the plural, for people
     * @param retryAfter seconds after which the first of those who found none may come again; the last after three times as many
     */
    public Bulkhead(String resource, Limits limits, int retryAfter) {
        this.resource = resource;
        this.limits = limits;
        this.retryAfter = retryAfter;
    }

    /**
     * Asks for a place; completed with one at once, later, or with a {@link ProblemException}. Whoever will not wait any longer
     * completes it himself.
     */
    CompletableFuture<Permit> acquireAsync(BulkheadClient client) {
        synchronized (this) {
            if (!hasPermitFor(client)) return enqueue(client);
            count(client, 1);
        }
        return CompletableFuture.completedFuture(new Permit(client));
    }

    /**
     * Takes a place, or waits for one.
     *
     * @throws ProblemException when there is none and will be none so soon
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

    /** Takes back what was asked for; a place that came in the same moment is given on. */
    ProblemException cancel(CompletableFuture<Permit> pending, ProblemException problem) {
        if (!pending.completeExceptionally(problem) && !pending.isCompletedExceptionally())
            pending.join().close();
        synchronized (this) {
            queue.removeIf(queued -> queued.permit.isDone());
        }
        return problem;
    }

    /** All are taken, whoever asks. */
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

    /** Who was refused together must not come back together: most would be refused again, and the others wait for that. */
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

    /** None is kept as nothing, so that clients that are gone take no memory. */
    private static Integer sum(int count, int change) {
        return count + change == 0 ? null : count + change;
    }
}
