package org.servanda.documentation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A bash that a reader has open: what one command sets, the next one finds. What it has started ends with it. */
final class ShellSession implements AutoCloseable {

    /** Of one block of commands. A program starts in seconds; a Keycloak took up to 138. */
    private static final int PATIENCE_SECONDS = 300;

    /** Until one that was killed is gone; one that nobody reaps never is. */
    private static final int KILL_SECONDS = 10;

    private final Process bash;
    private final Writer commands;
    private final BufferedReader ends;
    private final Path scripts;
    private int count;

    private ShellSession(Process bash, Path scripts) {
        this.bash = bash;
        this.commands = bash.outputWriter(StandardCharsets.UTF_8);
        this.ends = bash.inputReader(StandardCharsets.UTF_8);
        this.scripts = scripts;
    }

    /** What a block of commands came to. */
    record Result(String status, String output, String errors) {}

    /** @param scripts an empty folder for what is run and what it prints */
    static ShellSession in(Path folder, Path scripts, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("bash", "--noprofile", "--norc").directory(folder.toFile());
        builder.environment().putAll(environment);
        builder.environment()
                .merge("PATH", System.getProperty("java.home") + "/bin", (path, java) -> java + ":" + path);
        Process bash =
                builder.redirectError(scripts.resolve("bash.log").toFile()).start();
        return new ShellSession(bash, scripts);
    }

    /** Runs commands and waits for their end, not for what they leave running. */
    Result run(String script) throws IOException, InterruptedException {
        Path step = Files.writeString(scripts.resolve(++count + ".sh"), script + "\n");
        Path output = scripts.resolve(count + ".out");
        Path errors = scripts.resolve(count + ".err");
        commands.write("source '" + step + "' < /dev/null > '" + output + "' 2> '" + errors + "'; echo $?\n");
        commands.flush();
        String status = nextEnd();
        return new Result(status, Files.readString(output), Files.readString(errors));
    }

    private String nextEnd() throws InterruptedException {
        try {
            String status = CompletableFuture.supplyAsync(this::readEnd).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return status == null ? "the shell has ended" : status;
        } catch (TimeoutException e) {
            return "no end within " + PATIENCE_SECONDS + " seconds";
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private String readEnd() {
        try {
            return ends.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the end of all, so that nobody writes any more into a folder that is taken away. */
    @Override
    public void close() {
        try (Stream<ProcessHandle> started = bash.descendants()) {
            List<ProcessHandle> all = started.toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(one -> one.onExit()
                    .completeOnTimeout(one, KILL_SECONDS, TimeUnit.SECONDS)
                    .join());
        }
        bash.destroyForcibly();
        bash.onExit().join();
    }
}
