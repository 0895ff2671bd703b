package org.servanda.proofs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.servanda.ledger.Hash;
import org.servanda.testing.CommandResult;
import org.servanda.testing.Postgres;
import org.servanda.testing.ProgramProcess;
import org.servanda.testing.Requirements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Checkpoints and proofs of the packaged program are checked by Go's own packages, which know nothing of it. */
class GoVerifiesIT {

    private static final Path SOURCE = Path.of("src/test/go/verifylog");
    private static final Path VERIFIER = Path.of("target/verifylog").toAbsolutePath();

    /** Where Debian puts Go's packages. */
    private static final Path PACKAGES = Path.of("/usr/share/gocode");

    private static final String TESTED = "proofs checked by Go";

    /** Every shape of a small tree, and what lies around larger powers of two. */
    private static final List<String> SIZES = List.of(
            "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "31", "32",
            "33", "63", "64", "65", "127", "128", "129", "255", "256", "257", "300");

    private static final String SIGNED = "log.key.checkpoint";

    @TempDir
    Path folder;

    @BeforeAll
    static void build() throws Exception {
        Path go = Requirements.command(TESTED, "go", "golang-go");
        Requirements.met(TESTED, () -> {
            if (Files.isDirectory(PACKAGES.resolve("src/golang.org/x/mod/sumdb/tlog"))) return PACKAGES;
            throw new IOException("golang-golang-x-mod-dev is not installed");
        });
        CommandResult built = CommandResult.of(
                Path.of(""),
                Map.of(
                        "GO111MODULE", "off",
                        "GOPATH", PACKAGES.toString(),
                        "GOCACHE", Path.of("target/go-cache").toAbsolutePath().toString()),
                List.of(go.toString(), "build", "-o", VERIFIER.toString(), "./" + SOURCE));
        assertEquals(0, built.exitStatus(), built.output());
    }

    private static CommandResult verify(ProgramProcess service, String key, List<String> sizes) throws Exception {
        return verify(service, key, null, sizes);
    }

    private static CommandResult verify(ProgramProcess service, String key, Path checkpoint, List<String> sizes)
            throws Exception {
        List<String> line = new ArrayList<>(List.of(VERIFIER.toString()));
        if (checkpoint != null) line.addAll(List.of("-checkpoint", checkpoint.toString()));
        line.addAll(List.of(service.url(), key));
        line.addAll(sizes);
        CommandResult result = CommandResult.of(Path.of(""), Map.of(), line);
        return result.exitStatus() == 0
                ? result
                : new CommandResult(result.exitStatus(), result.output() + "\n" + service.output());
    }

    private static String key(ProgramProcess service) throws InterruptedException {
        return service.get("/api/v1/log/keys").replaceFirst("(?s).*\"verifier\":\"([^\"]+)\".*", "$1");
    }

    private ProgramProcess start(String app, Map<String, String> store) throws InterruptedException {
        Map<String, String> settings = new HashMap<>(store);
        settings.put("SERVANDA_DATA_DIR", folder.resolve("data").toString());
        settings.put("SERVANDA_PROOFS_ORIGIN", "pledges.test/log");
        Path admin = folder.resolve("admin.key");
        if (!Files.exists(admin)) settings.put("SERVANDA_ADMIN_KEY_FILE", admin.toString());
        return ProgramProcess.start(app, settings).awaitReady();
    }

    /** A dozen more entries: some that everyone may read, some that not. */
    private void write(ProgramProcess service) throws Exception {
        String admin = Files.readString(folder.resolve("admin.key")).strip();
        String secretariat = service.issue(admin, "secretariat");
        for (int i = 0; i < 11; i++) {
            String report =
                    """
                    {"effectiveOn":"2025-06-01","status":"in_progress","narrative":{"en":"It goes on, %d"}}
                    """
                            .formatted(i);
            ProgramProcess.Answer answer = service.post(
                    "/api/v1/commitments/ACJS-2024.III.2/updates",
                    secretariat,
                    UUID.randomUUID().toString(),
                    report);
            assertEquals(201, answer.status(), answer.body());
        }
    }

    private static void right(CommandResult result) {
        assertEquals(0, result.exitStatus(), result.output());
        assertTrue(result.output().startsWith("right: "), result.output());
    }

    private static void wrong(CommandResult result, String why) {
        assertEquals(1, result.exitStatus(), result.output());
        assertTrue(result.output().contains("wrong: ") && result.output().contains(why), result.output());
    }

    private void goFindsAllRight(String app, Map<String, String> store) throws Exception {
        String key;
        String first;
        try (ProgramProcess service = start(app, store)) {
            write(service);
            key = key(service);
            assertTrue(key.startsWith("pledges.test/log+"), key);
            CommandResult result = verify(service, key, SIZES);
            right(result);
            System.out.println("Go on " + app + ": " + result.output().strip());
            first = service.get("/api/v1/log/checkpoint");
            refusesForgeries(service, key, first);
            service.kill();
        }
        try (ProgramProcess service = start(app, store)) {
            assertEquals(key, key(service));
            write(service);
            long before = Checkpoint.parse(first).size();
            Checkpoint now = Checkpoint.parse(service.get("/api/v1/log/checkpoint"));
            assertEquals(before + 12, now.size());
            right(verify(service, key, List.of("" + before)));
            service.stop();
        }
    }

    /** What an outsider might try to pass off as a checkpoint of this log. */
    private void refusesForgeries(ProgramProcess service, String key, String checkpoint) throws Exception {
        String[] lines = checkpoint.split("\n");
        long size = Long.parseLong(lines[1]);
        Path file = folder.resolve("forged");
        for (String forged : List.of(
                checkpoint.replace("\n" + size + "\n", "\n" + (size - 1) + "\n"),
                checkpoint.replace(lines[2], Hash.leaf("x").base64()),
                checkpoint.replace("pledges.test/log\n", "pledges.test/other\n"))) {
            assertFalse(forged.equals(checkpoint));
            Files.writeString(file, forged);
            wrong(verify(service, key, file, List.of()), "invalid signature");
        }
        SigningKey stranger = SigningKey.generate("pledges.test/log");
        Files.writeString(
                file,
                SignedNote.sign(Checkpoint.text("pledges.test/log", size, Hash.leaf("x")), List.of(stranger))
                        .format());
        wrong(verify(service, key, file, List.of()), "no verifiable signatures");
        // Signed by the log's own key, but of another history than the entries tell.
        SigningKey own = new LogKeyFile(folder.resolve("data/log.key")).read().get(0);
        Files.writeString(
                file,
                SignedNote.sign(Checkpoint.text("pledges.test/log", size, Hash.leaf("x")), List.of(own))
                        .format());
        wrong(verify(service, key, file, List.of()), "is not the one that was signed");
        wrong(verify(service, stranger.verifier().text(), List.of()), "no verifiable signatures");
    }

    @Test
    void onPostgresql() throws Exception {
        try (EmbeddedPostgres server = Postgres.durable().start()) {
            goFindsAllRight("quarkus-app-postgresql", ProgramProcess.storeOf(server));
        }
    }

    @Test
    void onH2AndWhatIsChangedBehindOurBackIsFound() throws Exception {
        goFindsAllRight("quarkus-app", Map.of());
        Path data = folder.resolve("data");
        assertTrue(checkLog(0).contains("no difference"));
        String url = "jdbc:h2:file:" + data.resolve("servanda");
        try (Connection store = DriverManager.getConnection(url, "servanda", "");
                Statement statement = store.createStatement()) {
            statement.execute("drop trigger ledger_append_only");
            assertEquals(1, statement.executeUpdate("update ledger_entry set actor = 'nobody' where sequence = 5"));
        }
        String told = checkLog(1);
        assertTrue(told.contains("entry 5 is not what was hashed when it was made"), told);
        String signed = Files.readString(data.resolve(SIGNED));
        try (ProgramProcess service = start("quarkus-app", Map.of())) {
            wrong(verify(service, key(service), List.of()), "the text of entry 5 does not have its hash");
            assertEquals(signed, service.get("/api/v1/log/checkpoint"));
            ProgramProcess.Answer refused = service.ask("/api/v1/log/entries/5/proof");
            assertEquals(503, refused.status(), refused.body());
            assertTrue(refused.body().contains("\"log-inconsistent\""), refused.body());
            service.stop();
        }
    }

    private String checkLog(int status) throws Exception {
        Map<String, String> settings =
                Map.of("SERVANDA_DATA_DIR", folder.resolve("data").toString());
        try (ProgramProcess check = ProgramProcess.start("quarkus-app", settings, "check-log")) {
            assertEquals(status, check.awaitEnd(), check::output);
            return check.output();
        }
    }
}
