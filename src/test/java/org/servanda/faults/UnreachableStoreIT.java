package org.servanda.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.servanda.testing.Postgres;
import org.servanda.testing.ProgramProcess;
import org.servanda.testing.ProgramProcess.Answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The service does not reach PostgreSQL for a while, and sixteen clients submit updates all the same: they are told to come again,
 * and when the way is free nothing must be restarted. For as many seconds as the property {@code servanda.unreachable}
 * says; {@code bench/faults/unreachable.sh} runs the long form.
 */
class UnreachableStoreIT {

    private static final int SECONDS = Integer.getInteger("servanda.unreachable", 5);

    private static final int SOME = 20;

    @TempDir
    Path folder;

    /**
     * Nobody is told when a wire is silent: a statement that was sent waits for as long as the service has patience. What a
     * client waits longer for than its own is no answer, and fails.
     */
    @ParameterizedTest
    @ValueSource(strings = {DatabaseProxy.REFUSED, DatabaseProxy.SILENT})
    void forAWhile(String how) throws Exception {
        try (EmbeddedPostgres server = Postgres.durable().start();
                DatabaseProxy proxy = new DatabaseProxy(server.getPort())) {
            String url = server.getJdbcUrl("postgres", "postgres").replace(":" + server.getPort(), ":" + proxy.port());
            PackagedProgram program = PackagedProgram.onPostgresql(server, folder.resolve("admin.key"))
                    .with(Map.of("SERVANDA_DB_URL", url));
            try (ProgramProcess service = program.start()) {
                ReportingClients reportingClients = ReportingClients.on(program, service);
                Map<String, Object> waits = new LinkedHashMap<>();
                reportingClients.send(service, () -> {
                    reportingClients.awaitMore(SOME);
                    proxy.disturb(how);
                    Duration slowest = slowestAnswerWhileAway(service, reportingClients.bearer());
                    proxy.mend();
                    long mended = System.nanoTime();
                    service.await("ready again", () -> service.health("ready") == 200);
                    reportingClients.awaitMore(1);
                    waits.put("slowest 503", seconds(slowest));
                    waits.put("served again after", seconds(Duration.ofNanos(System.nanoTime() - mended)));
                    reportingClients.awaitMore(SOME);
                });
                FaultRunResult result = reportingClients.judge(service);
                service.stop();
                program.checkStandings();
                result.printAndAssert(
                        "database unreachable (" + how + "), " + program.store() + ", " + SECONDS + " s", waits);
            }
        }
    }

    private static Duration slowestAnswerWhileAway(ProgramProcess service, String bearer) throws InterruptedException {
        long start = System.nanoTime();
        Duration slowest = Duration.ZERO;
        do {
            for (Question question : List.<Question>of(() -> read(service), () -> write(service, bearer))) {
                long asked = System.nanoTime();
                Answer answer = question.ask();
                Duration waited = Duration.ofNanos(System.nanoTime() - asked);
                if (waited.compareTo(slowest) > 0) slowest = waited;
                assertEquals(503, answer.status(), answer.body());
                assertTrue(answer.body().contains("\"type\":\"/problems/"), answer.body());
                assertTrue(answer.retryAfter().isPresent(), "Retry-After");
            }
            assertEquals(503, service.health("ready"));
            assertEquals(200, service.health("live"));
        } while (System.nanoTime() - start < TimeUnit.SECONDS.toNanos(SECONDS));
        return slowest;
    }

    private interface Question {
        Answer ask() throws InterruptedException;
    }

    private static Answer read(ProgramProcess service) throws InterruptedException {
        return service.ask("/api/v1/commitments?limit=1");
    }

    /** One that would be refused if the store were there, so that it changes nothing. */
    private static Answer write(ProgramProcess service, String bearer) throws InterruptedException {
        String path = "/api/v1/commitments/" + ReportingClients.COMMITMENTS.get(0) + "/updates";
        return service.post(path, bearer, UUID.randomUUID().toString(), "{}");
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1_000.0);
    }
}
