package org.servanda.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.servanda.testing.ProgramProcess;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * The packaged program with a store, to be started as often as a test likes.
 *
 * @param store its name, for people
 * @param key where the first start writes the admin's key
 */
record PackagedProgram(String store, String app, Map<String, String> settings, Path key) {

    /** On an H2 file in a folder. */
    static PackagedProgram onH2(Path folder, Path key) {
        return new PackagedProgram("H2", "quarkus-app", Map.of("SERVANDA_DATA_DIR", folder.toString()), key);
    }

    static PackagedProgram onPostgresql(EmbeddedPostgres server, Path key) {
        return new PackagedProgram("PostgreSQL", "quarkus-app-postgresql", ProgramProcess.storeOf(server), key);
    }

    /** The same with one more setting. */
    PackagedProgram with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(more);
        return new PackagedProgram(store, app, Map.copyOf(all), key);
    }

    /** Starts it and waits until it answers. */
    ProgramProcess start() throws InterruptedException {
        Map<String, String> all = new HashMap<>(settings);
        if (!Files.exists(key)) all.put("SERVANDA_ADMIN_KEY_FILE", key.toString());
        return ProgramProcess.start(app, all).awaitReady();
    }

    /** A new key of the secretariat. */
    String secretariat(ProgramProcess service) throws Exception {
        return service.issue(Files.readString(key).strip(), "secretariat");
    }

    /** Every standing follows from the ledger, by the program's own replay; on H2 after it was stopped. */
    void checkStandings() throws Exception {
        try (ProgramProcess check = ProgramProcess.start(app, settings, "check-standings")) {
            assertEquals(0, check.awaitEnd(), check.output());
        }
    }
}
