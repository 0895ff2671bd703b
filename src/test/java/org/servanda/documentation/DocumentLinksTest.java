package org.servanda.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Who follows a link in the documents arrives. */
class DocumentLinksTest {

    private static final int LONGEST_README = 200;

    private static final Pattern LINK = Pattern.compile("\\]\\(([^()\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("#{1,6} (.+)");
    private static final Pattern NOT_IN_ANCHORS = Pattern.compile("[^\\p{L}\\p{N} _-]");

    private static List<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(
                            Stream.of("README.md", "CONTRIBUTING.md", "seeds/README.md", "bench/README.md")
                                    .map(Path::of),
                            docs.filter(file -> file.toString().endsWith(".md")).sorted())
                    .toList();
        }
    }

    /** Without what stands in blocks of code. */
    private static List<String> prose(Path document) throws IOException {
        List<String> prose = new ArrayList<>();
        boolean code = false;
        for (String line : Files.readAllLines(document)) {
            boolean fence = line.strip().startsWith("```");
            prose.add(code || fence ? "" : line);
            code ^= fence;
        }
        return prose;
    }

    /** As GitHub makes them: small letters, hyphens for spaces, no other signs. */
    private static Set<String> anchors(Path document) throws IOException {
        return prose(document).stream()
                .map(HEADING::matcher)
                .filter(Matcher::matches)
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(heading ->
                        NOT_IN_ANCHORS.matcher(heading).replaceAll("").strip().replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    /** Relative links that lead nowhere, each with file and line. */
    private static List<String> broken(Path document) throws IOException {
        List<String> broken = new ArrayList<>();
        List<String> lines = prose(document);
        for (int line = 0; line < lines.size(); line++) {
            Matcher link = LINK.matcher(lines.get(line));
            while (link.find())
                if (!leads(document, link.group(1)))
                    broken.add("%s, line %d: %s".formatted(document, line + 1, link.group(1)));
        }
        return broken;
    }

    private static boolean leads(Path document, String link) throws IOException {
        if (link.contains("://")) return true;
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty()
                ? document
                : document.resolveSibling(parts[0]).normalize();
        if (!Files.exists(target)) return false;
        return parts.length == 1 || anchors(target).contains(parts[1]);
    }

    @Test
    void everyRelativeLinkLeadsToAFileAndAHeading() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path document : documents()) broken.addAll(broken(document));
        assertEquals(List.of(), broken);
    }

    @Test
    void aLinkToNowhereIsSeen() throws IOException {
        Path readme = Path.of("README.md");
        assertTrue(leads(readme, "docs/operations.md#the-log-and-its-keys"));
        assertTrue(leads(Path.of("docs/operations.md"), "#keys"));
        for (String nowhere : List.of("docs/nowhere.md", "docs/operations.md#nowhere", "#nowhere", "../README.md"))
            assertTrue(!leads(readme, nowhere), nowhere);
    }

    @Test
    void theReadmeIsReadInOneSitting() throws IOException {
        int lines = Files.readAllLines(Path.of("README.md")).size();
        assertTrue(lines <= LONGEST_README, lines + " lines; what does not fit goes to docs/tutorials");
    }
}
