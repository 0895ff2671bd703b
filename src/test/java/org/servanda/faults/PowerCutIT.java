package org.servanda.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.servanda.testing.ProgramProcess;
import org.servanda.testing.Requirements;

/**
 * The power goes while sixteen clients report: the disk forgets what was not forced out, and no process has time for
 * anything. Cut as often as the property {@code servanda.cuts} says; {@code bench/faults/power-cut.sh} runs the long form.
 */
class PowerCutIT {

    private static final int CUTS = Integer.getInteger("servanda.cuts", 1);

    private static final int BEFORE_CUT = 40;

    @TempDir
    Path folder;

    @Test
    void onH2() throws Exception {
        try (Disk disk = disk("H2")) {
            Program program = Program.onH2(disk.folder("data"), folder.resolve("admin.key"));
            cut(program, service -> {
                disk.cut();
                service.kill();
                disk.restore();
            });
        }
    }

    @Test
    void onPostgresql() throws Exception {
        try (Disk disk = disk("PostgreSQL");
                Cluster cluster = new Cluster(disk.folder("postgres"))) {
            cut(Program.onPostgresql(cluster.server(), folder.resolve("admin.key")), service -> {
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

    private Disk disk(String store) throws Exception {
        return Requirements.met("power cut, " + store, () -> {
            try {
                return Disk.make(folder);
            } catch (IOException e) {
                throw new IOException("root, loop devices and e2fsprogs are needed: " + e.getMessage(), e);
            }
        });
    }

    private static void cut(Program program, Cut cut) throws Exception {
        Reports reports = null;
        for (int round = 0; round < CUTS; round++) {
            try (ProgramProcess service = program.start()) {
                if (reports == null) reports = Reports.on(program, service);
                Reports those = reports;
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
            reports.powerIsBack();
            Verdict verdict = reports.judge(service);
            service.stop();
            program.checkStandings();
            verdict.tell("power cut, " + program.store() + ", " + CUTS + " times");
        }
    }
}
