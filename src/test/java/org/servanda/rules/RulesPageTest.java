package org.servanda.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The page of the rules and those who state them: each rule has its place in the program, no number points nowhere. */
class RulesPageTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path VERIFIER = Path.of("src/main/java/org/servanda/verify");
    private static final Path TESTS = Path.of("src/test/java");

    private static final Pattern RULE = Pattern.compile("(?m)^\\*\\*(\\d+\\.\\d+)\\*\\*");
    private static final Pattern MENTION =
            Pattern.compile("[Rr]ules? ((?:\\d+\\.\\d+)(?:(?:, | and | to )\\d+\\.\\d+)*)");
    private static final Pattern NUMBER = Pattern.compile("\\d+\\.\\d+");

    private static List<String> rules() {
        return RULE.matcher(read(Path.of("docs/rules.md")))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rules that the sources in a folder name; the verifier, which states them again, is not part of the program. */
    private static Set<String> named(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            Set<String> named = new TreeSet<>();
            files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> folder.equals(VERIFIER) || !file.startsWith(VERIFIER))
                    .flatMap(file -> MENTION.matcher(read(file)).results())
                    .flatMap(mention -> NUMBER.matcher(mention.group(1)).results())
                    .map(MatchResult::group)
                    .forEach(named::add);
            return named;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theNumbersOfASectionFollowEachOther() {
        int section = 0;
        int rule = 0;
        for (String number : rules()) {
            String[] parts = number.split("\\.");
            boolean next = Integer.parseInt(parts[0]) > section;
            rule = next ? 1 : rule + 1;
            section = next ? section + 1 : section;
            assertEquals(section + "." + rule, number);
        }
        assertEquals(13, section);
    }

    @Test
    void everyRuleIsNamedWhereTheProgramAppliesIt() {
        Set<String> missing = new TreeSet<>(rules());
        missing.removeAll(named(MAIN));
        assertEquals(Set.of(), missing);
    }

    @Test
    void noNumberPointsNowhere() {
        for (Path folder : List.of(MAIN, VERIFIER, TESTS)) {
            Set<String> named = named(folder);
            assertTrue(named.size() > 30, folder + " names " + named.size());
            named.removeAll(rules());
            assertEquals(Set.of(), named, folder.toString());
        }
    }
}
