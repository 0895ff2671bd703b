package org.servanda.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * What a test needs of the machine besides a JDK and Maven. Where it is missing, the test is skipped and the build's
 * closing summary names it as NOT RUN; with {@code CI=true} in the environment, or the property
 * {@code servanda.requirements.enforced} of who asked for this one test, a missing one is a failure.
 */
public final class Requirements {

    /** One line for each test that was not run; {@link ClosingSummary} reads it. */
    static final Path NOT_RUN = Path.of("target", "not-run.txt");

    private static final boolean ENFORCED =
            "true".equals(System.getenv("CI")) || Boolean.getBoolean("servanda.requirements.enforced");

    private Requirements() {}

    /** Something of the machine that may be missing: an {@link IOException} says what and how to get it. */
    public interface Attempt<T> {
        T get() throws IOException;
    }

    /**
     * The place of a command.
     *
     * @param tested what is not tested without it, such as "proofs checked by Go"
     * @param debianPackage what installs it
     */
    public static Path command(String tested, String command, String debianPackage) {
        return met(tested, () -> findCommand(command)
                .orElseThrow(() -> new IOException(debianPackage + " is not installed")));
    }

    /** What an attempt gives; where it fails, no test. */
    public static <T> T met(String tested, Attempt<T> attempt) {
        try {
            return attempt.get();
        } catch (IOException e) {
            String line = "NOT RUN: " + tested + " - " + e.getMessage();
            if (ENFORCED) return Assertions.fail(line);
            remember(line);
            return Assumptions.abort(line);
        }
    }

    private static Optional<Path> findCommand(String command) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, command))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void remember(String line) {
        try {
            Files.createDirectories(NOT_RUN.getParent());
            Files.writeString(NOT_RUN, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
