package org.servanda.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs wrk: one thread with eight connections that are kept open. */
final class Wrk {

    /** Requests, microseconds, median and 99th percentile in microseconds, errors; as replay.lua prints it. */
    private static final Pattern MEASURED = Pattern.compile("MEASURED (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");

    private final Path script;
    private final Path paths;

    Wrk(Path folder) {
        script = folder.resolve("replay.lua");
        paths = folder.resolve("paths.txt");
        try (InputStream in = Wrk.class.getResourceAsStream("/replay.lua")) {
            Files.write(script, in.readAllBytes());
        } catch (IOException e) {
            throw new Broken("cannot write " + script, e);
        }
    }

    Load load(Client server, Shape shape, int seconds) {
        try {
            Files.write(paths, shape.paths());
            Process wrk = new ProcessBuilder(command(server, seconds))
                    .redirectErrorStream(true)
                    .start();
            String output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return read(output, shape);
        } catch (IOException e) {
            throw new Broken("wrk cannot be run", e);
        }
    }

    private List<String> command(Client server, int seconds) {
        return List.of(
                "wrk",
                "--threads",
                "1",
                "--connections",
                "8",
                "--duration",
                seconds + "s",
                "--timeout",
                "60s",
                "--script",
                script.toString(),
                server.base(),
                "--",
                paths.toString());
    }

    private static Load read(String output, Shape shape) {
        Matcher measured = MEASURED.matcher(output);
        if (!measured.find()) throw new Broken("wrk said for " + shape.name() + ":\n" + output);
        long errors = Long.parseLong(measured.group(5));
        if (errors > 0) throw new Broken(errors + " requests failed for " + shape.name());
        double seconds = Long.parseLong(measured.group(2)) / 1e6;
        return new Load(
                Long.parseLong(measured.group(1)) / seconds,
                Long.parseLong(measured.group(3)) / 1e3,
                Long.parseLong(measured.group(4)) / 1e3);
    }
}
