package org.servanda.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Fills a ledger through the API, a tenth of it commitments, then asks for proofs, and verifies a bundle of all of it. */
final class Proving {

    private static final int AT_ONCE = 100;
    private static final int PROOFS = 2_000;
    private static final int ROUNDS = 3;

    /** On each commitment that is entered. */
    private static final int REPORTS = 9;

    /** Words that stand in the text of an instrument of the seeds. */
    private static final String WORDING = "中方愿同各方一道";

    private static final String INSTRUMENT = "GDIDCF-2024";
    private static final LocalDate FIRST = LocalDate.of(2025, 10, 1);

    private final Server service;
    private final Path folder;
    private final Consumer<String> say;

    Proving(Server service, Path folder, Consumer<String> say) {
        this.service = service;
        this.folder = folder;
        this.say = say;
    }

    void measure(int entries, PrintStream out) throws IOException {
        say.accept("recording " + entries + " entries");
        record(entries);
        long size =
                service.client().json("/api/v1/commitments?limit=1&fields=code").getLong("revision");
        say.accept("asking for proofs");
        proofs(size, out);
        say.accept("verifying a bundle");
        bundle(size, out);
    }

    /** Commitments first, then reports on each, one day after the other: few on each, since a report reads all before it. */
    private void record(int entries) throws IOException {
        String admin = Files.readString(folder.resolve(Server.ADMIN_KEY)).strip();
        String key = service.client()
                .post("/api/v1/api-keys", admin, "{\"role\":\"secretariat\",\"label\":\"Benchmark\"}")
                .getString("key");
        int commitments = Math.max(1, entries / (1 + REPORTS));
        for (int n = 0; n < commitments; n++)
            service.client()
                    .post(
                            "/api/v1/commitments",
                            key,
                            "bench-" + code(n),
                            commitment(n).encode());
        for (int n = 0; n < entries - commitments; n += AT_ONCE) {
            JsonArray items = new JsonArray();
            for (int i = n; i < Math.min(n + AT_ONCE, entries - commitments); i++) items.add(report(i, commitments));
            service.client()
                    .post(
                            "/api/v1/updates:batch",
                            key,
                            "bench-reports-" + n,
                            new JsonObject().put("items", items).encode());
        }
    }

    private static String code(int n) {
        return INSTRUMENT + ".bench-" + n;
    }

    private static JsonObject commitment(int n) {
        return new JsonObject()
                .put("code", code(n))
                .put("instrument", INSTRUMENT)
                .put("item", "bench-" + n)
                .put("title", text("第" + n + "项", "Item " + n))
                .put("wording", new JsonObject().put("zh", WORDING))
                .put("area", "POLICY")
                .put("kind", "pledge")
                .put("obligation", "promote")
                .put("parties", new JsonArray().add("CN"))
                .put("owner", new JsonObject().put("how", "not_stated"));
    }

    private static JsonObject report(int n, int commitments) {
        return new JsonObject()
                .put("commitment", code(n % commitments))
                .put("effectiveOn", FIRST.plusDays(n / commitments).toString())
                .put("status", "in_progress")
                .put("percent", n % 101)
                .put("narrative", text("第" + n + "次通报", "Report " + n));
    }

    private static JsonObject text(String zh, String en) {
        return new JsonObject().put("zh", zh).put("en", en);
    }

    /** In turn with the answer that costs least to compare with: one entry of reference data. */
    private void proofs(long size, PrintStream out) {
        Random random = new Random(6962);
        List<Double> proofs = new ArrayList<>();
        List<Double> parties = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < PROOFS; i++) service.client().get("/api/v1/parties/LA");
            parties.add(PROOFS * 1e9 / (System.nanoTime() - start));
            start = System.nanoTime();
            for (int i = 0; i < PROOFS; i++)
                service.client().get("/api/v1/log/proofs/inclusion?index=" + random.nextLong(size) + "&size=" + size);
            proofs.add(PROOFS * 1e9 / (System.nanoTime() - start));
        }
        // The first round warmed up.
        double proof = Exports.median(proofs.subList(1, proofs.size()));
        double party = Exports.median(parties.subList(1, parties.size()));
        out.printf(
                Locale.ROOT,
                "%na log of %,d entries, one client%n%n%-44s %,9.0f /s%n%-44s %,9.0f /s, ratio %.2f%n",
                size,
                "GET /parties/LA",
                party,
                "inclusion proofs",
                proof,
                proof / party);
    }

    /** Against what any reading of it costs: to unpack it and digest what is in it. */
    private void bundle(long size, PrintStream out) throws IOException {
        Path bundle = folder.resolve("bundle.zip");
        long start = System.nanoTime();
        Files.write(
                bundle,
                service.client().get("/api/v1/reports/status?format=bundle").body());
        double made = (System.nanoTime() - start) / 1e9;
        Shell.seconds(folder, "unzip", "-q", "-o", "bundle.zip", "Verify.java");
        List<Double> unpacking = new ArrayList<>();
        List<Double> verifying = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            unpacking.add(Shell.seconds(folder, "sh", "-c", "unzip -p bundle.zip | sha256sum"));
            verifying.add(Shell.seconds(folder, "java", "Verify.java", "bundle.zip"));
        }
        double unpack = Exports.median(unpacking);
        double verify = Exports.median(verifying);
        out.printf(
                Locale.ROOT,
                "%na bundle of all of it, %,d bytes%n%n%-44s %9.1f s%n%-44s %9.1f s%n%-44s %9.1f s, %,9.0f entries/s, ratio %.1f%n",
                Files.size(bundle),
                "made by the service",
                made,
                "unzip and sha256sum",
                unpack,
                "java Verify.java",
                verify,
                size / verify,
                verify / unpack);
    }
}
