package org.servanda;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.servanda.testing.Postgres;
import org.servanda.testing.ProgramProcess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The packaged program, started with a word instead of as a service. */
class CommandIT {

    private static final List<String> COMMANDS = List.of("check-standings", "rebuild-standings", "check-log");

    @TempDir
    Path folder;

    /** What it says, after it ended with this status. */
    private String run(int status, String... command) throws Exception {
        try (ProgramProcess program = ProgramProcess.start("quarkus-app", settings(), command)) {
            assertEquals(status, program.awaitEnd(), program::output);
            return program.output();
        }
    }

    private Map<String, String> settings() {
        return Map.of("SERVANDA_DATA_DIR", folder.toString());
    }

    /** Both ports set to one that is taken: whoever opens either of them does not start. */
    private Map<String, String> listeningOn(int port) {
        return Map.of(
                "SERVANDA_DATA_DIR",
                folder.toString(),
                "JAVA_TOOL_OPTIONS",
                "-Dquarkus.http.port=" + port + " -Dquarkus.management.port=" + port);
    }

    private void tamper(String sql) throws SQLException {
        try (Connection store = DriverManager.getConnection("jdbc:h2:file:" + folder + "/servanda", "servanda", "");
                Statement statement = store.createStatement()) {
            assertTrue(statement.executeUpdate(sql) > 0);
        }
    }

    @Test
    void standingsAreCheckedAndPutRightWithoutServing() throws Exception {
        String before;
        try (ProgramProcess service =
                ProgramProcess.start("quarkus-app", settings()).awaitReady()) {
            before = service.get("/api/v1/commitments?status=declared&count=true");
            service.stop();
        }
        assertTrue(
                run(0, "check-standings").contains("115 commitment(s) with 115 rectangle(s) replayed: no difference"));
        tamper("update standing set status = 'completed' where code = 'ACJS-2024.III.2'");
        String found = run(1, "check-standings");
        assertTrue(found.contains("ACJS-2024.III.2 from 2024-10-10, known from entry "), found);
        assertTrue(found.contains("status is stored as completed, replayed as "), found);
        assertTrue(found.contains("replayed: 1 difference(s)"), found);
        String repaired = run(0, "rebuild-standings");
        assertTrue(repaired.contains("status is stored as completed, replayed as "), repaired);
        assertTrue(repaired.contains("the replayed ones were written in place of the stored"), repaired);
        run(0, "check-standings");
        try (ProgramProcess service =
                ProgramProcess.start("quarkus-app", settings()).awaitReady()) {
            assertEquals(before, service.get("/api/v1/commitments?status=declared&count=true"));
            service.stop();
        }
    }

    private void makeRegister() throws Exception {
        try (ProgramProcess service =
                ProgramProcess.start("quarkus-app", settings()).awaitReady()) {
            service.stop();
        }
    }

    @Test
    void aCommandOpensNoPortAndLeavesTheRegisterAsItIs() throws Exception {
        makeRegister();
        String told;
        try (ServerSocket taken = new ServerSocket(0);
                ProgramProcess program =
                        ProgramProcess.start("quarkus-app", listeningOn(taken.getLocalPort()), "check-standings")) {
            assertEquals(0, program.awaitEnd(), program::output);
            told = program.output();
        }
        assertTrue(told.contains("115 commitment(s) with 115 rectangle(s) replayed: no difference"), told);
        assertFalse(told.contains("register:"), "no seeds are applied: " + told);
        assertFalse(told.contains("admin key"), "no key is made: " + told);
        assertFalse(told.contains("localhost"), "nothing is served: " + told);
    }

    @Test
    void whatCouldNotRunHasNotFoundADifference() throws Exception {
        try (Connection other = DriverManager.getConnection("jdbc:h2:file:" + folder + "/servanda", "servanda", "")) {
            assertFalse(other.isClosed());
            for (String command : COMMANDS) {
                String told = run(2, command);
                assertTrue(told.contains("servanda.mv.db is in use by another process"), told);
                assertEquals(1, told.lines().count(), told);
            }
        }
    }

    @Test
    void aLogThatDiffersIsToldByTheStatus() throws Exception {
        makeRegister();
        String right = run(0, "check-log");
        assertTrue(right.matches("(?s).*\\b30\\d entries.*"), right);
        tamper("insert into ledger_node values (1000000, 'a hash of nothing')");
        assertTrue(run(1, "check-log").contains("nodes are kept, and there must be"));
    }

    /** Nothing was looked at, so nothing can be right; and nothing is made. */
    @Test
    void whereThereIsNoRegisterNoneIsFoundRight() throws Exception {
        for (String command : COMMANDS) {
            String told = run(2, command);
            assertTrue(told.contains("there is no register in " + folder + "/servanda.mv.db"), told);
            assertEquals(1, told.lines().count(), told);
            try (Stream<Path> made = Files.list(folder)) {
                assertEquals(List.of(), made.toList());
            }
        }
        // A file of H2, and nothing in it.
        DriverManager.getConnection("jdbc:h2:file:" + folder + "/servanda", "servanda", "")
                .close();
        for (String command : COMMANDS) assertTrue(run(2, command).contains("there is no register in"));
    }

    @Test
    void whatIsSetForTheOtherProgramIsNotLookedAtByThisOne() throws Exception {
        Map<String, String> settings = new HashMap<>(settings());
        settings.put("SERVANDA_DB_URL", "jdbc:postgresql://localhost/servanda");
        for (String command : COMMANDS) {
            try (ProgramProcess program = ProgramProcess.start("quarkus-app", settings, command)) {
                assertEquals(2, program.awaitEnd(), program::output);
                assertTrue(program.output().contains("take the program for PostgreSQL"), program::output);
            }
        }
    }

    @Test
    void onPostgresqlTooWhereThereIsNoRegisterNoneIsFoundRight() throws Exception {
        try (EmbeddedPostgres server = Postgres.durable().start()) {
            Map<String, String> settings = new HashMap<>(ProgramProcess.storeOf(server));
            for (String command : COMMANDS) {
                try (ProgramProcess program = ProgramProcess.start("quarkus-app-postgresql", settings, command)) {
                    assertEquals(2, program.awaitEnd(), program::output);
                    assertTrue(program.output().contains("there is no register in jdbc:postgresql:"), program::output);
                }
            }
        }
    }

    @Test
    void whateverIsInTheWayIsNoDifference() throws Exception {
        Map<String, String> nowhere = Map.of(
                "SERVANDA_DB_URL",
                "jdbc:postgresql://localhost:" + ProgramProcess.freePort() + "/servanda",
                "SERVANDA_DB_PASSWORD",
                "x");
        Map<String, String> unreadable = Map.of("QUARKUS_HTTP_PORT", "http");
        for (Map<String, String> settings : List.of(nowhere, unreadable)) {
            try (ProgramProcess program = ProgramProcess.start("quarkus-app-postgresql", settings, "check-standings")) {
                assertEquals(2, program.awaitEnd(), program::output);
            }
        }
    }

    @Test
    void anotherWordIsRefusedWithTheOnesThereAre() throws Exception {
        for (String[] words : new String[][] {{"check"}, {"check-standings", "now"}}) {
            String told = run(2, words);
            assertTrue(told.startsWith("usage:"), told);
            assertTrue(told.contains("check-standings") && told.contains("rebuild-standings"), told);
            assertTrue(told.contains("1 when something differs, 2 when it could not run"), told);
        }
    }
}
