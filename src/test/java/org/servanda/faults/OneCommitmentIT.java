package org.servanda.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.servanda.testing.Postgres;
import org.servanda.testing.ProgramProcess;
import org.servanda.testing.ProgramProcess.Answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Fifty clients on one commitment: first all report on it at once, then all change its title, each to one more than it has
 * read. So many as the properties {@code servanda.reports} and {@code servanda.edits} (of each client) say;
 * {@code bench/faults/one-commitment.sh} runs the long form.
 */
class OneCommitmentIT {

    private static final int CLIENTS = 50;
    private static final int REPORTS = Integer.getInteger("servanda.reports", 100);
    private static final int EDITS = Integer.getInteger("servanda.edits", 1);

    private static final String CODE = "BRDE-2023.19.4";
    private static final String PATH = "/api/v1/commitments/" + CODE;
    private static final String COUNTER = "(?s).*\"en\":\"Read (\\d+) times\".*";

    /** So long a client waits that is told that others are in the way. */
    private static final long PAUSE_MILLIS = 50;

    @TempDir
    Path folder;

    @Test
    void onH2() throws Exception {
        crowd(PackagedProgram.onH2(folder.resolve("data"), folder.resolve("admin.key")));
    }

    @Test
    void onPostgresql() throws Exception {
        try (EmbeddedPostgres server = Postgres.durable().start()) {
            crowd(PackagedProgram.onPostgresql(server, folder.resolve("admin.key")));
        }
    }

    private static void crowd(PackagedProgram program) throws Exception {
        try (ProgramProcess service = program.start()) {
            ReportingClients reportingClients = new ReportingClients(program, service, List.of(CODE), CLIENTS);
            reportingClients.send(service, () -> reportingClients.awaitMore(REPORTS));
            reportingClients.resolve(service);
            Answer before = service.ask(PATH);
            assertEquals(
                    200,
                    service.patch(PATH, reportingClients.bearer(), before.tag().orElseThrow(), title(0))
                            .status());
            int refused = edit(service, reportingClients.bearer());
            int edits = CLIENTS * EDITS;
            int lost = edits - counted(service.ask(PATH));
            assertEquals(0, lost, "edits lost");
            FaultRunResult result = reportingClients.judge(service, edits + 1);
            service.stop();
            program.checkStandings();
            Map<String, Object> more = new LinkedHashMap<>();
            more.put("edits", edits);
            more.put("edits lost", lost);
            more.put("refused with 412", refused);
            result.printAndAssert(CLIENTS + " clients on one commitment, " + program.store(), more);
        }
    }

    /** All edit until each has done its share; returns how often one was told that another was faster. */
    private static int edit(ProgramProcess service, String bearer) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<Integer>> running = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            running.add(clients.submit(() -> {
                int refused = 0;
                for (int done = 0; done < EDITS; done++) refused += increment(service, bearer);
                return refused;
            }));
        }
        int refused = 0;
        for (Future<Integer> one : running) refused += one.get();
        clients.shutdown();
        return refused;
    }

    private static int increment(ProgramProcess service, String bearer) throws InterruptedException {
        for (int refused = 0; ; ) {
            Answer seen = service.ask(PATH);
            Answer answer = seen.status() == 200
                    ? service.patch(PATH, bearer, seen.tag().orElseThrow(), title(counted(seen) + 1))
                    : seen;
            if (answer.status() == 200) return refused;
            assertTrue(answer.status() == 412 || answer.status() == 503, answer.body());
            if (answer.status() == 412) refused++;
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private static String title(int number) {
        return "{\"title\":{\"en\":\"Read " + number + " times\"}}";
    }

    private static int counted(Answer answer) {
        return Integer.parseInt(answer.body().replaceFirst(COUNTER, "$1"));
    }
}
