package org.servanda.faults;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.servanda.testing.Postgres;
import org.servanda.testing.ProgramProcess;

/**
 * The packaged program is killed (SIGKILL) while sixteen clients submit updates: whatever was acknowledged is there, nothing is
 * there by half or twice, and sending again with the same key tells what became of the rest. Killed as often as the
 * property {@code servanda.kills} says; {@code bench/faults/kill.sh} runs the long form.
 */
class KilledServiceIT {

    private static final int KILLS = Integer.getInteger("servanda.kills", 2);

    /** Long enough that writers are in the middle of things. */
    private static final long BEFORE_KILL_MILLIS = 1_500;

    @TempDir
    Path folder;

    @Test
    void onH2() throws Exception {
        killed(PackagedProgram.onH2(folder.resolve("data"), folder.resolve("admin.key")));
    }

    @Test
    void onPostgresql() throws Exception {
        try (EmbeddedPostgres server = Postgres.durable().start()) {
            killed(PackagedProgram.onPostgresql(server, folder.resolve("admin.key")));
        }
    }

    private static void killed(PackagedProgram program) throws Exception {
        ReportingClients reportingClients = null;
        for (int kill = 0; kill < KILLS; kill++) {
            try (ProgramProcess service = program.start()) {
                if (reportingClients == null) reportingClients = ReportingClients.on(program, service);
                reportingClients.resolve(service);
                reportingClients.send(service, () -> {
                    TimeUnit.MILLISECONDS.sleep(BEFORE_KILL_MILLIS);
                    service.kill();
                });
            }
        }
        try (ProgramProcess service = program.start()) {
            FaultRunResult result = reportingClients.judge(service);
            service.stop();
            program.checkStandings();
            result.printAndAssert("kill -9, " + program.store() + ", " + KILLS + " times");
        }
    }
}
