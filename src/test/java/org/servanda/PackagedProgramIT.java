package org.servanda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** The program as it is shipped: started, asked, killed, started again. */
class PackagedProgramIT {

    /** What a dashboard asks first: Laos, AI, no owner, 海缆. */
    private static final List<String> QUESTIONS = List.of(
            "/api/v1/commitments?party=LA&limit=200",
            "/api/v1/commitments?area=AI&limit=200",
            "/api/v1/commitments?owner=not_stated&limit=200&count=true",
            "/api/v1/commitments?q=%E6%B5%B7%E7%BC%86",
            "/api/v1/summary?by=area,status",
            "/api/v1/instruments");

    @TempDir
    Path folder;

    private static String answers(ProgramProcess service) throws InterruptedException {
        StringBuilder all = new StringBuilder();
        for (String question : QUESTIONS) all.append(service.get(question)).append('\n');
        return all.toString();
    }

    private static void survivesBothEnds(String app, Map<String, String> settings, String store) throws Exception {
        String before;
        try (ProgramProcess first = ProgramProcess.start(app, settings).awaitReady()) {
            before = answers(first);
            assertTrue(first.output().contains("store: " + store), first.output());
            assertTrue(first.output().contains("survives kill -9 and power cut"), first.output());
            first.kill();
        }
        try (ProgramProcess second = ProgramProcess.start(app, settings).awaitReady()) {
            assertEquals(before, answers(second), "what was answered before the kill is answered after it");
            assertTrue(second.output().contains("nothing changed"), second.output());
            second.stop();
        }
        try (ProgramProcess third = ProgramProcess.start(app, settings).awaitReady()) {
            assertEquals(before, answers(third), "and after an orderly stop");
        }
    }

    private static void assertRefusedInWords(ProgramProcess refused) throws InterruptedException {
        assertEquals(1, refused.awaitEnd(), refused::output);
        assertFalse(refused.output().contains("\tat "), refused::output);
        assertFalse(refused.output().contains("svd_"), refused::output);
    }

    @Test
    void anAdminKeyThatCannotBeKeptIsNotMade() throws Exception {
        Path there = Files.writeString(folder.resolve("admin.key"), "mine");
        Map<String, String> settings = Map.of(
                "SERVANDA_DATA_DIR", folder.resolve("data").toString(), "SERVANDA_ADMIN_KEY_FILE", there.toString());
        try (ProgramProcess refused = ProgramProcess.start("quarkus-app", settings)) {
            assertRefusedInWords(refused);
            assertTrue(refused.output().contains(there + ", but that file exists"), refused.output());
        }
    }

    @Test
    void onH2NothingIsLostByAKill() throws Exception {
        survivesBothEnds("quarkus-app", Map.of("SERVANDA_DATA_DIR", folder.toString()), "H2");
    }

    @Test
    void onPostgresqlNothingIsLostByAKill() throws Exception {
        try (EmbeddedPostgres server = Postgres.durable().start()) {
            survivesBothEnds("quarkus-app-postgresql", ProgramProcess.storeOf(server), "PostgreSQL");
        }
    }

    @Test
    void aPostgresqlThatForgetsIsRefused() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                ProgramProcess refused =
                        ProgramProcess.start("quarkus-app-postgresql", ProgramProcess.storeOf(server))) {
            assertRefusedInWords(refused);
            assertTrue(refused.output().contains("fsync=off"), refused.output());
        }
    }

    @Test
    void brokenSeedsAreRefusedWithEveryFaultAndItsPlace() throws Exception {
        Path seeds = folder.resolve("seeds");
        copy(Path.of("seeds"), seeds);
        Path areas = seeds.resolve("areas.yaml");
        Files.writeString(areas, Files.readString(areas).replace("code: GREEN", "code: GRENE"));
        Path text = seeds.resolve("instruments/BRDE-2023/text.zh.txt");
        Files.writeString(text, Files.readString(text).replace("减少、消除或防止", "减少、消除和防止"));
        try (ProgramProcess refused = ProgramProcess.start(
                "quarkus-app",
                Map.of(
                        "SERVANDA_DATA_DIR", folder.resolve("data").toString(),
                        "SERVANDA_SEEDS_DIR", seeds.toString()))) {
            assertRefusedInWords(refused);
            assertFalse(Files.exists(folder.resolve("data")), "no register was made");
            String told = refused.output();
            assertTrue(told.contains("GREEN is not known; did you mean GRENE?"), told);
            assertTrue(told.contains("instruments/BRDE-2023/commitments.yaml:"), told);
            assertTrue(told.contains("must stand there exactly once"), told);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) Files.copy(file, to.resolve(from.relativize(file)));
        }
    }
}
