package org.servanda.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.servanda.testing.Postgres;
import org.servanda.testing.ProgramProcess;

/**
 * Bodies that do not say how long they are, each of more bytes than the heap has room for, whatever type they are said to
 * have, while sixteen clients submit updates and four read. As often as the property {@code servanda.uploads} says;
 * {@code bench/faults/big-upload.sh} runs the long form.
 */
class BigUploadIT {

    private static final int ROUNDS = Integer.getInteger("servanda.uploads", 1);

    /** The heap has 512 MiB; what the server and the sockets have taken when the limit is found is a tenth of this. */
    private static final long BYTES = 600L * 1024 * 1024;

    private static final String FILES = "/api/v1/files";

    /** One upload, and the status that it is answered with. */
    private record Attempt(String address, boolean withKey, String type, int status) {}

    private static final List<Attempt> ATTEMPTS = List.of(
            new Attempt(FILES + "?name=a.txt", true, "text/plain", 413),
            new Attempt(FILES + "?name=a.csv", true, "text/csv", 413),
            new Attempt(FILES + "?name=a.pdf", true, "application/pdf", 413),
            new Attempt(FILES + "?name=a.png", true, "image/png", 413),
            new Attempt(FILES + "?name=a.exe", true, "application/x-msdownload", 415),
            new Attempt(FILES, true, "text/plain", 400),
            new Attempt(FILES + "?name=a.txt", false, "text/plain", 401),
            new Attempt("/api/v1/nowhere", true, "text/plain", 404));

    @TempDir
    Path folder;

    @Test
    void onH2() throws Exception {
        flood(PackagedProgram.onH2(folder.resolve("data"), folder.resolve("admin.key")));
    }

    @Test
    void onPostgresql() throws Exception {
        try (EmbeddedPostgres server = Postgres.durable().start()) {
            flood(PackagedProgram.onPostgresql(server, folder.resolve("admin.key")));
        }
    }

    private void flood(PackagedProgram any) throws Exception {
        Path files = folder.resolve("files");
        PackagedProgram program = any.with(Map.of("SERVANDA_FILES_FOLDER", files.toString()));
        try (ProgramProcess service = program.start()) {
            String bearer = program.secretariat(service);
            List<String> faults = new ArrayList<>();
            Bystander bystander = new Bystander(service, program.secretariat(service));
            ReportingClients reportingClients = ReportingClients.on(program, service);
            bystander.during(() -> reportingClients.send(service, () -> {
                reportingClients.awaitMore(20);
                for (int round = 0; round < ROUNDS; round++) {
                    for (Attempt attempt : ATTEMPTS) faults.addAll(send(service, attempt, bearer));
                }
                reportingClients.awaitMore(20);
            }));
            service.await("free of half files", () -> arriving(files).isEmpty());
            faults.addAll(bystander.wrong());
            FaultRunResult result = reportingClients.judge(service).with(faults);
            Map<String, Object> more = new LinkedHashMap<>();
            bystander.tell(more);
            service.peakMemory().ifPresent(most -> more.put("most memory", most + " MiB"));
            service.stop();
            program.checkStandings();
            result.printAndAssert(
                    "uploads without end, " + program.store() + ", " + ROUNDS * ATTEMPTS.size() + " of 600 MiB", more);
        }
    }

    private static List<String> send(ProgramProcess service, Attempt attempt, String bearer) throws Exception {
        UploadResult uploadResult = UploadResult.chunked(
                service, attempt.address(), attempt.withKey() ? bearer : null, attempt.type(), BYTES);
        List<String> faults = new ArrayList<>();
        if (!uploadResult.cutOff(BYTES)) faults.add(attempt + ": all of it was taken");
        if (!uploadResult.answer().startsWith("HTTP/1.1 " + attempt.status() + " "))
            faults.add(attempt + ": '" + uploadResult.answer() + "' after " + uploadResult.sent() + " bytes");
        return faults;
    }

    private static List<Path> arriving(Path files) throws Exception {
        try (Stream<Path> all = Files.list(files.resolve("arriving"))) {
            return all.toList();
        }
    }
}
