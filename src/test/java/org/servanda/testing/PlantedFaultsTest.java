package org.servanda.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Each patch of src/test/planted fits the sources and names tests that exist. {@code bench/planted-faults.sh} runs them; it takes an
 * hour, so that a patch which no longer applies would be noticed late.
 */
class PlantedFaultsTest {

    private static final String FOUND_BY = "Found by: ";

    static List<Path> patches() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/planted"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("patches")
    void itFitsTheSources(Path patch) throws IOException {
        Map<String, List<String>> hunks = replacedTexts(patch);
        assertFalse(hunks.isEmpty(), "a patch changes a file");
        for (Map.Entry<String, List<String>> file : hunks.entrySet()) {
            String source = Files.readString(Path.of(file.getKey()));
            for (String replaced : file.getValue()) {
                int at = source.indexOf(replaced);
                assertTrue(at >= 0, file.getKey() + " no longer contains:\n" + replaced);
                assertEquals(-1, source.indexOf(replaced, at + 1), file.getKey() + " contains twice:\n" + replaced);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("patches")
    void itNamesTheTestsThatFindIt(Path patch) throws IOException {
        String line = Files.readAllLines(patch).get(1);
        assertTrue(line.startsWith(FOUND_BY), line);
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            Set<String> tests = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
            for (String test : line.substring(FOUND_BY.length()).split(","))
                assertTrue(tests.contains(test + ".java"), "there is no " + test);
        }
    }

    /** For each file, the text that each hunk of the patch replaces: its context with the lines that it removes. */
    private static Map<String, List<String>> replacedTexts(Path patch) throws IOException {
        Map<String, List<String>> texts = new TreeMap<>();
        String file = null;
        StringBuilder hunk = new StringBuilder();
        List<String> lines = new ArrayList<>(Files.readAllLines(patch));
        lines.add("@@ end");
        for (String line : lines) {
            boolean header = line.startsWith("diff ") || line.startsWith("@@ ");
            if (header && hunk.length() > 0) {
                texts.computeIfAbsent(file, name -> new ArrayList<>()).add(hunk.toString());
                hunk.setLength(0);
            }
            if (line.startsWith("--- a/")) file = line.substring("--- a/".length());
            else if (file != null && (line.startsWith(" ") || line.startsWith("-")))
                hunk.append(line.substring(1)).append('\n');
            if (line.startsWith("diff ")) file = null;
        }
        return texts;
    }
}
