package org.servanda.testing;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Result of a command of the machine that ran to its end: its exit status, and what it wrote to both outputs. */
public record CommandResult(int exitStatus, String output) {

    /** Far longer than any command of the tests takes: a command that hangs is stopped then. */
    private static final long TIMEOUT_MINUTES = 10;

    /** Runs a command in the folder of the build, with its environment. */
    public static CommandResult of(String... command) throws IOException {
        return of(Path.of(""), Map.of(), List.of(command));
    }

    /**
     * Runs a command and waits for its end.
     *
     * @param folder working folder of the command
     * @param environment variables that it gets besides those of the build
     * @throws IOException where the command does not start, or does not end within ten minutes
     */
    public static CommandResult of(Path folder, Map<String, String> environment, List<String> command)
            throws IOException {
        // A file and not a pipe: a child that keeps a pipe open would hold the reader for ever.
        Path log = Files.createTempFile("servanda", ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            boolean ended = process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES);
            if (!ended) process.destroyForcibly();
            if (!ended) throw new IOException(String.join(" ", command) + " does not end: " + Files.readString(log));
            return new CommandResult(process.exitValue(), Files.readString(log).strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(String.join(" ", command) + " was interrupted");
        } finally {
            Files.deleteIfExists(log);
        }
    }

    /** @throws IOException with the output, where the exit status is not 0 */
    public CommandResult requireSuccess() throws IOException {
        if (exitStatus != 0) throw new IOException("exit status " + exitStatus + ": " + output);
        return this;
    }
}
