package org.servanda.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs a program to its end; its output is thrown away unless it fails. */
final class Shell {

    private Shell() {}

    /** How many seconds it took. */
    static double seconds(Path folder, String... command) {
        long start = System.nanoTime();
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .directory(folder.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) throw new Broken(command[0] + " failed: " + said);
        } catch (IOException e) {
            throw new Broken(command[0] + " cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Broken("interrupted", e);
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
