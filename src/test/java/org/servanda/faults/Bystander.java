package org.servanda.faults;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.servanda.testing.ProgramProcess;
import org.servanda.testing.ProgramProcess.Answer;

/** A client that behaves well while others do not: it asks for a list ten times a second, and whether the node is ready. */
class Bystander {

    private static final String LIST = "/api/v1/commitments?area=AI&limit=20";
    private static final long PAUSE_MILLIS = 100;
    private static final long PATIENCE_SECONDS = 150;

    private final ProgramProcess service;
    private final String bearer;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final Latencies lists = new Latencies();
    private final Latencies readiness = new Latencies();
    private final List<String> wrong = new ArrayList<>();
    private int answered;
    private int refused;
    private int notReady;
    private volatile boolean going = true;

    /** @param bearer its own key: who it is, though it comes from the same address as the others */
    Bystander(ProgramProcess service, String bearer) {
        this.service = service;
        this.bearer = bearer;
    }

    /** Asks for as long as this takes. */
    void during(ReportingClients.Disturbance disturbance) throws Exception {
        threads.submit(() -> {
            while (going) list();
            return null;
        });
        threads.submit(() -> {
            while (going) ready();
            return null;
        });
        try {
            disturbance.run();
        } finally {
            going = false;
            threads.shutdown();
        }
        if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS))
            throw new AssertionError("the bystander is never answered");
    }

    private void list() throws InterruptedException {
        long begin = System.nanoTime();
        try {
            Answer answer = service.ask(LIST, bearer);
            lists.add(begin);
            note(answer);
        } catch (UncheckedIOException none) {
            note("no answer: " + none.getCause());
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }

    private synchronized void note(Answer answer) {
        if (answer.status() == 200) answered++;
        else if (answer.status() == 503 && answer.retryAfter().isPresent()) refused++;
        else wrong.add(answer.status() + " " + answer.body());
    }

    private synchronized void note(String nothing) {
        wrong.add(nothing);
    }

    private void ready() throws InterruptedException {
        long begin = System.nanoTime();
        try {
            if (service.health("ready") == 200) readiness.add(begin);
            else missed();
        } catch (UncheckedIOException none) {
            missed();
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }

    private synchronized void missed() {
        notReady++;
    }

    synchronized int answered() {
        return answered;
    }

    synchronized int notReady() {
        return notReady;
    }

    /** Answers that nobody who asks rightly should get. */
    synchronized List<String> wrong() {
        return List.copyOf(wrong);
    }

    Latencies readiness() {
        return readiness;
    }

    /** How it fared, as a part of the line of verdict. */
    synchronized void tell(Map<String, Object> more) {
        more.put("bystander", answered + " answers");
        more.put("refused", refused);
        more.put("p99", String.format(Locale.ROOT, "%.0f ms", lists.millis(0.99)));
        more.put("slowest readiness", String.format(Locale.ROOT, "%.0f ms", readiness.millis(1)));
        more.put("not ready", notReady);
    }
}
