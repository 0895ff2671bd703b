package org.servanda.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs pgbench with the writes of one progress update, each client on a connection of its own that is kept open. */
final class Pgbench {

    private static final String LOG = "pgbench_log";

    private final Store store;
    private final Path folder;
    private final int clients;

    /** @param counts a statement for each kept count that one update writes */
    Pgbench(Store store, Path folder, int clients, List<String> counts) {
        this.store = store;
        this.folder = folder;
        this.clients = clients;
        try (InputStream in = Pgbench.class.getResourceAsStream("/progress-update.sql")) {
            String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(script(), script.replace("-- counts\n", String.join("\n", counts) + "\n"));
        } catch (IOException e) {
            throw new Broken("cannot write " + script(), e);
        }
    }

    private Path script() {
        return folder.resolve("progress-update.sql");
    }

    /**
     * The first seconds do not count: there each connection still prepares its statements, as those of the service have
     * done long ago.
     *
     * @param targets how many commitments there are to update
     */
    Load load(long targets, int warmUpSeconds, int seconds) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command(targets, warmUpSeconds + seconds)).redirectErrorStream(true);
            builder.environment().put("PGPASSWORD", Store.USER);
            Process pgbench = builder.directory(folder.toFile()).start();
            String output = new String(pgbench.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (pgbench.waitFor() != 0) throw new Broken("pgbench said:\n" + output);
            double[] times = times(warmUpSeconds);
            return new Load(times.length / (double) seconds, at(times, 0.5), at(times, 0.99));
        } catch (IOException e) {
            throw new Broken("pgbench cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Broken("interrupted", e);
        }
    }

    private List<String> command(long targets, int seconds) {
        return List.of(
                "pgbench",
                "--no-vacuum",
                "--host=127.0.0.1",
                "--port=" + store.port(),
                "--username=" + Store.USER,
                "--client=" + clients,
                "--jobs=1",
                "--protocol=prepared",
                "--time=" + seconds,
                "--define=targets=" + targets,
                "--file=" + script(),
                "--log",
                "--log-prefix=" + LOG,
                Store.USER);
    }

    /** A transaction as pgbench logs it: how long it took, and when it ended. */
    private record Done(long micros, long end) {

        /** Client, number, time, script, seconds, microseconds. */
        static Done of(String line) {
            String[] words = line.split(" ");
            return new Done(Long.parseLong(words[2]), Long.parseLong(words[4]) * 1_000_000 + Long.parseLong(words[5]));
        }

        long start() {
            return end - micros;
        }
    }

    /** The milliseconds that each transaction took, sorted. */
    private double[] times(int warmUpSeconds) throws IOException {
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, LOG + ".*")) {
            Path log = logs.iterator().next();
            List<Done> all = Files.readAllLines(log).stream().map(Done::of).toList();
            Files.delete(log);
            long start = all.stream().mapToLong(Done::start).min().orElseThrow();
            return all.stream()
                    .filter(done -> done.end() > start + warmUpSeconds * 1_000_000L)
                    .mapToDouble(done -> done.micros() / 1e3)
                    .sorted()
                    .toArray();
        }
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) (sorted.length * share)];
    }
}
