package org.servanda.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.servanda.testing.ContractDocument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** What docs/api.md names is what the contract holds. */
class ApiPageTest {

    private static final String BASE = "/api/v1";
    private static final Set<String> METHODS = Set.of("get", "post", "patch", "put", "delete");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private static JsonNode paths;
    private static List<String> page;

    @BeforeAll
    static void read() throws IOException {
        paths = ContractDocument.committed().get("paths");
        page = Files.readAllLines(Path.of("docs/api.md"));
    }

    private static List<String> codes(String text) {
        return CODE.matcher(text).results().map(result -> result.group(1)).toList();
    }

    /** Methods by path, as the rows of the tables name them. */
    private static Map<String, Set<String>> named() {
        Map<String, Set<String>> named = new TreeMap<>();
        for (String line : page) {
            String[] cells = line.split("\\|");
            if (!line.startsWith("| `/") || cells.length < 4) continue;
            Set<String> methods = new TreeSet<>(Arrays.asList(cells[2].strip().split(", ")));
            for (String path : codes(cells[1])) named.put(path, methods);
        }
        return named;
    }

    private static Map<String, Set<String>> inTheContract() {
        Map<String, Set<String>> all = new TreeMap<>();
        paths.properties().forEach(path -> {
            Set<String> methods = new TreeSet<>();
            path.getValue().fieldNames().forEachRemaining(name -> {
                if (METHODS.contains(name)) methods.add(name.toUpperCase(Locale.ROOT));
            });
            all.put(path.getKey().substring(BASE.length()), methods);
        });
        return all;
    }

    @Test
    void thePageNamesEveryPathWithItsMethodsAndNoOther() {
        assertFalse(inTheContract().isEmpty());
        assertEquals(lines(inTheContract()), lines(named()));
    }

    private static String lines(Map<String, Set<String>> methods) {
        return methods.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void aPathThatTheTextMentionsIsInTheContract() {
        Set<String> mentioned = new TreeSet<>(codes(String.join("\n", page)));
        mentioned.removeIf(code -> !code.startsWith("/") || code.equals(BASE));
        mentioned.removeAll(inTheContract().keySet());
        assertEquals(Set.of(), mentioned);
    }

    @Test
    void thePageNamesEveryParameterOfAQuery() {
        Set<String> parameters = paths.findParents("in").stream()
                .filter(parameter -> parameter.get("in").asText().equals("query"))
                .map(parameter -> parameter.get("name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> words = Pattern.compile("\\w+")
                .matcher(String.join(" ", codes(String.join("\n", page))))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        parameters.removeAll(words);
        assertEquals(Set.of(), parameters);
    }
}
