package org.servanda;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.servanda.testing.CommandResult;
import org.servanda.testing.Requirements;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Lint of the contract that this build has written. */
class ContractLintIT {

    private static final Path LINTER = Path.of("src/test/contract");

    @Test
    void theLinterHasNothingToComplainAbout() throws Exception {
        Path npm = Requirements.command("lint of the contract", "npm", "npm");
        run(npm, "ci", "--no-fund", "--no-audit");
        run(npm, "run", "lint");
    }

    private static void run(Path command, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(command.toString()));
        line.addAll(List.of(arguments));
        CommandResult result = CommandResult.of(LINTER, Map.of(), line);
        assertEquals(0, result.exitStatus(), result.output());
    }
}
