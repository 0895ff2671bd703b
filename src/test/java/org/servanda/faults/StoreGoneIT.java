package org.servanda.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.servanda.testing.Postgres;
import org.servanda.testing.ProgramProcess;
import org.servanda.testing.ProgramProcess.Answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What clients see while PostgreSQL is away, and while the service is asked to stop. */
class StoreGoneIT {

    private static final String WAITING_FOR_A_LOCK =
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and pid <> pg_backend_pid()";

    private static final String REPORT =
            "{\"effectiveOn\":\"2026-06-30\",\"status\":\"in_progress\",\"narrative\":{\"en\":\"as planned\"}}";

    @TempDir
    Path folder;

    private EmbeddedPostgres postgres(int port) throws Exception {
        return Postgres.durable()
                .setDataDirectory(folder.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    private Map<String, String> settings(EmbeddedPostgres server) {
        Map<String, String> settings = new HashMap<>(ProgramProcess.storeOf(server));
        settings.put("SERVANDA_ADMIN_KEY_FILE", folder.resolve("admin.key").toString());
        return settings;
    }

    private String secretariat(ProgramProcess service) throws Exception {
        return service.issue(Files.readString(folder.resolve("admin.key")).strip(), "secretariat");
    }

    /** Nothing that it would give up after a while: the machine may be too busy to end a lock in time. */
    private Map<String, String> patient(EmbeddedPostgres server) {
        Map<String, String> settings = settings(server);
        settings.put("SERVANDA_STORE_PATIENCE", "0");
        settings.put("QUARKUS_SHUTDOWN_TIMEOUT", "300S");
        return settings;
    }

    private static int count(EmbeddedPostgres server, String query) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static Answer report(ProgramProcess service, String bearer) throws InterruptedException {
        return service.post(
                "/api/v1/commitments/ACJS-2024.I.1/updates",
                bearer,
                UUID.randomUUID().toString(),
                REPORT);
    }

    @Test
    void clientsAreToldToComeBackAndNothingMustBeRestarted() throws Exception {
        EmbeddedPostgres server = postgres(ProgramProcess.freePort());
        int port = server.getPort();
        try (ProgramProcess service =
                ProgramProcess.start("quarkus-app-postgresql", settings(server)).awaitReady()) {
            String bearer = secretariat(service);
            assertEquals(201, report(service, bearer).status());
            server.close();
            for (int attempt = 0; attempt < 3; attempt++) {
                // An answer at all: a request that waited for the store would end at the patience of its client.
                Answer read = service.ask("/api/v1/commitments?limit=1");
                Answer written = report(service, bearer);
                assertEquals(503, read.status(), read.body());
                assertEquals(503, written.status(), written.body());
                assertTrue(read.body().contains("\"code\":\"unavailable\""), read.body());
                assertTrue(read.retryAfter().isPresent() && written.retryAfter().isPresent(), "Retry-After");
            }
            assertEquals(503, service.health("ready"));
            assertEquals(200, service.health("live"));
            server = postgres(port);
            service.await("ready again", () -> service.health("ready") == 200);
            assertEquals(200, service.ask("/api/v1/commitments?limit=1").status());
            assertEquals(201, report(service, bearer).status());
        } finally {
            server.close();
        }
    }

    /** As a standby is, or one that somebody has closed to changes. */
    @Test
    void aDatabaseThatTakesNoChangesIsReadAndTold() throws Exception {
        try (EmbeddedPostgres server = postgres(ProgramProcess.freePort());
                ProgramProcess service = ProgramProcess.start("quarkus-app-postgresql", settings(server))
                        .awaitReady()) {
            String bearer = secretariat(service);
            execute(server, "alter system set default_transaction_read_only = on");
            execute(server, "select pg_reload_conf()");
            service.await("refusing changes", () -> report(service, bearer).status() != 201);
            Answer written = report(service, bearer);
            assertEquals(503, written.status(), written.body());
            assertTrue(written.body().contains("takes no changes"), written.body());
            assertTrue(written.retryAfter().isPresent(), "Retry-After");
            assertEquals(200, service.ask("/api/v1/commitments?limit=1").status());
            execute(server, "alter system reset default_transaction_read_only");
            execute(server, "select pg_reload_conf()");
            service.await("taking changes", () -> report(service, bearer).status() == 201);
        }
    }

    /** As when another program has taken all connections that the database gives. */
    @Test
    void aDatabaseThatGivesNoConnectionIsToldAndComesBack() throws Exception {
        try (EmbeddedPostgres server = postgres(ProgramProcess.freePort())) {
            execute(server, "create role register login password 'x'; grant all on schema public to register");
            Map<String, String> settings = settings(server);
            settings.putAll(ProgramProcess.storeOf(server, "register", "x"));
            try (ProgramProcess service =
                    ProgramProcess.start("quarkus-app-postgresql", settings).awaitReady()) {
                String bearer = secretariat(service);
                execute(server, "alter role register connection limit 0");
                execute(server, "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'register'");
                service.await(
                        "without a connection",
                        () -> service.ask("/api/v1/areas").status() != 200);
                for (int attempt = 0; attempt < 20; attempt++) {
                    for (Answer answer : List.of(service.ask("/api/v1/areas"), report(service, bearer))) {
                        assertEquals(503, answer.status(), answer.body());
                        assertTrue(answer.retryAfter().isPresent(), "Retry-After");
                    }
                }
                assertEquals(503, service.health("ready"));
                execute(server, "alter role register connection limit -1");
                service.await("ready again", () -> service.health("ready") == 200);
                assertEquals(201, report(service, bearer).status());
            }
        }
    }

    private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aRequestThatIsBeingWorkedOnIsFinishedBeforeTheServiceStops() throws Exception {
        try (EmbeddedPostgres server = postgres(ProgramProcess.freePort());
                ProgramProcess service = ProgramProcess.start("quarkus-app-postgresql", patient(server))
                        .awaitReady()) {
            String bearer = secretariat(service);
            try (Connection other = server.getPostgresDatabase().getConnection();
                    Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.executeQuery("select * from register for update");
                CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> {
                    try {
                        return report(service, bearer);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
                service.await("at work on the report", () -> count(server, WAITING_FOR_A_LOCK) > 0);
                CompletableFuture<Integer> stopped = CompletableFuture.supplyAsync(() -> {
                    try {
                        return service.stop();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
                // Nothing tells from outside that the signal was taken. Where this is too short, the report ends before
                // it.
                TimeUnit.SECONDS.sleep(1);
                other.rollback();
                assertEquals(201, answer.join().status());
                stopped.join();
            }
        }
    }
}
