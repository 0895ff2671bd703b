package org.servanda.faults;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.servanda.testing.Postgres;
import org.servanda.testing.ProgramProcess;

/**
 * PostgreSQL ends connections at random while sixteen clients submit updates and four read. As many as the property
 * {@code servanda.connections} says; {@code bench/faults/connections.sh} runs the long form.
 */
class TerminatedConnectionsIT {

    private static final int CONNECTIONS = Integer.getInteger("servanda.connections", 40);

    private static final int LONGEST_PAUSE_MILLIS = 200;

    /** Those that work first: to end an idle one is the lesser harm. */
    private static final String TERMINATE =
            """
            select count(pg_terminate_backend(pid)) from (select pid from pg_stat_activity
            where backend_type = 'client backend' and pid <> pg_backend_pid()
            order by state = 'idle', random() limit 1) as one""";

    @TempDir
    Path folder;

    @Test
    void atRandom() throws Exception {
        try (EmbeddedPostgres server = Postgres.durable().start()) {
            PackagedProgram program = PackagedProgram.onPostgresql(server, folder.resolve("admin.key"));
            try (ProgramProcess service = program.start()) {
                ReportingClients reportingClients = ReportingClients.on(program, service);
                reportingClients.send(service, () -> {
                    reportingClients.awaitMore(20);
                    terminate(server);
                    reportingClients.awaitMore(20);
                });
                FaultRunResult result = reportingClients.judge(service);
                service.stop();
                program.checkStandings();
                result.printAndAssert("connections ended, " + program.store() + ", " + CONNECTIONS + " of them");
            }
        }
    }

    private static void terminate(EmbeddedPostgres server) throws SQLException, InterruptedException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            int ended = 0;
            while (ended < CONNECTIONS) {
                try (ResultSet rows = statement.executeQuery(TERMINATE)) {
                    rows.next();
                    ended += rows.getInt(1);
                }
                TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS));
            }
        }
    }
}
