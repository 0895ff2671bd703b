package org.servanda.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.servanda.testing.Service;
import org.servanda.testing.Service.Answer;

/**
 * Clients that report progress and remember what they were told. One that does not know what became of a report sends it
 * again with the same key, until it knows.
 */
class Reports {

    /** One report: its key, which its narrative repeats, and what was answered. */
    private record Report(String key, String commitment, String body) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WRITERS = 16;

    private final String bearer;
    private final List<String> commitments;
    private final Queue<Report> unknown = new ConcurrentLinkedQueue<>();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    Reports(String bearer, List<String> commitments) {
        this.bearer = bearer;
        this.commitments = commitments;
    }

    /** Sends reports from many clients at once until {@code end} has run. */
    void send(Service service, Disturbance end) throws Exception {
        AtomicBoolean going = new AtomicBoolean(true);
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        for (int writer = 0; writer < WRITERS; writer++) {
            writers.submit(() -> {
                while (going.get()) send(service, fresh());
            });
        }
        end.run();
        going.set(false);
        writers.shutdown();
        if (!writers.awaitTermination(60, TimeUnit.SECONDS)) throw new AssertionError("a client is never answered");
    }

    /** What happens to the service meanwhile. */
    interface Disturbance {
        void run() throws Exception;
    }

    private Report fresh() {
        String key = UUID.randomUUID().toString();
        String commitment = commitments.get(Math.floorMod(key.hashCode(), commitments.size()));
        return new Report(
                key,
                commitment,
                """
                {"effectiveOn":"2026-06-30","status":"in_progress","percent":%d,"narrative":{"en":"%s"}}"""
                        .formatted(Math.floorMod(key.hashCode(), 101), key));
    }

    private void send(Service service, Report report) {
        try {
            Answer answer = service.post(
                    "/api/v1/commitments/" + report.commitment + "/updates", bearer, report.key, report.body);
            if (answer.status() == 201) acknowledged.put(report.key, id(answer));
            else if (answer.status() == 503 || answer.status() == 409) unknown.add(report);
            else wrong.add(answer.status() + " " + answer.body());
        } catch (UncheckedIOException cut) {
            unknown.add(report);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String id(Answer answer) {
        try {
            return JSON.readTree(answer.body()).path("id").asText();
        } catch (IOException e) {
            throw new UncheckedIOException("half an answer", e);
        }
    }

    /** Sends again what was not answered; afterwards every outcome is known. */
    void resolve(Service service) throws InterruptedException {
        for (int round = 0; round < 100 && !unknown.isEmpty(); round++) {
            List<Report> again = new ArrayList<>();
            for (Report report = unknown.poll(); report != null; report = unknown.poll()) again.add(report);
            again.forEach(report -> send(service, report));
            if (!unknown.isEmpty()) TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    /** Compares what the register holds with what the clients were told. */
    Verdict judge(Service service) throws InterruptedException, IOException {
        Map<String, List<String>> held = new ConcurrentHashMap<>();
        String cursor = "";
        do {
            JsonNode page = JSON.readTree(service.get("/api/v1/updates?limit=200" + cursor));
            page.path("items").forEach(update -> held.computeIfAbsent(
                            update.path("narrative").path("en").asText(), key -> new ArrayList<>())
                    .add(update.path("id").asText()));
            cursor = page.has("next") ? "&cursor=" + page.path("next").asText() : null;
        } while (cursor != null);
        long lost = acknowledged.entrySet().stream()
                .filter(told -> !held.getOrDefault(told.getKey(), List.of()).contains(told.getValue()))
                .count();
        long duplicated = held.values().stream().filter(ids -> ids.size() > 1).count();
        // Every outcome is resolved by now: what the register holds and nobody was told of was done by half.
        long half = held.keySet().stream()
                .filter(key -> !acknowledged.containsKey(key))
                .count();
        return new Verdict(acknowledged.size(), lost, half, duplicated, unknown.size(), List.copyOf(wrong));
    }

    /** What a run came to. */
    record Verdict(int acknowledged, long lost, long half, long duplicated, int unknown, List<String> wrong) {

        boolean good() {
            return acknowledged > 0 && lost == 0 && half == 0 && duplicated == 0 && unknown == 0 && wrong.isEmpty();
        }

        @Override
        public String toString() {
            return "acknowledged %d, lost %d, half %d, duplicated %d, unknown %d, wrong answers %d%s: %s"
                    .formatted(
                            acknowledged,
                            lost,
                            half,
                            duplicated,
                            unknown,
                            wrong.size(),
                            wrong.isEmpty() ? "" : " such as " + wrong.get(0),
                            good() ? "PASS" : "FAIL");
        }
    }
}
