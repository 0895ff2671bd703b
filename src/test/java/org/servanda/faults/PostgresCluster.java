package org.servanda.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.servanda.testing.Postgres;
import org.servanda.testing.ProgramProcess;

/** A PostgreSQL server that can be stopped and started again on the same data folder. */
class PostgresCluster implements AutoCloseable {

    private static final Duration RECOVERY = Duration.ofSeconds(60);

    private static final Logger CHATTER = Logger.getLogger(EmbeddedPostgres.class.getName());

    private final Path folder;
    private final int port;
    private EmbeddedPostgres server;

    PostgresCluster(Path folder) throws IOException {
        this.folder = folder;
        this.port = ProgramProcess.freePort();
        start();
    }

    EmbeddedPostgres server() {
        return server;
    }

    final void start() throws IOException {
        server = Postgres.durable()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(RECOVERY)
                .start();
    }

    /** As an operator does who finds it gone. */
    void startWhereItEnded() throws IOException {
        boolean runs = Files.exists(folder.resolve("postmaster.pid"))
                && processes().get(0).isAlive();
        if (runs) return;
        CHATTER.setLevel(Level.OFF);
        server.close();
        CHATTER.setLevel(null);
        start();
    }

    /** All its processes; to be asked for while its files can be read. */
    List<ProcessHandle> processes() throws IOException {
        long first = Long.parseLong(
                Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
        ProcessHandle postmaster = ProcessHandle.of(first).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(List.of(postmaster));
        postmaster.descendants().forEach(all::add);
        return all;
    }

    /** Gives none of them a chance (SIGKILL), the first one first, so that it starts no more. */
    void kill(List<ProcessHandle> processes) throws IOException {
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
        // It has only its lock left to give back, but tells at length that there is nothing to stop.
        CHATTER.setLevel(Level.OFF);
        server.close();
        CHATTER.setLevel(null);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
