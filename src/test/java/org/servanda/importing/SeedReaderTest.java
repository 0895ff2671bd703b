package org.servanda.importing;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.servanda.importing.RewrittenSeeds.ExpectedFault;
import org.servanda.importing.SeedFault.BrokenSeeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servanda.importing.RewrittenSeeds.ASEAN;
import static org.servanda.importing.RewrittenSeeds.ASEAN_CARD;
import static org.servanda.importing.RewrittenSeeds.ASEAN_EN;
import static org.servanda.importing.RewrittenSeeds.ASEAN_ZH;
import static org.servanda.importing.RewrittenSeeds.BELT;
import static org.servanda.importing.RewrittenSeeds.FORUM_CARD;
import static org.servanda.importing.RewrittenSeeds.PRESS_CARD;

/** Reading of all seed files: missing and unreadable files, titles, and many faults at once. */
class SeedReaderTest {

    private final RewrittenSeeds seeds = new RewrittenSeeds();

    @Test
    void theRewrittenFolderItselfIsRight() {
        assertEquals(
                115,
                new SeedReader(seeds)
                        .read().instruments().stream()
                                .mapToInt(instrument -> instrument.commitments().size())
                                .sum());
    }

    @Test
    void aMissingFileIsTold() {
        seeds.without("links.yaml");
        seeds.assertFaults(new ExpectedFault("links.yaml", 1, "the file is missing"));
    }

    @Test
    void aMissingInstrumentIsToldOnce() {
        seeds.without(FORUM_CARD);
        seeds.assertFaults(new ExpectedFault(FORUM_CARD, 1, "the file is missing"));
    }

    @Test
    void aMissingTextIsToldWhereItIsAnnounced() {
        seeds.without(ASEAN_EN);
        List<SeedFault> faults = seeds.faults();
        assertTrue(
                faults.stream().anyMatch(seeds.faultAt(ASEAN_CARD, "- lang: en", "text.en.txt is missing")::matches),
                faults.toString());
        assertTrue(faults.stream().noneMatch(fault -> fault.file().equals(ASEAN_ZH)), faults.toString());
    }

    @Test
    void brokenYamlIsToldOnceWithTheLineThatCannotBeRead() {
        seeds.change(ASEAN, "  area: AI\n", "   area: AI\n");
        List<SeedFault> faults = seeds.faults();
        List<SeedFault> there =
                faults.stream().filter(fault -> fault.file().equals(ASEAN)).toList();
        assertEquals(1, there.size(), faults.toString());
        assertTrue(
                seeds.faultAt(ASEAN, "   area: AI", "not readable as YAML: ").matches(there.get(0)), there.toString());
        assertTrue(
                faults.stream()
                        .allMatch(fault -> fault.file().equals(ASEAN)
                                || fault.message().startsWith("not covered: ")
                                || fault.message().endsWith("commitments.yaml holds 0 that can be read")),
                faults.toString());
    }

    @Test
    void aTitleInOneLanguageOnlyIsTold() {
        seeds.change(ASEAN, ", en: \"Exchange of best practice on AI principles and governance\"}", "}");
        seeds.assertFaults(seeds.faultAt(ASEAN, "title: {zh: \"交流人工智能准则与治理的最佳做法\"}", "needs zh and en"));
    }

    @Test
    void aTitleThatReadsAsAnotherIsTold() {
        seeds.change(ASEAN, "en: \"Exchange of best", "en: \"\\u202EExchange of best");
        seeds.assertFaults(
                seeds.faultAt(
                        ASEAN,
                        "title: {zh: \"交流人工智能准则与治理的最佳做法\"",
                        "holds U+202E; a text of one line holds no line break, no other control character, and none that turns the direction of writing"));
    }

    @Test
    void aTitleOfNothingVisibleIsTold() {
        seeds.change(
                ASEAN, "en: \"Exchange of best practice on AI principles and governance\"", "en: \"\\u200B\\u3164\"");
        assertEquals(
                "holds nothing that can be seen; leave it out instead",
                seeds.faults().get(0).message());
    }

    @Test
    void aListOfInstrumentsThatIsNoListIsNotAnEmptyRegister() {
        seeds.with("instruments.yaml", "BRDE-2023\n");
        assertEquals("instruments.yaml", seeds.faults().get(0).file());
    }

    @Test
    void threeFaultsInThreeFilesAreToldAtOnce() {
        seeds.change(ASEAN, "area: AI\n", "area: AII\n")
                .change(BELT, "quote: {lang: zh, text: \"建设完善通信\"}", "quote: {lang: zh, text: \"建设完美通信\"}")
                .change(PRESS_CARD, "\ncommitments: 31\n", "\ncommitments: 30\n");
        seeds.assertFaults(
                seeds.faultAt(ASEAN, "area: AII", "AII is not known; did you mean AI?"),
                seeds.faultAt(BELT, "quote: {lang: zh, text: \"建设完美通信\"}", "stands 0 times in text.zh.txt"),
                seeds.faultAt(PRESS_CARD, "commitments: 30", "says 30 commitments, commitments.yaml holds 31"));
    }

    @Test
    void everyFaultIsInTheMessageThatStopsTheProgram() {
        seeds.change(ASEAN, "area: AI\n", "area: AII\n")
                .change(PRESS_CARD, "\ncommitments: 31\n", "\ncommitments: 30\n");
        BrokenSeeds broken = assertThrows(BrokenSeeds.class, () -> new SeedReader(seeds).read());
        String[] lines = broken.getMessage().split("\n");
        assertEquals("2 fault(s) in the seeds:", lines[0]);
        assertEquals(3, lines.length);
        assertTrue(lines[1].matches("  instruments/ACJS-2024/commitments\\.yaml:\\d+: AII is not known; .*"), lines[1]);
        assertTrue(
                lines[2].matches("  instruments/CNS-2025/instrument\\.yaml:\\d+: says 30 commitments, .*"), lines[2]);
    }

    @Test
    void aPartyThatCannotBeReadDoesNotShiftTheLinesOfLaterOnes() {
        seeds.change("parties.yaml", "iso2: \"BN\"", "iso4: \"BN\"")
                .change("parties.yaml", "- code: MIIT\n", "- code: miit\n");
        List<SeedFault> faults = seeds.faults();
        assertTrue(
                faults.stream().anyMatch(seeds.faultAt("parties.yaml", "iso4: \"BN\"", "unknown field iso4")::matches));
        assertTrue(
                faults.stream()
                        .anyMatch(
                                seeds.faultAt("parties.yaml", "- code: miit", "must be 2 to 16 capital letters")
                                        ::matches),
                faults.toString());
    }

    @Test
    void aWordListThatCannotBeReadDoesNotShiftTheLinesOfLaterOnes() {
        seeds.change("vocabularies.yaml", "- code: status\n  label:", "- code: status\n  labell:")
                .change("vocabularies.yaml", "- code: at_risk\n", "- code: in_danger\n");
        List<SeedFault> faults = seeds.faults();
        assertTrue(faults.stream()
                .anyMatch(seeds.faultAt("vocabularies.yaml", "labell:", "unknown field labell")::matches));
        assertTrue(
                faults.stream()
                        .anyMatch(
                                seeds.faultAt("vocabularies.yaml", "- code: no_deadline", "must be, in this order")
                                        ::matches),
                faults.toString());
    }
}
