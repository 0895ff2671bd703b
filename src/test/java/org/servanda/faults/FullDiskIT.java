package org.servanda.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.servanda.testing.ProgramProcess;
import org.servanda.testing.Requirements;

/**
 * The disk under the H2 file or under PostgreSQL is full for a while, and sixteen clients submit updates all the same. As often as
 * the property {@code servanda.full} says; {@code bench/faults/full-disk.sh} runs the long form.
 */
class FullDiskIT {

    private static final int TIMES = Integer.getInteger("servanda.full", 1);

    private static final int SOME = 20;

    /** More than the little room that a file system may find again. */
    private static final byte[] FILE = "evidence\n".repeat(500_000).getBytes(StandardCharsets.UTF_8);

    private static final int MOST_TIMES = 5;

    @TempDir
    Path folder;

    @Test
    void onH2() throws Exception {
        try (CrashableDisk disk = disk("H2")) {
            PackagedProgram program = PackagedProgram.onH2(disk.folder("data"), folder.resolve("admin.key"));
            fill(program, disk, () -> {});
        }
    }

    @Test
    void onPostgresql() throws Exception {
        try (CrashableDisk disk = disk("PostgreSQL");
                PostgresCluster cluster = new PostgresCluster(disk.folder("postgres"))) {
            PackagedProgram program = PackagedProgram.onPostgresql(cluster.server(), folder.resolve("admin.key"))
                    .with(Map.of("SERVANDA_DATA_DIR", disk.folder("data").toString()));
            // Without room for its own log a PostgreSQL ends by itself, and somebody has to start it.
            fill(program, disk, cluster::startWhereItEnded);
        }
    }

    private CrashableDisk disk(String store) throws Exception {
        return Requirements.met("full disk, " + store, () -> {
            try {
                return CrashableDisk.make(folder);
            } catch (IOException e) {
                throw new IOException("root, loop devices and e2fsprogs are needed: " + e.getMessage(), e);
            }
        });
    }

    private static void fill(PackagedProgram program, CrashableDisk disk, ReportingClients.Disturbance afterwards)
            throws Exception {
        try (ProgramProcess service = program.start()) {
            Bystander bystander = new Bystander(service, program.secretariat(service));
            ReportingClients reportingClients = ReportingClients.on(program, service);
            List<String> faults = new ArrayList<>();
            bystander.during(() -> reportingClients.send(service, () -> {
                for (int time = 0; time < TIMES; time++) {
                    reportingClients.awaitMore(SOME);
                    long before = troubles(service);
                    disk.fill();
                    service.await("refusing changes", () -> troubles(service) > before);
                    service.await("telling that a disk is full", () -> service.health("ready") == 503);
                    HttpResponse<String> file = upload(service, reportingClients.bearer());
                    if (file.statusCode() != 503
                            || file.headers().firstValue("Retry-After").isEmpty())
                        faults.add("a file that does not fit is answered " + file.statusCode() + " " + file.body());
                    disk.makeRoom();
                    afterwards.run();
                    service.await("ready again", () -> service.health("ready") == 200);
                    reportingClients.awaitMore(SOME);
                }
            }));
            faults.addAll(bystander.wrong());
            FaultRunResult result = reportingClients.judge(service).with(faults);
            Map<String, Object> more = new LinkedHashMap<>();
            bystander.tell(more);
            service.peakMemory().ifPresent(most -> more.put("most memory", most + " MiB"));
            service.stop();
            program.checkStandings();
            result.printAndAssert("full disk, " + program.store() + ", " + TIMES + " times", more);
        }
    }

    /** What the log says of changes that could not be kept. */
    private static long troubles(ProgramProcess service) {
        return service.output()
                .lines()
                .filter(line -> line.contains("store trouble") || line.contains("could not be forced to the disk"))
                .count();
    }

    private static HttpResponse<String> upload(ProgramProcess service, String bearer) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.url() + "/api/v1/files?name=evidence.txt"))
                .header("Authorization", "Bearer " + bearer)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofByteArray(FILE))
                .build();
        for (int time = 1; ; time++) {
            try {
                return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            } catch (IOException cut) {
                // Answered, and cut off while the file was still being sent: the answer can be lost on the way.
                if (time == MOST_TIMES) throw cut;
            }
        }
    }
}
