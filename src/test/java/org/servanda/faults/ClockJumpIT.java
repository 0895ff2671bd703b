package org.servanda.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.servanda.testing.Postgres;
import org.servanda.testing.ProgramProcess;
import org.servanda.testing.Requirements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The clock of the machine is set forward and back while sixteen clients submit updates. Entries go on in one order of time, what
 * was answered for a revision or a moment is answered again, and what is recorded is shown. As many rounds as the property
 * {@code servanda.clock-rounds} says; {@code bench/faults/clock.sh} runs the long form.
 */
class ClockJumpIT {

    private static final int ROUNDS = Integer.getInteger("servanda.clock-rounds", 1);

    private static final int SOME = 30;

    /** Ahead of the real time, one after the other: forward, far back, beyond midnight, right. */
    private static final Duration[] JUMPS = {
        Duration.ofHours(5), Duration.ofHours(-7), Duration.ofHours(20), Duration.ofHours(-20), Duration.ZERO
    };

    @TempDir
    Path folder;

    @Test
    void onH2() throws Exception {
        FakeClock clock = clock("H2");
        jumped(PackagedProgram.onH2(folder.resolve("data"), folder.resolve("admin.key")), clock);
    }

    @Test
    void onPostgresql() throws Exception {
        FakeClock clock = clock("PostgreSQL");
        try (EmbeddedPostgres server = Postgres.durable().start()) {
            jumped(PackagedProgram.onPostgresql(server, folder.resolve("admin.key")), clock);
        }
    }

    private FakeClock clock(String store) throws Exception {
        return Requirements.met("clock jumps, " + store, () -> FakeClock.in(folder));
    }

    private static void jumped(PackagedProgram program, FakeClock clock) throws Exception {
        try (ProgramProcess service = program.with(clock.settings()).start()) {
            ReportingClients reportingClients = ReportingClients.on(program, service);
            reportingClients.send(service, () -> {
                reportingClients.awaitMore(SOME);
                for (int round = 0; round < ROUNDS; round++) {
                    for (Duration ahead : JUMPS) jump(service, reportingClients, clock, ahead);
                }
            });
            FaultRunResult result = reportingClients.judge(service);
            service.stop();
            program.checkStandings();
            result.printAndAssert("clock set, " + program.store() + ", " + ROUNDS * JUMPS.length + " times");
        }
    }

    private static void jump(ProgramProcess service, ReportingClients reportingClients, FakeClock clock, Duration ahead)
            throws Exception {
        Seen before = Seen.by(service);
        clock.set(ahead);
        awaitTime(service, ahead);
        before.assertStillSeen(service);
        reportingClients.awaitMore(SOME);
        before.assertStillSeen(service);
        assertTrue(Seen.by(service).revision() > before.revision(), "what was recorded since is not shown");
    }

    /** Waits until the service has the new time, as it tells whoever asks for a moment to come. */
    private static void awaitTime(ProgramProcess service, Duration ahead) throws InterruptedException {
        service.await("at the time that was set", () -> {
            String refusal = service.ask("/api/v1/commitments?knownAt=2199-01-01T00:00:00Z")
                    .body();
            Instant now = Instant.parse(refusal.replaceFirst("(?s).*now is ([0-9TZ:.-]+).*", "$1"));
            Duration off = Duration.between(Instant.now().plus(ahead), now).abs();
            return off.compareTo(Duration.ofMinutes(1)) < 0;
        });
    }

    /** What a reader was answered, and where in the two times that was. */
    private record Seen(long revision, String moment, String list) {

        private static final String LIST = "/api/v1/commitments?limit=200&asOf=2026-06-30&knownAt=";

        static Seen by(ProgramProcess service) throws InterruptedException {
            ProgramProcess.Answer now = service.ask("/api/v1/commitments?limit=1");
            long revision = Long.parseLong(now.body().replaceFirst("(?s).*\"revision\":(\\d+).*", "$1"));
            String moment = now.body().replaceFirst("(?s).*\"knownAt\":\"([^\"]+)\".*", "$1");
            return new Seen(revision, moment, service.get(LIST + revision));
        }

        void assertStillSeen(ProgramProcess service) throws InterruptedException {
            assertEquals(list, service.get(LIST + revision));
            assertEquals(list, service.get(LIST + moment));
        }
    }
}
