package org.servanda.faults;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.servanda.testing.Postgres;
import org.servanda.testing.ProgramProcess;
import org.servanda.testing.ProgramProcess.Answer;

/**
 * Of two nodes on one PostgreSQL one is frozen (SIGSTOP) while it holds the turn to write, and goes on later. Meanwhile
 * sixteen clients submit updates to the other. As often as the property {@code servanda.freezes} says;
 * {@code bench/faults/frozen-node.sh} runs the long form.
 */
class FrozenNodeIT {

    private static final int FREEZES = Integer.getInteger("servanda.freezes", 1);

    private static final int SOME = 20;

    private static final String WAITING_FOR_A_LOCK =
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and pid <> pg_backend_pid()";

    private static final String HOLDING_THE_TURN =
            "select count(*) from pg_stat_activity where state = 'idle in transaction'"
                    + " and query like '%register%' and pid <> pg_backend_pid()";

    @TempDir
    Path folder;

    @Test
    void whileItHoldsTheTurn() throws Exception {
        try (EmbeddedPostgres server = Postgres.durable().start()) {
            PackagedProgram program = PackagedProgram.onPostgresql(server, folder.resolve("admin.key"));
            try (ProgramProcess node = program.start();
                    ProgramProcess frozen = program.start()) {
                Bystander bystander = new Bystander(node, program.secretariat(node));
                ReportingClients reportingClients = ReportingClients.on(program, node);
                List<String> faults = new ArrayList<>();
                bystander.during(() -> reportingClients.send(node, () -> {
                    for (int time = 0; time < FREEZES; time++) {
                        reportingClients.awaitMore(SOME);
                        CompletableFuture<Answer> held =
                                freezeInTheMiddleOfAChange(server, frozen, reportingClients.bearer());
                        // Nobody has done anything about it.
                        reportingClients.awaitMore(SOME);
                        frozen.thaw();
                        Answer answer = held.join();
                        // Had it been kept all the same, the verdict would call it done by half.
                        if (answer.status() != 503 || answer.retryAfter().isEmpty())
                            faults.add("the node that was frozen answered " + answer);
                        frozen.await("ready again", () -> frozen.health("ready") == 200);
                    }
                }));
                faults.addAll(bystander.wrong());
                if (bystander.answered() == 0) faults.add("nobody was answered");
                FaultRunResult result = reportingClients.judge(frozen).with(faults);
                Map<String, Object> more = new LinkedHashMap<>();
                bystander.tell(more);
                node.peakMemory().ifPresent(most -> more.put("most memory", most + " MiB"));
                node.stop();
                frozen.stop();
                program.checkStandings();
                result.printAndAssert("one of two nodes frozen, " + program.store() + ", " + FREEZES + " times", more);
            }
        }
    }

    /** Waits for the turn at a lock that is the test's own, so that it is frozen for sure when it gets it. */
    private static CompletableFuture<Answer> freezeInTheMiddleOfAChange(
            EmbeddedPostgres server, ProgramProcess node, String bearer) throws Exception {
        try (Connection own = server.getPostgresDatabase().getConnection();
                Statement statement = own.createStatement()) {
            own.setAutoCommit(false);
            statement.executeQuery("select * from register for update");
            CompletableFuture<Answer> held = CompletableFuture.supplyAsync(() -> report(node, bearer));
            // A writer of the other node waits too.
            node.await("waiting for its turn", () -> count(server, WAITING_FOR_A_LOCK) >= 2);
            node.freeze();
            own.rollback();
            node.await("holding the turn", () -> count(server, HOLDING_THE_TURN) > 0);
            return held;
        }
    }

    private static Answer report(ProgramProcess node, String bearer) {
        try {
            String path = "/api/v1/commitments/" + ReportingClients.COMMITMENTS.get(0) + "/updates";
            String body =
                    """
                    {"effectiveOn":"2026-06-30","status":"in_progress","narrative":{"en":"of nobody who waits"}}""";
            return node.post(path, bearer, UUID.randomUUID().toString(), body);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int count(EmbeddedPostgres server, String query) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
