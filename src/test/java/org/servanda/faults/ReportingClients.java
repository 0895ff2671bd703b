package org.servanda.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.servanda.testing.ProgramProcess;
import org.servanda.testing.ProgramProcess.Answer;

import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Clients that submit updates and remember the outcome of each. One that does not know what became of an update sends it
 * again with the same key, to the next node if there are several, until it knows.
 */
class ReportingClients {

    /** One update; its narrative repeats its key. */
    private record Report(String key, String commitment, String body) {}

    /** What happens meanwhile. */
    interface Disturbance {
        void run() throws Exception;
    }

    /** Under way by their texts, so that to report progress is always a legal move. */
    static final List<String> COMMITMENTS = List.of("ACJS-2024.I.1", "ACJS-2024.III.2", "BRDE-2023.19.4");

    private static final int WRITERS = 16;
    private static final int READERS = 4;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** So long a client waits before it asks again; shorter than Retry-After says, to be there early. */
    private static final long PAUSE_MILLIS = 100;

    private static final long PATIENCE_SECONDS = 300;

    private final String bearer;
    private final List<String> commitments;
    private final int writers;
    private final long from;
    private final Queue<Report> open = new ConcurrentLinkedQueue<>();
    private final ClientOutcomes outcomes = new ClientOutcomes();
    private final ReadingClients readingClients = new ReadingClients(outcomes);
    private volatile boolean power = true;

    ReportingClients(PackagedProgram program, ProgramProcess service, List<String> commitments, int writers)
            throws Exception {
        this.bearer = program.secretariat(service);
        this.from = RegisterContents.revision(service);
        this.commitments = commitments;
        this.writers = writers;
    }

    /** Sixteen writers on three commitments, and four who read. */
    static ReportingClients on(PackagedProgram program, ProgramProcess service) throws Exception {
        return new ReportingClients(program, service, COMMITMENTS, WRITERS);
    }

    /** The share of the work done that the update with this key speaks of. */
    static int percent(String key) {
        return Math.floorMod(key.hashCode(), 101);
    }

    /** Reports from many clients at once until {@code meanwhile} has run; each starts with a node of its own. The nodes may change. */
    void send(List<ProgramProcess> nodes, Disturbance meanwhile) throws Exception {
        AtomicBoolean going = new AtomicBoolean(true);
        ExecutorService clients = Executors.newFixedThreadPool(writers + READERS);
        for (int writer = 0; writer < writers; writer++) {
            int first = writer;
            clients.submit(() -> {
                int at = first;
                while (going.get()) at = report(nodes, at, going);
                return null;
            });
        }
        for (int reader = 0; reader < READERS; reader++) {
            int first = reader;
            clients.submit(() -> {
                readingClients.read(nodes, first, going::get);
                return null;
            });
        }
        try {
            meanwhile.run();
        } finally {
            going.set(false);
            clients.shutdown();
        }
        if (!clients.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS))
            throw new AssertionError("a client is never answered");
    }

    void send(ProgramProcess service, Disturbance meanwhile) throws Exception {
        send(List.of(service), meanwhile);
    }

    /** Waits until so many more were acknowledged, which shows that clients are served. */
    void awaitMore(int more) throws InterruptedException {
        int wanted = outcomes.count() + more;
        for (long left = PATIENCE_SECONDS * 50; outcomes.count() < wanted; left--) {
            assertTrue(
                    left > 0,
                    "no client is served any more: " + outcomes.totals().wrong());
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Sends again what was not answered; afterwards every outcome is known. */
    void resolve(ProgramProcess service) throws InterruptedException {
        for (Report report = open.poll(); report != null; report = open.poll()) {
            for (long left = PATIENCE_SECONDS * 1_000 / PAUSE_MILLIS; !known(service, report); left--) {
                assertTrue(left > 0, "it is not to be learned what became of " + report);
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }

    /** Compares what the register holds with what the clients were told. */
    FaultRunResult judge(ProgramProcess service) throws InterruptedException {
        return judge(service, 0);
    }

    /** @param others changes made meanwhile that were not updates */
    FaultRunResult judge(ProgramProcess service, long others) throws InterruptedException {
        resolve(service);
        return FaultRunResult.of(outcomes.totals(), RegisterContents.by(service, from, others));
    }

    String bearer() {
        return bearer;
    }

    /**
     * To be called just before the power goes. The machine of a test runs on after that, and its kernel lets a flush that
     * was under way end as if all were on the disk; with the power gone nobody would have been told.
     */
    void powerGoes() {
        power = false;
    }

    /** Before anything is sent to the service that was started again. */
    void powerIsBack() {
        power = true;
    }

    /** One update, until its outcome is known; returns the node that told it. */
    private int report(List<ProgramProcess> nodes, int first, AtomicBoolean going) throws InterruptedException {
        Report report = fresh();
        int at = first;
        while (!known(node(nodes, at), report)) {
            if (!going.get()) {
                open.add(report);
                return at;
            }
            at++;
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        return at;
    }

    /** The list may change while clients go on. */
    static ProgramProcess node(List<ProgramProcess> nodes, int number) {
        List<ProgramProcess> now = List.copyOf(nodes);
        return now.get(number % now.size());
    }

    private Report fresh() {
        String key = UUID.randomUUID().toString();
        String commitment = commitments.get(Math.floorMod(key.hashCode(), commitments.size()));
        return new Report(
                key,
                commitment,
                """
                {"effectiveOn":"2026-06-30","status":"in_progress","percent":%d,"narrative":{"en":"%s"}}"""
                        .formatted(percent(key), key));
    }

    /** Sends it once; true when the answer says what became of it. */
    private boolean known(ProgramProcess service, Report report) throws InterruptedException {
        try {
            Answer answer = service.post(
                    "/api/v1/commitments/" + report.commitment + "/updates", bearer, report.key, report.body);
            if (!power) {
                outcomes.doubt(report.key);
                return false;
            }
            if (answer.status() == 201) {
                outcomes.acknowledge(report.key, id(answer));
                return true;
            }
            boolean comeAgain = answer.status() == 503 || answer.status() == 409;
            if (!comeAgain || answer.retryAfter().isEmpty()) outcomes.wrong(answer.status() + " " + answer.body());
            // The others say that nothing was kept.
            if (!comeAgain || answer.body().contains("\"outcome-unknown\"")) outcomes.doubt(report.key);
            return false;
        } catch (UncheckedIOException cut) {
            if (!(cut.getCause() instanceof ConnectException)) outcomes.doubt(report.key);
            return false;
        }
    }

    private static String id(Answer answer) {
        try {
            return JSON.readTree(answer.body()).path("id").asText();
        } catch (IOException e) {
            throw new UncheckedIOException("half an answer", e);
        }
    }
}
