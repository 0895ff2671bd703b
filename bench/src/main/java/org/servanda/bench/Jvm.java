package org.servanda.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A server in a Java process of its own. All have the same heap and flags. Its output goes to a file. */
final class Jvm implements AutoCloseable {

    private static final List<String> FLAGS = List.of("-Xms512m", "-Xmx512m", "-XX:+ExitOnOutOfMemoryError");
    private static final int START_SECONDS = 120;
    private static final int STOP_SECONDS = 20;

    private final String name;
    private final Path log;
    private final Process process;

    Jvm(String name, Path folder, List<String> program, Map<String, String> environment) {
        this.name = name;
        log = folder.resolve(name + ".log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(program);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new Broken("the " + name + " cannot be started", e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new Broken("no port is free", e);
        }
    }

    long pid() {
        return process.pid();
    }

    void await(BooleanSupplier ready) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!ready.getAsBoolean()) {
            if (ended(100, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                close();
                throw new Broken("the " + name + " does not start. It said:\n" + output());
            }
        }
    }

    @Override
    public void close() {
        process.destroy();
        if (!ended(STOP_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
    }

    private boolean ended(long time, TimeUnit unit) {
        try {
            return process.waitFor(time, unit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Broken("interrupted", e);
        }
    }

    private String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
