package org.servanda.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Commands of the system. */
final class Shell {

    private Shell() {}

    /** Runs one and waits for its end; fails with what it said. */
    static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0)
            throw new IOException(String.join(" ", command) + ": " + output.strip());
    }
}
