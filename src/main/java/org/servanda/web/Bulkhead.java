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
    public record Bounds(
            int all, int ofOneClient, int ofOneAddress, int withoutBearer, int queue, int queueOfOneClient) {

        /** Three quarters for one client, and nothing but that. */
        static Bounds shared(int all, int queue) {
            return new Bounds(all, most(all), all, all, queue, most(queue));
        }

        private static int most(int all) {
            return all - all / 4;
        }
    }

    /** One of them; to be given back once. */
    public final class Place implements AutoCloseable {

        private final BulkheadClient client;
        private boolean taken = true;

        private Place(BulkheadClient client) {
            this.client = client;
        }

        /** Giving it back again changes nothing. */
        @Override
        public void close() {
            List<Waiting> next;
            synchronized (Bulkhead.this) {
                if (!taken) return;
                taken = false;
                count(client, -1);
                next = admit();
            }
            next.forEach(Waiting::start);
        }
    }

    private final class Waiting {

        private final BulkheadClient client;
        private final CompletableFuture<Place> place = new CompletableFuture<>();

        private Waiting(BulkheadClient client) {
            this.client = client;
        }

        /** Not under the lock: what follows from it is foreign code. One who has left meanwhile gives its place on. */
        private void start() {
            Place taken = new Place(client);
            if (!place.complete(taken)) taken.close();
        }
    }

    private final String what;
    private final Bounds bounds;
    private final int retryAfter;
    private final Map<String, Integer> byClient = new HashMap<>();
    private final Map<String, Integer> byAddress = new HashMap<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private int inUse;
    private int anonymous;

    /**
     * @param what has these places, in the plural, for people
     * @param retryAfter seconds after which the first of those who found none may come again; the last after three times as many
     */
    public Bulkhead(String what, Bounds bounds, int retryAfter) {
        this.what = what;
        this.bounds = bounds;
        this.retryAfter = retryAfter;
    }

    /**
     * Asks for a place; completed with one at once, later, or with a {@link ProblemException}. Whoever will not wait any longer
     * completes it himself.
     */
    CompletableFuture<Place> ask(BulkheadClient client) {
        synchronized (this) {
            if (!free(client)) return queue(client);
            count(client, 1);
        }
        return CompletableFuture.completedFuture(new Place(client));
    }

    /**
     * Takes a place, or waits for one.
     *
     * @throws Refusal when there is none and will be none so soon
     */
    public Place take(BulkheadClient client, Duration patience) {
        CompletableFuture<Place> asked = ask(client);
        try {
            return asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw withdraw(asked, all());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw withdraw(asked, all());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProblemException problem) throw problem;
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Takes back what was asked for; a place that came in the same moment is given on. */
    ProblemException withdraw(CompletableFuture<Place> asked, ProblemException why) {
        if (!asked.completeExceptionally(why) && !asked.isCompletedExceptionally())
            asked.join().close();
        synchronized (this) {
            waiting.removeIf(one -> one.place.isDone());
        }
        return why;
    }

    /** All are taken, whoever asks. */
    ProblemException all() {
        return new ProblemException(
                        ProblemType.UNAVAILABLE,
                        "As many " + what + " are in work as this node takes at one time; ask again.")
                .retryAfter(spread());
    }

    private ProblemException share() {
        return new ProblemException(
                        ProblemType.TOO_MANY_AT_ONCE,
                        "You have as many " + what + " in work as one client may have at one time; ask again when"
                                + " one is done.")
                .retryAfter(spread());
    }

    /** Who was refused together must not come back together: most would be refused again, and the others wait for that. */
    private int spread() {
        return ThreadLocalRandom.current().nextInt(retryAfter, 3 * retryAfter + 1);
    }

    private CompletableFuture<Place> queue(BulkheadClient client) {
        long his = waiting.stream()
                .filter(one -> one.client.name().equals(client.name()))
                .count();
        if (his >= bounds.queueOfOneClient) return CompletableFuture.failedFuture(inUse < bounds.all ? share() : all());
        if (waiting.size() >= bounds.queue) return CompletableFuture.failedFuture(all());
        Waiting last = new Waiting(client);
        boolean bearersFirst = bounds.withoutBearer < bounds.all;
        int at = client.anonymous() || !bearersFirst
                ? waiting.size()
                : (int) waiting.stream().filter(one -> !one.client.anonymous()).count();
        waiting.add(at, last);
        return last.place;
    }

    private boolean free(BulkheadClient client) {
        return inUse < bounds.all
                && byClient.getOrDefault(client.name(), 0) < bounds.ofOneClient
                && byAddress.getOrDefault(client.address(), 0) < bounds.ofOneAddress
                && (!client.anonymous() || anonymous < bounds.withoutBearer);
    }

    private List<Waiting> admit() {
        List<Waiting> next = new ArrayList<>();
        for (Iterator<Waiting> all = waiting.iterator(); all.hasNext() && inUse < bounds.all; ) {
            Waiting one = all.next();
            if (!one.place.isDone() && !free(one.client)) continue;
            all.remove();
            if (one.place.isDone()) continue;
            count(one.client, 1);
            next.add(one);
        }
        return next;
    }

    private void count(BulkheadClient client, int more) {
        inUse += more;
        if (client.anonymous()) anonymous += more;
        byClient.merge(client.name(), more, Bulkhead::sum);
        byAddress.merge(client.address(), more, Bulkhead::sum);
    }

    /** None is kept as nothing, so that clients that are gone take no memory. */
    private static Integer sum(int before, int more) {
        return before + more == 0 ? null : before + more;
    }
}
