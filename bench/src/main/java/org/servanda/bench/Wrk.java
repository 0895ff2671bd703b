package org.servanda.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs wrk: one thread, with connections that are kept open; eight of them unless said otherwise. */
final class Wrk {

    /** Requests, microseconds, median and 99th percentile in microseconds, errors; as replay.lua prints it. */
    private static final Pattern MEASURED = Pattern.compile("MEASURED (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");

    private static final int CONNECTIONS = 8;

    private final Path folder;

    Wrk(Path folder) {
        this.folder = folder;
    }

    /** Asks a question over and over. */
    Load load(Client server, Shape shape, int seconds) {
        try {
            Path paths = Files.write(folder.resolve("paths.txt"), shape.paths());
            return run(server, shape.name(), CONNECTIONS, seconds, "replay.lua", List.of(paths.toString()));
        } catch (IOException e) {
            throw new Broken("wrk cannot be run", e);
        }
    }

    /** Reports progress. @param targets a file of commitments, and the key to report with */
    Load reports(Client server, int connections, int seconds, List<String> targets) {
        try {
            // No two runs use the same Idempotency-Key.
            List<String> arguments = new ArrayList<>(targets);
            arguments.add(String.valueOf(System.currentTimeMillis()));
            return run(server, "progress updates", connections, seconds, "report.lua", arguments);
        } catch (IOException e) {
            throw new Broken("wrk cannot be run", e);
        }
    }

    private Load run(Client server, String name, int connections, int seconds, String script, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "wrk",
                "--threads",
                "1",
                "--connections",
                String.valueOf(connections),
                "--duration",
                seconds + "s",
                "--timeout",
                "60s",
                "--script",
                script(script).toString(),
                server.base(),
                "--"));
        command.addAll(arguments);
        Process wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
        return read(new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8), name);
    }

    private Path script(String name) throws IOException {
        try (InputStream in = Wrk.class.getResourceAsStream("/" + name)) {
            return Files.write(folder.resolve(name), in.readAllBytes());
        }
    }

    private static Load read(String output, String name) {
        Matcher measured = MEASURED.matcher(output);
        if (!measured.find()) throw new Broken("wrk said for " + name + ":\n" + output);
        long errors = Long.parseLong(measured.group(5));
        if (errors > 0) throw new Broken(errors + " requests failed for " + name);
        double seconds = Long.parseLong(measured.group(2)) / 1e6;
        return new Load(
                Long.parseLong(measured.group(1)) / seconds,
                Long.parseLong(measured.group(3)) / 1e3,
                Long.parseLong(measured.group(4)) / 1e3);
    }
}
