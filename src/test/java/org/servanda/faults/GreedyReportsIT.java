package org.servanda.faults;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.servanda.testing.ConcurrentClients;
import org.servanda.testing.Postgres;
import org.servanda.testing.ProgramProcess;
import org.servanda.testing.ProgramProcess.Answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Clients that would have all places for reports, by asking for many or by not reading what they asked for. */
class GreedyReportsIT {

    private static final String LARGE = "/api/v1/reports/sample?seed=2026&size=115&format=xlsx";
    private static final String OTHER = "/api/v1/reports/status?format=csv";
    private static final int LOOPS = 8;
    private static final int TIMES = 5;

    /** More answers than all buffers on the way can hold. */
    private static final int QUESTIONS = 200;

    @TempDir
    Path folder;

    @Test
    void onH2() throws Exception {
        greedy(PackagedProgram.onH2(folder.resolve("data"), folder.resolve("admin.key")));
    }

    @Test
    void onPostgresql() throws Exception {
        try (EmbeddedPostgres server = Postgres.durable().start()) {
            greedy(PackagedProgram.onPostgresql(server, folder.resolve("admin.key")));
        }
    }

    private static void greedy(PackagedProgram any) throws Exception {
        PackagedProgram program =
                any.with(Map.of("SERVANDA_REPORTS_READER_PATIENCE", "2S", "SERVANDA_WEB_READER_PATIENCE", "2S"));
        try (ProgramProcess service = program.start()) {
            String auditor = program.secretariat(service);
            whoeverHasAKeyIsServedAmongManyWhoHaveNone(service, auditor);
            whoeverDoesNotReadIsGivenUp(service, auditor);
        }
    }

    private static void whoeverHasAKeyIsServedAmongManyWhoHaveNone(ProgramProcess service, String auditor)
            throws Exception {
        List<String> faults = ConcurrentClients.of(LOOPS + 1, client -> {
            StringBuilder wrong = new StringBuilder();
            for (int time = 0; time < TIMES; time++) {
                Answer answer = client == 0 ? ask(service, OTHER, auditor) : ask(service, LARGE, null);
                boolean told = answer.status() == 503 || answer.status() == 429;
                boolean right = answer.status() == 200
                        || client > 0 && told && answer.retryAfter().isPresent();
                if (!right)
                    wrong.append(client).append(": ").append(answer.status()).append(' ');
            }
            return wrong.toString();
        });
        assertEquals("", String.join("", faults));
    }

    private static Answer ask(ProgramProcess service, String address, String bearer) {
        try {
            return bearer == null ? service.ask(address) : service.ask(address, bearer);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void whoeverDoesNotReadIsGivenUp(ProgramProcess service, String auditor) throws Exception {
        List<Socket> deaf = new ArrayList<>();
        try {
            // As many as one client may have.
            for (int client = 0; client < 2; client++) deaf.add(deaf(service));
            assertEquals(200, service.ask(OTHER, auditor).status());
            service.await("giving up both", () -> givenUp(service) >= deaf.size());
            assertEquals(200, service.ask(OTHER).status());
        } finally {
            for (Socket one : deaf) one.close();
        }
    }

    private static long givenUp(ProgramProcess service) {
        return service.output()
                .lines()
                // In the middle of a report or between two.
                .filter(line -> line.contains("is given up") || line.contains("is cut"))
                .count();
    }

    /** Asks and asks, and does not read; all at once, since whoever is given up cannot ask any more. */
    private static Socket deaf(ProgramProcess service) throws IOException {
        Socket socket = service.connect();
        String question = "GET " + OTHER.replace("csv", "json") + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        socket.getOutputStream().write(question.repeat(QUESTIONS).getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
