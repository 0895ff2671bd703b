package org.servanda.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The files that CONTRIBUTING.md sends a contributor to are there, with the members that it names. */
class ContributingTest {

    /** A class, with its package or without, and perhaps a member: {@code commitments/Status.next}. */
    private static final Pattern CLASS =
            Pattern.compile("`(?:([a-z]+(?:/[a-z]+)*)/)?([A-Z]\\w+)(?:\\.(?!md|java)(\\w+))?`");

    private static final Pattern FILE =
            Pattern.compile("`([\\w./-]+/[\\w.-]*\\.(?:java|yaml|md|sql|properties|patch))`");

    /** Paths below the sources of a class, by its simple name. */
    private static Map<String, List<Path>> classes() throws IOException {
        Map<String, List<Path>> classes = new HashMap<>();
        for (String root : List.of("src/main/java", "src/test/java", "src/verifier/java")) {
            if (!Files.isDirectory(Path.of(root))) continue;
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(file -> classes.computeIfAbsent(
                                file.getFileName().toString().replace(".java", ""), name -> new ArrayList<>())
                        .add(file));
            }
        }
        return classes;
    }

    private static String table() throws IOException {
        String page = Files.readString(Path.of("CONTRIBUTING.md"));
        String table = page.substring(page.indexOf("| change | files |"));
        return table.substring(0, table.indexOf("\n\n"));
    }

    @Test
    void eachClassAndMemberIsThere() throws IOException {
        Map<String, List<Path>> classes = classes();
        List<String> missing = new ArrayList<>();
        int found = 0;
        for (MatchResult name : CLASS.matcher(table()).results().toList()) {
            found++;
            String folder = name.group(1) == null ? "/" : "/org/servanda/" + name.group(1) + "/";
            boolean there = classes.getOrDefault(name.group(2), List.of()).stream()
                    .filter(file -> name.group(1) == null || file.toString().contains(folder + name.group(2) + ".java"))
                    .anyMatch(file -> name.group(3) == null || mentions(file, name.group(3)));
            if (!there) missing.add(name.group());
        }
        assertTrue(found > 50, "names were found");
        assertEquals(List.of(), missing);
    }

    @Test
    void eachFileIsThere() throws IOException {
        List<String> missing = FILE.matcher(table())
                .results()
                .map(file -> file.group(1))
                .filter(file -> !Files.exists(Path.of(file)))
                .toList();
        assertEquals(List.of(), missing);
    }

    private static boolean mentions(Path file, String member) {
        try {
            return Pattern.compile("\\b" + member + "\\b")
                    .matcher(Files.readString(file))
                    .find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
