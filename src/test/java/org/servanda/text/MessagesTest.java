package org.servanda.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The texts of the program stand in the two message files alone, and the files agree. */
class MessagesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern CHINESE = Pattern.compile("[\\p{IsHan}\\u3000-\\u303f\\uff00-\\uffef]");
    /** The number in <code>{0}</code> or <code>{0,choice,…}</code>; a brace in apostrophes is a brace. */
    private static final Pattern PLACEHOLDER = Pattern.compile("(?<!')\\{(\\d+)[,}]");

    /** The files that may hold Chinese characters, each with the reason. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "text/Synonyms.java", "names of languages that the seeds are read with",
            "text/TextFolding.java", "punctuation marks that are folded",
            "formats/CsvText.java", "full-width signs that begin a formula",
            "formats/DataPackage.java", "the English description of these signs",
            "formats/PdfFont.java", "a comment that shows two characters that look alike",
            "commitments/Commitments.java", "a full-width dot that is read as a dot",
            "commitments/search/FilterParameters.java", "an example in the contract, and commas that are read");

    @Test
    void noSourceFileHoldsChineseCharactersExceptTheNamedOnes() {
        Set<String> found = new TreeSet<>();
        sources().forEach((file, source) -> {
            if (CHINESE.matcher(source).find()) found.add(file);
        });
        assertEquals(
                EXCEPTIONS.keySet().stream()
                        .map(file -> "org/servanda/" + file)
                        .collect(Collectors.toCollection(TreeSet::new)),
                found);
    }

    @Test
    void bothFilesHaveTheSameKeysInTheSameOrder() {
        List<String> chinese = keys(Language.zh);
        assertTrue(chinese.size() > 100, chinese.size() + " keys");
        assertEquals(chinese, keys(Language.en));
        assertEquals(new TreeSet<>(chinese).size(), chinese.size(), "a key stands twice");
    }

    /** A key is a text of the source, or begins with a text of it and ends with a name of it, which may be of a text in one language. */
    @Test
    void everyKeyIsUsed() {
        String source = String.join("\n", sources().values());
        Set<String> words = Pattern.compile("\\w+")
                .matcher(source)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toSet());
        List<String> unused = new ArrayList<>();
        for (String key : keys(Language.en)) {
            int dot = key.lastIndexOf('.') + 1;
            boolean composed = source.contains('"' + key.substring(0, dot) + "\" +")
                    && (words.contains(key.substring(dot)) || words.contains(key.substring(dot) + "Zh"));
            if (!composed && !source.contains('"' + key + '"')) unused.add(key);
        }
        assertEquals(List.of(), unused);
    }

    @Test
    void everyKeyThatTheSourceNamesIsThere() {
        Set<String> groups =
                keys(Language.en).stream().map(key -> key.split("\\.")[0]).collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        Pattern named =
                Pattern.compile("(?:labels\\.message|Messages\\.of|Messages\\.in)\\([^\"()]*\"([\\w.]+)\"(?! \\+)");
        sources().forEach((file, source) -> named.matcher(source)
                .results()
                .map(match -> match.group(1))
                .forEach(key -> {
                    assertTrue(groups.contains(key.split("\\.")[0]), key);
                    if (!keys(Language.en).contains(key)) missing.add(key);
                }));
        assertEquals(Set.of(), missing);
    }

    @Test
    void placeholdersAreTheSameInBothLanguages() {
        Map<String, String> chinese = entries(Language.zh);
        int placeholders = 0;
        for (Map.Entry<String, String> english : entries(Language.en).entrySet()) {
            Set<String> numbers = placeholders(english.getValue());
            assertEquals(numbers, placeholders(chinese.get(english.getKey())), english.getKey());
            placeholders += numbers.size();
        }
        assertTrue(placeholders > 10, placeholders + " placeholders");
    }

    @ParameterizedTest
    @EnumSource
    void everyTextIsAMessageThatSaysSomething(Language language) {
        entries(language).forEach((key, text) -> {
            assertFalse(new MessageFormat(text).format(new Object[] {1, 2}).isBlank(), key);
        });
    }

    @Test
    void aKeyThatIsNotThereIsRefused() {
        assertThrows(MissingResourceException.class, () -> Messages.of("no.such.key"));
        assertThrows(MissingResourceException.class, () -> Messages.in(Language.zh, "no.such.key"));
        assertTrue(Messages.find("no.such.key").isEmpty());
    }

    @Test
    void numbersHaveNoSeparatorsAndEnglishNounsTheirNumber() {
        assertEquals("承诺事项共 12345 项。", Messages.in(Language.zh, "status.count", 12_345));
        assertEquals("12345 commitments.", Messages.in(Language.en, "status.count", 12_345));
        assertEquals("1 commitment.", Messages.in(Language.en, "status.count", 1));
        assertEquals("0 commitments.", Messages.in(Language.en, "status.count", 0));
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> keys(Language language) {
        return lines(language).map(line -> line.substring(0, line.indexOf('='))).toList();
    }

    private static Map<String, String> entries(Language language) {
        Map<String, String> entries = new TreeMap<>();
        lines(language)
                .forEach(line ->
                        entries.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        return entries;
    }

    private static Stream<String> lines(Language language) {
        return read(Path.of("src/main/resources/messages_" + language + ".properties"))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    private static Map<String, String> sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            Map<String, String> sources = new TreeMap<>();
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file ->
                            sources.put(SOURCES.relativize(file).toString().replace('\\', '/'), read(file)));
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
