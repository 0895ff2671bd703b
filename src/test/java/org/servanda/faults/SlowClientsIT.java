package org.servanda.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.servanda.testing.Postgres;
import org.servanda.testing.ProgramProcess;

/**
 * More connections with one key than there are workers, each of which sends a body of a byte each two seconds, while
 * sixteen clients submit updates, four read, and one asks whether the node is ready. For as many seconds as the property
 * {@code servanda.slow} says; {@code bench/faults/slow-clients.sh} runs the long form.
 */
class SlowClientsIT {

    private static final int CONNECTIONS = 210;
    private static final int SECONDS = Integer.getInteger("servanda.slow", 15);

    @TempDir
    Path folder;

    @Test
    void onH2() throws Exception {
        trickle(PackagedProgram.onH2(folder.resolve("data"), folder.resolve("admin.key")));
    }

    @Test
    void onPostgresql() throws Exception {
        try (EmbeddedPostgres server = Postgres.durable().start()) {
            trickle(PackagedProgram.onPostgresql(server, folder.resolve("admin.key")));
        }
    }

    private static void trickle(PackagedProgram program) throws Exception {
        try (ProgramProcess service = program.start()) {
            SlowBodies slow = new SlowBodies(service, program.secretariat(service), CONNECTIONS);
            Bystander bystander = new Bystander(service, program.secretariat(service));
            ReportingClients reportingClients = ReportingClients.on(program, service);
            bystander.during(() -> slow.during(() -> reportingClients.send(service, () -> {
                reportingClients.awaitMore(20);
                TimeUnit.SECONDS.sleep(SECONDS);
                // Nobody holds a worker or a place for longer than the patience.
                service.await("cutting off slow bodies", () -> slow.cut() >= CONNECTIONS);
                reportingClients.awaitMore(20);
            })));
            List<String> faults = new ArrayList<>(bystander.wrong());
            if (bystander.notReady() > 0) faults.add("not ready " + bystander.notReady() + " times");
            if (bystander.answered() == 0) faults.add("nobody was answered");
            FaultRunResult result = reportingClients.judge(service).with(faults);
            Map<String, Object> more = new LinkedHashMap<>();
            more.put("cut off", slow.cut());
            bystander.tell(more);
            service.peakMemory().ifPresent(most -> more.put("most memory", most + " MiB"));
            service.stop();
            program.checkStandings();
            result.printAndAssert(CONNECTIONS + " slow bodies, " + program.store() + ", " + SECONDS + " s", more);
        }
    }
}
