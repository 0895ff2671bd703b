package org.servanda.importing;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.servanda.importing.SeedFault.BrokenSeeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The seeds that ship with the program, with some files rewritten; without links, so that links need not follow each change. */
final class RewrittenSeeds implements SeedFolder {

    static final String ASEAN = "instruments/ACJS-2024/commitments.yaml";
    static final String ASEAN_CARD = "instruments/ACJS-2024/instrument.yaml";
    static final String ASEAN_ZH = "instruments/ACJS-2024/text.zh.txt";
    static final String ASEAN_EN = "instruments/ACJS-2024/text.en.txt";
    static final String FORUM_CARD = "instruments/GDIDCF-2024/instrument.yaml";
    static final String BELT = "instruments/BRDE-2023/commitments.yaml";
    static final String PRESS = "instruments/CNS-2025/commitments.yaml";
    static final String PRESS_CARD = "instruments/CNS-2025/instrument.yaml";

    private static final SeedFolder SHIPPED = SeedFolder.at(Path.of("seeds"));

    private final Map<String, Optional<String>> files = new HashMap<>(Map.of("links.yaml", Optional.of("[]\n")));

    @Override
    public Optional<String> read(String path) {
        return files.containsKey(path) ? files.get(path) : SHIPPED.read(path);
    }

    /** Replaces words that stand in the file exactly once. */
    RewrittenSeeds change(String path, String words, String replacement) {
        String text = read(path).orElseThrow();
        assertEquals(2, text.split(java.util.regex.Pattern.quote(words), -1).length, path + " holds once: " + words);
        return with(path, text.replace(words, replacement));
    }

    RewrittenSeeds with(String path, String text) {
        files.put(path, Optional.of(text));
        return this;
    }

    RewrittenSeeds without(String path) {
        files.put(path, Optional.empty());
        return this;
    }

    /** A fault on the line on which {@code words} begin. */
    ExpectedFault faultAt(String path, String words, String message) {
        String text = read(path).orElseThrow();
        int at = text.indexOf(words);
        assertTrue(at >= 0, path + " holds: " + words);
        return new ExpectedFault(
                path,
                1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count(),
                message);
    }

    List<SeedFault> faults() {
        return assertThrows(BrokenSeeds.class, () -> new SeedReader(this).read())
                .faults();
    }

    /** Reads the seeds and expects these faults and no others, in any order. */
    void assertFaults(ExpectedFault... expected) {
        List<SeedFault> faults = faults();
        Set<SeedFault> matched = new HashSet<>();
        for (ExpectedFault expectedFault : expected) {
            SeedFault found = faults.stream()
                    .filter(expectedFault::matches)
                    .filter(fault -> !matched.contains(fault))
                    .findFirst()
                    .orElse(null);
            assertNotNull(found, expectedFault + " is not among " + faults);
            matched.add(found);
        }
        assertEquals(expected.length, faults.size(), faults.toString());
    }

    /** A fault that a test expects: file, line, and the beginning of the message. */
    record ExpectedFault(String file, int line, String message) {

        boolean matches(SeedFault fault) {
            return fault.file().equals(file)
                    && fault.line() == line
                    && fault.message().startsWith(message);
        }
    }
}
