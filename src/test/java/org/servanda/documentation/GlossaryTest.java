package org.servanda.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The names in docs/glossary.md exist: classes, words of the contract, tables of both databases. */
class GlossaryTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    /** The cells of one term, from the column "term" on. */
    private record Row(String term, String code, String api, String table) {

        static Row of(String line) {
            String[] cells = line.split("\\|");
            assertEquals(7, cells.length, line);
            return new Row(cells[1].strip(), cells[4], cells[5], cells[6]);
        }

        static List<String> names(String cell) {
            return NAME.matcher(cell).results().map(name -> name.group(1)).toList();
        }
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows = Files.readAllLines(Path.of("docs/glossary.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| term |"))
                .map(Row::of)
                .toList();
        assertTrue(rows.size() > 30, "terms were found");
        return rows;
    }

    @Test
    void eachClassIsThere() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            Set<String> classes = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
            List<String> missing = new ArrayList<>();
            for (Row row : rows())
                for (String name : Row.names(row.code())) if (!classes.contains(name)) missing.add(name);
            assertEquals(List.of(), missing);
        }
    }

    @Test
    void eachWordOfTheApiStandsInTheContract() throws IOException {
        String contract = Files.readString(Path.of("openapi/openapi.yaml"));
        List<String> missing = new ArrayList<>();
        for (Row row : rows())
            for (String name : Row.names(row.api())) {
                boolean found = name.startsWith("/")
                        ? contract.contains("  /api/v1" + name + ":\n")
                        : Pattern.compile("\\b" + Pattern.quote(name) + "\\b")
                                .matcher(contract)
                                .find();
                if (!found) missing.add(name);
            }
        assertEquals(List.of(), missing);
    }

    @Test
    void eachTableIsInBothDatabases() throws IOException {
        for (String database : List.of("h2", "postgresql")) {
            String script = Files.readString(MIGRATIONS.resolve(database).resolve("V1__register.sql"));
            List<String> missing = new ArrayList<>();
            for (Row row : rows())
                for (String name : Row.names(row.table()))
                    if (!script.contains("create table " + name + " (")) missing.add(name);
            assertEquals(List.of(), missing, database);
        }
    }

    @Test
    void noTermIsExplainedTwice() throws IOException {
        List<String> terms = rows().stream().map(Row::term).toList();
        assertEquals(List.copyOf(Set.copyOf(terms)).size(), terms.size(), terms.toString());
    }
}
