package org.servanda.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.servanda.testing.ProgramProcess;
import org.servanda.testing.Requirements;

/**
 * The power goes while sixteen clients submit updates: the disk forgets what was not forced out, and no process has time for
 * anything. Cut as often as the property {@code servanda.cuts} says; {@code bench/faults/power-cut.sh} runs the long form.
 */
class PowerCutIT {

    private static final int CUTS = Integer.getInteger("servanda.cuts", 1);

    private static final int BEFORE_CUT = 40;

    @TempDir
    Path folder;

    @Test
    void onH2() throws Exception {
        try (CrashableDisk disk = disk("H2")) {
            PackagedProgram program = PackagedProgram.onH2(disk.folder("data"), folder.resolve("admin.key"));
            cut(program, service -> {
                disk.cut();
                service.kill();
                disk.restore();
            });
        }
    }

    @Test
    void onPostgresql() throws Exception {
        try (CrashableDisk disk = disk("PostgreSQL");
                PostgresCluster cluster = new PostgresCluster(disk.folder("postgres"))) {
            cut(PackagedProgram.onPostgresql(cluster.server(), folder.resolve("admin.key")), service -> {
                List<ProcessHandle> processes = cluster.processes();
                disk.cut();
                service.kill();
                cluster.kill(processes);
                disk.restore();
                cluster.start();
            });
        }
    }

    private interface Cut {
        void on(ProgramProcess service) throws Exception;
    }

    private CrashableDisk disk(String store) throws Exception {
        return Requirements.met("power cut, " + store, () -> {
            try {
                return CrashableDisk.make(folder);
            } catch (IOException e) {
                throw new IOException("root, loop devices and e2fsprogs are needed: " + e.getMessage(), e);
            }
        });
    }

    private static void cut(PackagedProgram program, Cut cut) throws Exception {
        ReportingClients reportingClients = null;
        for (int round = 0; round < CUTS; round++) {
            try (ProgramProcess service = program.start()) {
                if (reportingClients == null) reportingClients = ReportingClients.on(program, service);
                ReportingClients those = reportingClients;
                those.powerIsBack();
                those.resolve(service);
                those.send(service, () -> {
                    those.awaitMore(BEFORE_CUT);
                    those.powerGoes();
                    cut.on(service);
                });
            }
        }
        try (ProgramProcess service = program.start()) {
            reportingClients.powerIsBack();
            FaultRunResult result = reportingClients.judge(service);
            service.stop();
            program.checkStandings();
            result.printAndAssert("power cut, " + program.store() + ", " + CUTS + " times");
        }
    }
}
