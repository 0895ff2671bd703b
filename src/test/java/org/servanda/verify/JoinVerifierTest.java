package org.servanda.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.servanda.testing.CompiledVerifier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The joining of the verifier to one file gives the same bytes each time, and refuses what would not work in one file. */
class JoinVerifierTest {

    private static final Path SOURCES = Path.of("src/main/java/org/servanda/verify");

    @TempDir
    Path folder;

    private Path sources;
    private Path joined;

    /** How a run of the program ended, and what it printed. */
    private record Run(int exitCode, String output) {}

    @BeforeEach
    void copyTheSources() throws IOException {
        sources = Files.createDirectory(folder.resolve("sources"));
        joined = folder.resolve("joined/Verify.java");
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.toList()) Files.copy(file, sources.resolve(file.getFileName()));
        }
    }

    private Run join() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "src/build/JoinVerifier.java",
                        sources.toString(),
                        joined.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    @Test
    void theSameSourcesGiveTheBytesOfTheBuild() throws Exception {
        assertEquals(new Run(0, ""), join());
        assertArrayEquals(Files.readAllBytes(CompiledVerifier.SOURCE), Files.readAllBytes(joined));
        List<String> lines = Files.readAllLines(joined);
        assertTrue(lines.stream().noneMatch(line -> line.startsWith("package ")), "it is in no package");
        assertTrue(
                lines.stream().noneMatch(line -> line.startsWith("import org.servanda")), "it imports the JDK alone");
    }

    @Test
    void aTypeThatHasNoPlaceInTheOrderIsRefused() throws Exception {
        Files.writeString(
                sources.resolve("Forgotten.java"), "package org.servanda.verify;\n\nfinal class Forgotten {}\n");
        assertRefused("must name each type");
    }

    @Test
    void anImportFromOutsideTheJdkIsRefused() throws Exception {
        replace("Options.java", "import java.util.Set;", "import java.util.Set;\nimport org.servanda.text.Sha256;");
        assertRefused("must import types of the JDK");
    }

    @Test
    void aCharacterThatIsNotAsciiIsRefused() throws Exception {
        replace("Options.java", "The options", "The options \u2014");
        assertRefused("must be ASCII");
    }

    private void replace(String file, String text, String replacement) throws IOException {
        String source = Files.readString(sources.resolve(file));
        assertTrue(source.contains(text), file);
        Files.writeString(sources.resolve(file), source.replace(text, replacement));
    }

    private void assertRefused(String why) throws Exception {
        Run run = join();
        assertNotEquals(0, run.exitCode());
        assertTrue(run.output().contains(why), run.output());
        assertFalse(Files.exists(joined), "nothing was written");
    }
}
