package org.servanda.faults;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.servanda.testing.Postgres;
import org.servanda.testing.ProgramProcess;

/**
 * Two nodes on one PostgreSQL, and one of them is killed (SIGKILL): the other goes on, and clients go over to it with the
 * keys they have. Then another one joins, and the older is killed, as often as the property {@code servanda.node-kills}
 * says; {@code bench/faults/two-instances.sh} runs the long form.
 */
class TwoInstancesIT {

    private static final int KILLS = Integer.getInteger("servanda.node-kills", 1);

    /** So many are acknowledged with both nodes, and with the one that is left. */
    private static final int SOME = 40;

    @TempDir
    Path folder;

    @Test
    void oneIsKilled() throws Exception {
        List<ProgramProcess> nodes = new CopyOnWriteArrayList<>();
        try (EmbeddedPostgres server = Postgres.durable().start()) {
            PackagedProgram program = PackagedProgram.onPostgresql(server, folder.resolve("admin.key"));
            nodes.add(program.start());
            ReportingClients reportingClients = ReportingClients.on(program, nodes.get(0));
            nodes.add(program.start());
            reportingClients.send(nodes, () -> {
                for (int kill = 1; kill <= KILLS; kill++) {
                    ProgramProcess killed = nodes.get(0);
                    reportingClients.awaitMore(SOME);
                    killed.kill();
                    reportingClients.awaitMore(SOME);
                    if (kill == KILLS) return;
                    nodes.add(program.start());
                    nodes.remove(killed);
                    killed.close();
                }
            });
            FaultRunResult result = reportingClients.judge(nodes.get(1));
            nodes.get(1).stop();
            program.checkStandings();
            result.printAndAssert("one of two nodes killed, " + program.store() + ", " + KILLS + " times");
        } finally {
            for (ProgramProcess node : nodes) node.close();
        }
    }
}
