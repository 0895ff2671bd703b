package org.servanda;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.servanda.testing.Requirements;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The contract that this build has written says nothing that a linter of contracts complains about. */
class ContractLintIT {

    private static final Path LINTER = Path.of("src/test/contract");

    @Test
    void theLinterHasNothingToComplainAbout() throws Exception {
        Path npm = Requirements.command("lint of the contract", "npm", "npm");
        run(npm, "ci", "--no-fund", "--no-audit");
        run(npm, "run", "lint");
    }

    private static void run(Path command, String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(command.toString()));
        line.addAll(List.of(words));
        Process process = new ProcessBuilder(line)
                .directory(LINTER.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }
}
