package org.servanda.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Supplier;

import io.restassured.response.Response;

/** Many clients that do something at the same moment. */
public final class ConcurrentClients {

    /** Five minutes: a busy machine is slow, and what never comes must end the test. */
    private static final int TRIES = 1_500;

    private ConcurrentClients() {}

    /** What each of them got, in the order of their numbers from 0. */
    public static <T> List<T> of(int clients, IntFunction<T> each) throws InterruptedException, ExecutionException {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int client = i;
                running.add(threads.submit(() -> {
                    start.await();
                    return each.apply(client);
                }));
            }
            start.countDown();
            List<T> all = new ArrayList<>();
            for (Future<T> one : running) all.add(one.get());
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Asks again as a client does that is told to: when the register is busy, or the first request is still at work. */
    public static Response patiently(Supplier<Response> request) {
        Response answer = request.get();
        for (int again = 0; again < TRIES && mustWait(answer); again++) {
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            answer = request.get();
        }
        return answer;
    }

    private static boolean mustWait(Response answer) {
        boolean retry = answer.statusCode() == 503 || answer.statusCode() == 409;
        return retry && answer.header("Retry-After") != null;
    }
}
