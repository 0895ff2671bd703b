package org.servanda.importing;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.servanda.importing.RewrittenSeeds.ExpectedFault;
import org.servanda.importing.Seeds.SeededInstrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servanda.importing.RewrittenSeeds.ASEAN;
import static org.servanda.importing.RewrittenSeeds.ASEAN_CARD;
import static org.servanda.importing.RewrittenSeeds.ASEAN_EN;
import static org.servanda.importing.RewrittenSeeds.ASEAN_ZH;
import static org.servanda.importing.RewrittenSeeds.FORUM_CARD;

/** Faults of codes, words and links in seeds: unknown, used twice, or of the wrong place. */
class SeedReferenceFaultsTest {

    private final RewrittenSeeds seeds = new RewrittenSeeds();

    @Test
    void anUnknownAreaIsTold() {
        seeds.change(ASEAN, "area: AI\n", "area: AII\n");
        seeds.assertFaults(
                seeds.faultAt(ASEAN, "area: AII", "AII is not known; did you mean AI? Allowed: INFRA, AI, "));
    }

    @Test
    void anUnknownPartyIsTold() {
        seeds.change(ASEAN, "supporting: [ACDMM]", "supporting: [ACDNM]");
        seeds.assertFaults(
                seeds.faultAt(ASEAN, "supporting: [ACDNM]", "ACDNM is not known; did you mean ACDMM? Allowed: CN, "));
    }

    @Test
    void anUnknownPartyOfAnInstrumentIsTold() {
        seeds.change(FORUM_CARD, "{party: CIDCA, role", "{party: CIDDCA, role");
        seeds.assertFaults(seeds.faultAt(FORUM_CARD, "- {party: CIDDCA", "CIDDCA is not known; did you mean CIDCA?"));
    }

    @Test
    void aCodeThatIsUsedTwiceIsToldAtItsSecondPlace() {
        seeds.change(ASEAN, "- code: ACJS-2024.I.2\n", "- code: ACJS-2024.I.1\n");
        seeds.assertFaults(
                seeds.faultAt(ASEAN, "- code: ACJS-2024.I.1\n  item: \"I.2\"", "ACJS-2024.I.1 is used twice"));
    }

    @Test
    void aCodeOfAnotherInstrumentIsTold() {
        seeds.change(ASEAN, "- code: ACJS-2024.III.2\n", "- code: BRDE-2023.III.2\n");
        seeds.assertFaults(seeds.faultAt(ASEAN, "- code: BRDE-2023.III.2", "must be ACJS-2024. followed by"));
    }

    @Test
    void aWrongCountIsTold() {
        seeds.change(ASEAN_CARD, "\ncommitments: 16\n", "\ncommitments: 17\n");
        seeds.assertFaults(seeds.faultAt(
                ASEAN_CARD, "commitments: 17", "says 17 commitments, commitments.yaml holds 16 that can be read"));
    }

    @Test
    void aMisspeltWordIsToldTogetherWithWhatNowLacksTheEntry() {
        seeds.change(ASEAN, "kind: programme ", "kind: programe ");
        seeds.assertFaults(
                seeds.faultAt(
                        ASEAN,
                        "kind: programe",
                        "'programe' is not allowed; did you mean programme? Allowed: pledge, "),
                seeds.faultAt(ASEAN_CARD, "commitments: 16", "says 16 commitments, commitments.yaml holds 15"),
                new ExpectedFault(ASEAN_ZH, 1, "not covered: \"推动数字贸易进程"),
                new ExpectedFault(ASEAN_EN, 1, "not covered: \"Promote the process"));
    }

    @Test
    void aMisspeltWordOfAnInstrumentIsToldAlone() {
        seeds.change(ASEAN_CARD, "basis: stated_in_text", "basis: stated_in_txt");
        seeds.assertFaults(seeds.faultAt(
                ASEAN_CARD, "basis: stated_in_txt", "'stated_in_txt' is not allowed; did you mean stated_in_text?"));
    }

    @Test
    void aWordThatTheProgramKnowsAndTheListLacksIsTold() {
        String text = seeds.read("vocabularies.yaml").orElseThrow();
        int from = text.indexOf("    - code: at_risk\n");
        int to = text.indexOf("    - code: late\n");
        seeds.with("vocabularies.yaml", text.substring(0, from) + text.substring(to));
        seeds.assertFaults(seeds.faultAt(
                "vocabularies.yaml",
                "- code: no_deadline",
                "must be, in this order: no_deadline, on_track, at_risk, late, met, missed"));
    }

    @Test
    void anInstrumentThatSaysNothingOfReportingIsReportedOnEveryNinetyDays() {
        seeds.change("instruments/ACJS-2024/instrument.yaml", "reportingIntervalDays: 90\n", "");
        assertEquals(
                90,
                new SeedReader(seeds)
                        .read().instruments().stream()
                                .map(SeededInstrument::view)
                                .filter(view -> view.code().equals("ACJS-2024"))
                                .findFirst()
                                .orElseThrow()
                                .reportingIntervalDays());
    }

    @Test
    void anIntervalThatNobodyCanKeepIsTold() {
        seeds.change(
                "instruments/ACJS-2024/instrument.yaml", "reportingIntervalDays: 90", "reportingIntervalDays: -90");
        seeds.assertFaults(seeds.faultAt(
                "instruments/ACJS-2024/instrument.yaml", "reportingIntervalDays", "must be from 1 to 3650"));
    }

    @Test
    void aWordThatTheProgramDoesNotKnowIsTold() {
        seeds.change("vocabularies.yaml", "- code: at_risk\n", "- code: in_danger\n");
        seeds.assertFaults(
                seeds.faultAt("vocabularies.yaml", "- code: no_deadline", "must be, in this order: no_deadline, "));
    }

    @Test
    void aLinkToAnUnknownCommitmentIsTold() {
        seeds.with("links.yaml", link("BRDE-2023.1.1", "ACJS-2024.III.9"));
        seeds.assertFaults(
                seeds.faultAt("links.yaml", "to: ACJS-2024.III.9", "there is no commitment ACJS-2024.III.9"));
    }

    @Test
    void aLinkBetweenTwoUnknownCommitmentsIsToldOnceForEach() {
        seeds.with("links.yaml", link("BRDE-2023.99", "ACJS-2024.III.9"));
        seeds.assertFaults(
                seeds.faultAt("links.yaml", "from: BRDE-2023.99", "there is no commitment BRDE-2023.99"),
                seeds.faultAt("links.yaml", "to: ACJS-2024.III.9", "there is no commitment ACJS-2024.III.9"));
    }

    @Test
    void aLinkWithinOneInstrumentIsTold() {
        seeds.with("links.yaml", link("BRDE-2023.1.1", "ACJS-2024.III.2") + link("ACJS-2024.I.1", "ACJS-2024.III.2"));
        seeds.assertFaults(seeds.faultAt(
                "links.yaml", "- from: ACJS-2024.I.1", "links commitments of one and the same instrument"));
    }

    @Test
    void aLinkThatStandsTwiceIsToldAtItsSecondPlace() {
        seeds.with("links.yaml", link("BRDE-2023.1.1", "ACJS-2024.III.2") + link("BRDE-2023.1.1", "ACJS-2024.III.2"));
        seeds.assertFaults(new ExpectedFault("links.yaml", 6, "stands here twice"));
    }

    @Test
    void aFurtherAreaThatRepeatsThePrimaryOneIsTold() {
        seeds.change(ASEAN, "otherAreas: [POLICY, SECURITY]", "otherAreas: [POLICY, AI]");
        seeds.assertFaults(seeds.faultAt(ASEAN, "otherAreas: [POLICY, AI]", "AI is the primary area already"));
    }

    @Test
    void aFurtherAreaThatStandsTwiceIsTold() {
        seeds.change(ASEAN, "otherAreas: [POLICY, SECURITY]", "otherAreas: [POLICY, POLICY]");
        seeds.assertFaults(seeds.faultAt(ASEAN, "otherAreas: [POLICY, POLICY]", "names one twice"));
    }

    @Test
    void aFurtherAreaWithoutANameIsAFault() {
        seeds.change(ASEAN, "otherAreas: [POLICY, SECURITY]", "otherAreas: [POLICY, ~]");
        List<SeedFault> faults = seeds.faults();
        ExpectedFault line = seeds.faultAt(ASEAN, "otherAreas: [POLICY, ~]", "");
        assertTrue(faults.stream().anyMatch(line::matches), faults.toString());
    }

    @Test
    void anInstrumentThatIsListedTwiceIsToldAtItsSecondPlace() {
        String list = "- BRDE-2023\n- ACJS-2024\n- GDIDCF-2024\n- CNS-2025\n";
        seeds.with("instruments.yaml", list + "- BRDE-2023\n");
        seeds.assertFaults(new ExpectedFault("instruments.yaml", 5, "BRDE-2023 is used twice"));
    }

    @Test
    void anInstrumentUnderAnotherNameThanItsFolderIsTold() {
        seeds.change(FORUM_CARD, "\ncode: GDIDCF-2024\n", "\ncode: GDIDCF-2025\n");
        assertTrue(seeds.faults().stream()
                .anyMatch(
                        seeds.faultAt(FORUM_CARD, "code: GDIDCF-2025", "must be GDIDCF-2024, the name of the folder")
                                ::matches));
    }

    private static String link(String from, String to) {
        return """
                - from: %s
                  to: %s
                  type: contributes_to
                  confidence: high
                  basis: {zh: "同一主题", en: "the same subject"}
                """
                .formatted(from, to);
    }
}
