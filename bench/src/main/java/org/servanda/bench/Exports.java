package org.servanda.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads a whole register as files, in turn with COPY of psql of the same columns from the same store. */
final class Exports {

    private static final int ROUNDS = 3;

    /** The service against COPY, in time. */
    private static final double WANTED = 2;

    /** What the service may hold more while it writes, in MiB. */
    private static final double HEAP = 64;

    /** What changed is asked for from before most reports to now, so that most rows changed. */
    private static final List<String> OTHERS = List.of(
            "changes?fromAsOf=2020-01-31&format=csv",
            "coverage?format=csv",
            "findings?format=csv",
            "sample?seed=6962&size=25&stratify=area&format=csv");

    private static final String STATUS = "/api/v1/reports/status?format=";

    private final Store store;
    private final Server service;
    private final Path folder;
    private final Register register;

    Exports(Store store, Server service, Path folder, Register register) {
        this.store = store;
        this.service = service;
        this.folder = folder;
        this.register = register;
    }

    void measure(PrintStream out) throws IOException {
        Path script = folder.resolve("copy.sql");
        Files.writeString(
                script,
                "\\copy ("
                        + resource()
                                .replaceAll("--.*", "")
                                .replaceAll("\\s+", " ")
                                .strip() + ") to pstdout with (format csv, header)\n");
        // The first one of each meets a cold machine.
        copy(script);
        service.client().drain(STATUS + "csv");
        List<Double> copies = new ArrayList<>();
        List<Double> exports = new ArrayList<>();
        long bytes = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            copies.add(copy(script));
            long start = System.nanoTime();
            bytes = service.client().drain(STATUS + "csv");
            exports.add((System.nanoTime() - start) / 1e9);
        }
        double copy = median(copies);
        double export = median(exports);
        long start = System.nanoTime();
        service.client().drain(STATUS + "xlsx");
        double workbook = (System.nanoTime() - start) / 1e9;
        double grown = growth(STATUS + "csv");
        double first = service.client().firstByte(STATUS + "csv");
        out.printf(
                Locale.ROOT,
                "%nstatus report of %,d commitments, %,d bytes as csv%n%n%-44s %9.1f s%n%-44s %9.1f s, %,9.0f rows/s%n%-44s %9.1f s, %,9.0f rows/s%n%-44s %9.3f s%n%-44s %9.1f MiB%n%n",
                register.size(),
                bytes,
                "COPY of the same columns by psql",
                copy,
                "csv of the service",
                export,
                register.size() / export,
                "xlsx of the service",
                workbook,
                register.size() / workbook,
                "first byte of the csv",
                first,
                "heap held more while a csv is written, at most",
                grown);
        Checks.most(out, export / copy, WANTED, "csv against COPY, in time");
        Checks.most(out, grown, HEAP, "MiB of heap more");
        others(copy, out);
    }

    /** Each of the other reports once by the clock, then once more while the heap is counted. */
    private void others(double copy, PrintStream out) {
        out.printf(Locale.ROOT, "%nthe other reports of it as csv; ratio = time ÷ that of COPY above%n%n");
        List<Double> held = new ArrayList<>();
        for (String report : OTHERS) {
            String path = "/api/v1/reports/" + report;
            long start = System.nanoTime();
            long bytes = service.client().drain(path);
            double took = (System.nanoTime() - start) / 1e9;
            double grown = growth(path);
            held.add(grown);
            out.printf(
                    Locale.ROOT,
                    "%-44s %9.1f s, ratio %.2f, %,d bytes, %.1f MiB more%n",
                    report.substring(0, report.indexOf('?')),
                    took,
                    took / copy,
                    bytes,
                    grown);
        }
        out.println();
        Checks.most(out, held.stream().max(Double::compare).orElseThrow(), HEAP, "MiB of heap more, the other reports");
    }

    private double growth(String path) {
        return new Heap(service.jvm().pid()).growth(() -> service.client().drain(path)) / 1024.0 / 1024.0;
    }

    private double copy(Path script) {
        return Shell.seconds(
                folder,
                "psql",
                "--no-psqlrc",
                "--quiet",
                "--host=127.0.0.1",
                "--port=" + store.port(),
                "--username=" + Store.USER,
                "--file=" + script,
                Store.USER);
    }

    private static String resource() throws IOException {
        try (InputStream in = Exports.class.getResourceAsStream("/status-report.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static double median(List<Double> figures) {
        return figures.stream().sorted().skip(figures.size() / 2).findFirst().orElseThrow();
    }
}
