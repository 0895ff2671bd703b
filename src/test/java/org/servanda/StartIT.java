package org.servanda;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.h2.engine.Constants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.servanda.testing.Postgres;
import org.servanda.testing.ProgramProcess;
import org.servanda.text.Sha256;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a person sees who starts the packaged program: where it is, or in one sentence why it is not. */
class StartIT {

    private static final String H2 = "quarkus-app";
    private static final String POSTGRESQL = "quarkus-app-postgresql";

    @TempDir
    Path folder;

    private Path data() {
        return folder.resolve("data");
    }

    /** These settings and a data folder of its own. */
    private Map<String, String> with(String... settings) {
        Map<String, String> all = new HashMap<>(Map.of("SERVANDA_DATA_DIR", data().toString()));
        for (int i = 0; i < settings.length; i += 2) all.put(settings[i], settings[i + 1]);
        return all;
    }

    private Set<Path> made() throws IOException {
        return contents(file -> "").keySet();
    }

    /** Every file with the digest of its bytes; to be asked while nobody has one open, since reading it lets go of its lock. */
    private Map<Path, String> contents() throws IOException {
        return contents(file -> HexFormat.of().formatHex(Sha256.sha256(Files.readAllBytes(file))));
    }

    private interface Told {
        String of(Path file) throws IOException;
    }

    private Map<Path, String> contents(Told told) throws IOException {
        Map<Path, String> all = new TreeMap<>();
        if (!Files.exists(folder)) return all;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.toList()) all.put(each, Files.isDirectory(each) ? "" : told.of(each));
        }
        return all;
    }

    /** It ends with 1, says one sentence that names all this, and has made nothing. */
    private void assertRefused(String app, Map<String, String> settings, String... named) throws Exception {
        assertRefused(1, ProgramProcess.start(app, settings), named);
    }

    private void assertRefused(int status, ProgramProcess started, String... named) throws Exception {
        Set<Path> before = made();
        try (ProgramProcess refused = started) {
            int ended = refused.awaitEnd();
            String told = refused.output();
            assertEquals(status, ended, told);
            assertEquals(1, told.lines().count(), told);
            for (String each : named) assertTrue(told.contains(each), told);
        }
        assertEquals(before, made(), "nothing was made");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static ServerSocket taken(String host) throws IOException {
        return new ServerSocket(0, 1, InetAddress.getByName(host));
    }

    @Test
    void theLinesForPeopleHaveNoPrefix() throws Exception {
        try (ProgramProcess service = ProgramProcess.start(H2, with()).awaitReady()) {
            String told = service.awaitOutput("contract: ");
            List<String> lines = told.lines().toList();
            String store = "store: H2 " + Constants.VERSION + ", file " + data()
                    + "/servanda.mv.db: an acknowledged change survives kill -9 and power cut";
            String register =
                    "register: 4 instruments with 115 commitments, 90 links in the seeds; 305 record(s) changed";
            List<String> last = List.of(
                    "address: " + service.url() + "/api/v1",
                    "ask first: curl \"" + service.url() + "/api/v1/commitments?area=AI&fields=title,status\"",
                    "contract: " + service.url() + "/openapi, as a page to try: " + service.url() + "/q/swagger-ui");
            assertTrue(lines.indexOf(store) >= 0, told);
            assertTrue(lines.indexOf(store) < lines.indexOf(register), told);
            assertEquals(last, lines.subList(lines.size() - last.size(), lines.size()), told);
            List<String> between = lines.subList(lines.indexOf(register) + 1, lines.size() - last.size());
            assertTrue(between.get(0).startsWith("a key to begin with. It is shown once"), told);
            assertTrue(between.stream().anyMatch(line -> line.matches(" +key +svd_\\w+")), told);
            assertEquals("rwx------", mode(data()));
            assertEquals("rw-------", mode(data().resolve("servanda.mv.db")));
        }
    }

    @Test
    void aTakenPortIsToldBeforeThereIsARegister() throws Exception {
        try (ServerSocket taken = taken("0.0.0.0")) {
            String port = "" + taken.getLocalPort();
            assertRefused(H2, with("QUARKUS_HTTP_PORT", port), "port " + port, "the API", "set QUARKUS_HTTP_PORT");
        }
        try (ServerSocket taken = taken("127.0.0.1")) {
            String port = "" + taken.getLocalPort();
            assertRefused(
                    H2,
                    with("QUARKUS_MANAGEMENT_PORT", port),
                    "port " + port,
                    "health and metrics",
                    "set QUARKUS_MANAGEMENT_PORT");
        }
    }

    @Test
    void onePortForBothIsNone() throws Exception {
        String port = "" + ProgramProcess.freePort();
        assertRefused(
                H2,
                with("QUARKUS_HTTP_PORT", port, "QUARKUS_MANAGEMENT_PORT", port),
                "port " + port,
                "set QUARKUS_MANAGEMENT_PORT");
    }

    @Test
    void aDataFolderInUseIsTold() throws Exception {
        try (Connection other = DriverManager.getConnection("jdbc:h2:file:" + data() + "/servanda", "servanda", "")) {
            assertFalse(other.isClosed());
            assertRefused(H2, with(), data() + "/servanda.mv.db is in use", "SERVANDA_DATA_DIR");
        }
    }

    @Test
    void aDataFolderThatCannotBeMadeIsTold() throws Exception {
        Path file = Files.writeString(data(), "no folder");
        assertRefused(
                H2,
                with("SERVANDA_DATA_DIR", file.resolve("below").toString()),
                file + " is no folder",
                "SERVANDA_DATA_DIR");
        assertRefused(
                H2,
                with("SERVANDA_DATA_DIR", file.resolve("below").toString(), "SERVANDA_FILES_FOLDER", folder.toString()),
                "the store " + file + "/below/servanda.mv.db cannot be made",
                "SERVANDA_DATA_DIR");
    }

    @Test
    void seedsThatAreNotThereAreTold() throws Exception {
        Path nowhere = folder.resolve("nowhere");
        assertRefused(
                H2,
                with("SERVANDA_SEEDS_DIR", nowhere.toString()),
                nowhere + ", which is not there",
                "SERVANDA_SEEDS_DIR");
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        assertRefused(
                H2, with("SERVANDA_SEEDS_DIR", file.toString()), file + ", which is no folder", "SERVANDA_SEEDS_DIR");
    }

    @Test
    void aDatabaseThatCannotBeReachedIsTold() throws Exception {
        String url = "jdbc:postgresql://localhost:" + ProgramProcess.freePort() + "/servanda";
        assertRefused(
                POSTGRESQL,
                with("SERVANDA_DB_URL", url + "?connectTimeout=1", "SERVANDA_DB_PASSWORD", "secret"),
                url + " cannot be opened",
                "refused",
                "see that PostgreSQL runs there",
                "SERVANDA_DB_URL");
        assertRefused(POSTGRESQL, with(), "set SERVANDA_DB_USER and SERVANDA_DB_PASSWORD");
    }

    @Test
    void theProgramOfTheOtherStoreIsToldWhichOneToTake() throws Exception {
        String[][] settings = {
            {"SERVANDA_DB_URL", "jdbc:postgresql://db:5432/servanda"},
            {"SERVANDA_DB_USER", "servanda"},
            {"SERVANDA_DB_PASSWORD", "secret"},
            {"QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://db:5432/servanda"}
        };
        for (String[] one : settings)
            assertRefused(H2, with(one), "H2 file", "take the program for PostgreSQL", POSTGRESQL);
        for (String url : List.of("jdbc:h2:file:" + data() + "/servanda", "postgresql://u:secret@db/servanda")) {
            Map<String, String> wrong = with("SERVANDA_DB_URL", url, "SERVANDA_DB_PASSWORD", "x");
            assertRefused(POSTGRESQL, wrong, "SERVANDA_DB_URL", "jdbc:postgresql://localhost:5432/servanda");
        }
    }

    @Test
    void aDatabaseThatCannotHoldEveryTextIsTold() throws Exception {
        try (EmbeddedPostgres server = Postgres.durable().start()) {
            for (String encoding : List.of("SQL_ASCII", "LATIN1", "EUC_CN")) {
                String name = encoding.toLowerCase(Locale.ROOT);
                execute(
                        server,
                        "postgres",
                        "create database " + name + " encoding '" + encoding + "' locale 'C' template template0");
                Map<String, String> store = with();
                store.putAll(ProgramProcess.storeOf(server));
                store.put("SERVANDA_DB_URL", server.getJdbcUrl("postgres", name));
                assertRefused(POSTGRESQL, store, encoding, "encoding 'UTF8'");
                assertEquals(0, count(server, name, "select count(*) from pg_tables where schemaname = 'public'"));
            }
        }
    }

    @Test
    void aDatabaseThatWouldLoseChangesIsToldBeforeAnythingIsMade() throws Exception {
        try (EmbeddedPostgres server =
                Postgres.durable().setServerConfig("synchronous_commit", "off").start()) {
            Map<String, String> store = with();
            store.putAll(ProgramProcess.storeOf(server));
            assertRefused(POSTGRESQL, store, "synchronous_commit=off");
            assertEquals(0, count(server, "postgres", "select count(*) from pg_tables where schemaname = 'public'"));
        }
    }

    private static void execute(EmbeddedPostgres server, String database, String sql) throws Exception {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(EmbeddedPostgres server, String database, String sql) throws Exception {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** With the rights that docs/operations.md names. */
    @Test
    void aUserThatOwnsNothingServesWhatTheOwnerHasMade() throws Exception {
        try (EmbeddedPostgres server = Postgres.durable().start()) {
            Map<String, String> owner =
                    with("SERVANDA_ADMIN_KEY_FILE", folder.resolve("admin.key").toString());
            owner.putAll(ProgramProcess.storeOf(server));
            try (ProgramProcess service =
                    ProgramProcess.start(POSTGRESQL, owner).awaitReady()) {
                service.stop();
            }
            execute(
                    server,
                    "postgres",
                    """
                    create role serving login password 'x';
                    grant connect on database postgres to serving;
                    grant usage on schema public to serving;
                    grant select, insert, update, delete on all tables in schema public to serving;
                    grant usage, select on all sequences in schema public to serving""");
            Map<String, String> serving = with();
            serving.putAll(ProgramProcess.storeOf(server, "serving", "x"));
            try (ProgramProcess service =
                    ProgramProcess.start(POSTGRESQL, serving).awaitReady()) {
                String admin = Files.readString(folder.resolve("admin.key")).strip();
                assertTrue(service.issue(admin, "secretariat").startsWith("svd_"));
                service.stop();
            }
            try (ProgramProcess check = ProgramProcess.start(POSTGRESQL, serving, "check-log")) {
                assertEquals(0, check.awaitEnd(), check::output);
            }
        }
    }

    @Test
    void aDatabaseThatIsNotMadeIsTold() throws Exception {
        try (EmbeddedPostgres server = Postgres.durable().start()) {
            Map<String, String> store = with();
            store.putAll(ProgramProcess.storeOf(server));
            store.put("SERVANDA_DB_URL", server.getJdbcUrl("postgres", "other"));
            assertRefused(POSTGRESQL, store, "\"other\" does not exist", "SERVANDA_DB_URL");
        }
    }

    /** The log is not set up by then, so what others had to say before has not been held back. */
    @Test
    void aSettingThatCannotBeReadIsToldInTheLastLine() throws Exception {
        try (ProgramProcess refused = ProgramProcess.start(H2, with("QUARKUS_HTTP_PORT", "http"))) {
            assertEquals(1, refused.awaitEnd(), refused::output);
            String last = refused.output().lines().reduce("", (before, line) -> line);
            assertTrue(last.startsWith("a setting is wrong: "), refused::output);
            assertTrue(last.contains("quarkus.http.port with the config value \"http\""), refused::output);
            assertFalse(refused.output().contains("\tat "), refused::output);
        }
        assertFalse(Files.exists(data()), "nothing was made");
    }

    /** As it was before entries had a salt: nothing that was given away of it would hold with one. */
    private static void takeSaltsOut(String url, String user) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, user.equals("postgres") ? user : "");
                Statement statement = connection.createStatement()) {
            statement.execute("alter table ledger_entry drop column salt");
        }
    }

    @Test
    void aRegisterFromBeforeEntriesHadASaltIsToldAndLeftAsItIs() throws Exception {
        try (ProgramProcess service = ProgramProcess.start(H2, with()).awaitReady()) {
            service.get("/api/v1/log/checkpoint");
            service.stop();
        }
        takeSaltsOut("jdbc:h2:file:" + data() + "/servanda", "servanda");
        Map<Path, String> before = contents();
        String register = "the register in " + data() + "/servanda.mv.db was made by an earlier state of this program";
        assertRefused(H2, with(), register, "begin anew with an empty data folder (SERVANDA_DATA_DIR)");
        for (String command : List.of("check-log", "check-standings", "rebuild-standings"))
            assertRefused(2, ProgramProcess.start(H2, with(), command), register, "begin anew");
        assertEquals(before, contents(), "nothing was changed");
    }

    @Test
    void aDatabaseFromBeforeEntriesHadASaltIsToldAndLeftAsItIs() throws Exception {
        try (EmbeddedPostgres server = Postgres.durable().start()) {
            Map<String, String> store = with();
            store.putAll(ProgramProcess.storeOf(server));
            try (ProgramProcess service =
                    ProgramProcess.start(POSTGRESQL, store).awaitReady()) {
                service.get("/api/v1/log/checkpoint");
                service.stop();
            }
            String url = server.getJdbcUrl("postgres", "postgres");
            takeSaltsOut(url, "postgres");
            Map<String, String> before = kept(url);
            Map<Path, String> files = contents();
            String[] told = {
                "/postgres was made by an earlier state of this program",
                "an empty data folder (SERVANDA_DATA_DIR) and an empty database (SERVANDA_DB_URL)"
            };
            assertRefused(POSTGRESQL, store, told);
            for (String command : List.of("check-log", "check-standings", "rebuild-standings"))
                assertRefused(2, ProgramProcess.start(POSTGRESQL, store, command), told);
            assertEquals(before, kept(url), "nothing was written to the database");
            assertEquals(files, contents(), "nothing was changed beside it");
        }
    }

    /** Each table with its columns and the digest of its rows. */
    private static Map<String, String> kept(String url) throws SQLException {
        Map<String, String> tables = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            try (ResultSet columns = statement.executeQuery(
                    "select table_name, string_agg(column_name || ' ' || data_type, ',' order by ordinal_position)"
                            + " from information_schema.columns where table_schema = 'public' group by table_name")) {
                while (columns.next()) tables.put(columns.getString(1), columns.getString(2));
            }
            for (Map.Entry<String, String> table : tables.entrySet()) {
                try (ResultSet rows = statement.executeQuery(
                        "select md5(string_agg(t::text, ';' order by t::text)) from " + table.getKey() + " t")) {
                    rows.next();
                    table.setValue(table.getValue() + " " + rows.getString(1));
                }
            }
        }
        return tables;
    }

    @Test
    void aSettingThatIsWrongIsTold() throws Exception {
        assertRefused(H2, with("SERVANDA_OIDC_ISSUER", "https://id.example.org"), "SERVANDA_OIDC_AUDIENCE is missing");
        assertRefused(H2, with("SERVANDA_PROOFS_ORIGIN", "not a name"), "servanda.proofs.origin", "no space");
    }
}
