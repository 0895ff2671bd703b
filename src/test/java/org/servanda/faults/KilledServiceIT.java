package org.servanda.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.servanda.testing.Service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The packaged program is killed (SIGKILL) while sixteen clients report: whatever was acknowledged is there, nothing is
 * there by half or twice, and sending again with the same key tells what became of the rest. Killed as often as the
 * property {@code servanda.kills} says; {@code bench/faults/kill.sh} runs the long form.
 */
class KilledServiceIT {

    private static final int KILLS = Integer.getInteger("servanda.kills", 2);

    /** Long enough that writers are in the middle of things. */
    private static final long BEFORE_KILL_MILLIS = 1_500;

    /** Under way by their texts, so that to report progress is always a legal move. */
    private static final List<String> COMMITMENTS = List.of("ACJS-2024.I.1", "ACJS-2024.III.2", "BRDE-2023.19.4");

    @TempDir
    Path folder;

    @Test
    void onH2() throws Exception {
        killed(
                "H2",
                "quarkus-app",
                Map.of("SERVANDA_DATA_DIR", folder.resolve("data").toString()));
    }

    @Test
    void onPostgresql() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            killed("PostgreSQL", "quarkus-app-postgresql", Service.storeOf(server));
        }
    }

    private void killed(String store, String app, Map<String, String> settings) throws Exception {
        Path key = folder.resolve("admin.key");
        Map<String, String> first = new HashMap<>(settings);
        first.put("SERVANDA_ADMIN_KEY_FILE", key.toString());
        Reports reports = null;
        for (int kill = 0; kill < KILLS; kill++) {
            try (Service service =
                    Service.start(app, kill == 0 ? first : settings).awaitReady()) {
                if (reports == null)
                    reports = new Reports(service.issue(Files.readString(key).strip(), "secretariat"), COMMITMENTS);
                reports.resolve(service);
                reports.send(service, () -> {
                    TimeUnit.MILLISECONDS.sleep(BEFORE_KILL_MILLIS);
                    service.kill();
                });
            }
        }
        try (Service service = Service.start(app, settings).awaitReady()) {
            reports.resolve(service);
            Reports.Verdict verdict = reports.judge(service);
            System.out.println("kill -9, " + store + ", " + KILLS + " times: " + verdict);
            assertTrue(verdict.good(), verdict.toString());
            service.stop();
        }
        try (Service check = Service.start(app, settings, "check-standings")) {
            assertEquals(0, check.awaitEnd(), check.output());
        }
    }
}
