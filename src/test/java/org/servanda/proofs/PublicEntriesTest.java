package org.servanda.proofs;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.servanda.ledger.Entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Every kind of entry that the program writes was thought about before anyone outside sees one. */
class PublicEntriesTest {

    /** Every place that writes entries, and of which nouns; with constants, where the kinds stand. */
    private static final Map<String, Set<String>> WRITERS = Map.ofEntries(
            Map.entry("crosswalk/LinkEditor", Set.of("link")),
            Map.entry("progress/evidence/CommitmentEvidence", Set.of("commitment")),
            Map.entry("progress/decisions/Decisions", Set.of("commitment")),
            Map.entry("progress/updates/UpdateSubmission", Set.of("commitment")),
            Map.entry("progress/milestones/MilestoneEditor", Set.of("commitment")),
            Map.entry("progress/assessments/AssessmentSubmission", Set.of("commitment")),
            Map.entry("files/EvidenceFiles", Set.of("file")),
            Map.entry("cycles/CycleEditor", Set.of("cycle")),
            Map.entry("commitments/editing/CommitmentCreation", Set.of("commitment")),
            Map.entry("commitments/editing/CommitmentEditor", Set.of("commitment")),
            Map.entry(
                    "importing/SeedChanges",
                    Set.of("area", "party", "vocabulary", "instrument", "text", "passages", "commitment", "link")),
            Map.entry("keys/ApiKeyIssuer", Set.of("api-key")));

    /** Where the kinds of a noun are constants: each of these must have been thought about. */
    private static final Map<String, String> CONSTANTS = Map.of(
            "commitment", "org.servanda.commitments.CommitmentEntryKinds",
            "link", "org.servanda.commitments.links.LinkBody",
            "cycle", "org.servanda.cycles.CycleBody",
            "file", "org.servanda.files.FileBody");

    private static Entry entry(String subject, String kind, String body) {
        return new Entry(1, Instant.EPOCH, "test", subject, kind, null, null, body, "");
    }

    @Test
    void noOtherPlaceWritesEntries() throws IOException {
        Path sources = Path.of("src/main/java/org/servanda");
        Set<String> writers = new TreeSet<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList())
                if (Files.readString(file).contains("new NewEntry("))
                    writers.add(sources.relativize(file).toString().replace(".java", ""));
        }
        assertEquals(
                new TreeSet<>(WRITERS.keySet()),
                writers,
                "a new writer of entries: say in PublicEntries whether everyone may read them, then here that it writes");
    }

    @Test
    void everyKindIsEitherShownOrWithheld() throws ReflectiveOperationException {
        for (Map.Entry<String, String> kinds : CONSTANTS.entrySet()) {
            for (String kind : constants(kinds.getValue()))
                assertTrue(PublicEntries.isDecided(kinds.getKey(), kind), kinds.getKey() + " " + kind);
        }
        for (String noun : WRITERS.get("importing/SeedChanges"))
            for (String kind : List.of("recorded", "corrected")) assertTrue(PublicEntries.isDecided(noun, kind), noun);
        for (String kind : List.of("issued", "revoked")) assertTrue(PublicEntries.isDecided("api-key", kind), kind);
        Set<String> nouns = new TreeSet<>();
        WRITERS.values().forEach(nouns::addAll);
        assertEquals(
                new TreeSet<>(Set.of(
                        "area",
                        "party",
                        "vocabulary",
                        "instrument",
                        "text",
                        "passages",
                        "commitment",
                        "link",
                        "cycle",
                        "file",
                        "api-key")),
                nouns);
    }

    /** All texts that a class of kinds names, but for the noun itself. */
    private static List<String> constants(String type) throws ReflectiveOperationException {
        Class<?> kinds = Class.forName(type);
        List<String> all = new ArrayList<>();
        for (Field field : kinds.getDeclaredFields()) {
            if (field.getType() != String.class || !Modifier.isStatic(field.getModifiers())) continue;
            field.setAccessible(true);
            if (!field.getName().equals("NOUN")) all.add((String) field.get(null));
        }
        assertFalse(all.isEmpty(), type + " names kinds");
        return all;
    }

    @ParameterizedTest
    @CsvSource({
        "commitment/ACJS-2024.III.2, recorded, true",
        "commitment/ACJS-2024.III.2, accepted, true",
        "commitment/ACJS-2024.III.2, assessed, true",
        "commitment/ACJS-2024.III.2, submitted, false",
        "commitment/ACJS-2024.III.2, returned, false",
        "commitment/ACJS-2024.III.2, noted, false",
        "commitment/ACJS-2024.III.2, invented, false",
        "party/TH, recorded, true",
        "text/BRDE-2023/zh, corrected, true",
        "link/A same_promise B, withdrawn, true",
        "cycle/X, closed, true",
        "file/abc, uploaded, false",
        "api-key/abc, issued, false",
        "api-key/abc, revoked, false",
        "invented/abc, recorded, false",
        "commitments/abc, recorded, false",
        "commitment, recorded, true",
    })
    void onlyWhatIsNamedIsShown(String subject, String kind, boolean shown) {
        assertEquals(shown, PublicEntries.isPublic(entry(subject, kind, "{}")));
    }
}
