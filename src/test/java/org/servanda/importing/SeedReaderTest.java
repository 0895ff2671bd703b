package org.servanda.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.servanda.commitments.CommitmentText;
import org.servanda.commitments.OwnerHow;
import org.servanda.importing.SeedFault.BrokenSeeds;
import org.servanda.importing.Seeds.SeededInstrument;
import org.servanda.instruments.CitedPassage;
import org.servanda.instruments.DivergenceKind;
import org.servanda.instruments.InstrumentView.Reference;
import org.servanda.instruments.Passage;
import org.servanda.instruments.PassageView;
import org.servanda.instruments.Quote;
import org.servanda.text.Bilingual;
import org.servanda.text.Language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The seeds that ship with the program, and what is told when someone breaks them. */
class SeedReaderTest {

    private static final SeedFolder SHIPPED = SeedFolder.at(Path.of("seeds"));
    private static final Seeds SEEDS = new SeedReader(SHIPPED).read();

    private static final String ASEAN = "instruments/ACJS-2024/commitments.yaml";
    private static final String ASEAN_CARD = "instruments/ACJS-2024/instrument.yaml";
    private static final String ASEAN_ZH = "instruments/ACJS-2024/text.zh.txt";
    private static final String ASEAN_EN = "instruments/ACJS-2024/text.en.txt";
    private static final String FORUM_CARD = "instruments/GDIDCF-2024/instrument.yaml";
    private static final String BELT = "instruments/BRDE-2023/commitments.yaml";
    private static final String PRESS = "instruments/CNS-2025/commitments.yaml";
    private static final String PRESS_CARD = "instruments/CNS-2025/instrument.yaml";

    /** The shipped files with some of them rewritten; without links, so that these need not follow each mutation. */
    private static final class Rewritten implements SeedFolder {

        private final Map<String, Optional<String>> files = new HashMap<>(Map.of("links.yaml", Optional.of("[]\n")));

        @Override
        public Optional<String> read(String path) {
            return files.containsKey(path) ? files.get(path) : SHIPPED.read(path);
        }

        /** Replaces words that stand in the file exactly once. */
        Rewritten change(String path, String words, String by) {
            String text = read(path).orElseThrow();
            assertEquals(
                    2, text.split(java.util.regex.Pattern.quote(words), -1).length, path + " holds once: " + words);
            return with(path, text.replace(words, by));
        }

        Rewritten with(String path, String text) {
            files.put(path, Optional.of(text));
            return this;
        }

        Rewritten without(String path) {
            files.put(path, Optional.empty());
            return this;
        }

        /** A fault on the line on which {@code words} begin. */
        Told told(String path, String words, String message) {
            String text = read(path).orElseThrow();
            int at = text.indexOf(words);
            assertTrue(at >= 0, path + " holds: " + words);
            return new Told(
                    path,
                    1
                            + (int) text.substring(0, at)
                                    .chars()
                                    .filter(c -> c == '\n')
                                    .count(),
                    message);
        }
    }

    /** What a fault must be: its file, its line, and how its message begins. */
    private record Told(String file, int line, String message) {

        boolean by(SeedFault fault) {
            return fault.file().equals(file)
                    && fault.line() == line
                    && fault.message().startsWith(message);
        }
    }

    private final Rewritten seeds = new Rewritten();

    // ---- the seeds as they are shipped

    @Test
    void theShippedSeedsHoldAllCommitments() {
        assertEquals(
                Map.of("ACJS-2024", 16, "GDIDCF-2024", 12, "BRDE-2023", 56, "CNS-2025", 31),
                SEEDS.instruments().stream()
                        .collect(Collectors.toMap(
                                instrument -> instrument.view().code(),
                                instrument -> instrument.commitments().size())));
        assertEquals(115, promises().count());
    }

    @Test
    void noCodeIsUsedTwice() {
        assertEquals(115, promises().map(CommitmentText::code).distinct().count());
        SEEDS.instruments().forEach(instrument -> instrument
                .commitments()
                .forEach(commitmentText -> assertTrue(
                        commitmentText.code().startsWith(instrument.view().code() + "."), commitmentText.code())));
    }

    @Test
    void commitmentsStandInTheOrderOfTheirFile() {
        for (SeededInstrument instrument : SEEDS.instruments()) {
            for (int i = 0; i < instrument.commitments().size(); i++)
                assertEquals(i + 1, instrument.commitments().get(i).place());
        }
    }

    @Test
    void ninetyFourCommitmentsNameNobodyOrEverybodyToAct() {
        Map<OwnerHow, Long> counts = promises()
                .collect(Collectors.groupingBy(
                        commitmentText -> commitmentText.owner().how(), Collectors.counting()));
        assertEquals(94, counts.get(OwnerHow.not_stated) + counts.get(OwnerHow.jointly));
        assertEquals(115, counts.values().stream().mapToLong(Long::longValue).sum());
    }

    @Test
    void twoCommitmentsSetThemselvesATimeFrame() {
        assertEquals(
                List.of("CNS-2025.1", "CNS-2025.2"),
                promises()
                        .filter(commitmentText -> commitmentText.timeFrame() != null)
                        .map(CommitmentText::code)
                        .toList());
    }

    @Test
    void everyOfficialCommitmentCitesExactPlacesOfItsText() {
        for (SeededInstrument instrument : official()) {
            for (CommitmentText commitmentText : instrument.commitments()) {
                assertFalse(commitmentText.passages().isEmpty(), commitmentText.code());
                for (CitedPassage passage : commitmentText.passages()) {
                    String text = instrument.texts().get(passage.lang());
                    assertEquals(passage.exact(), cut(text, passage.start(), passage.end()), commitmentText.code());
                    assertEquals(commitmentText.wording().in(passage.lang()), passage.exact(), commitmentText.code());
                    assertEquals(sha256(passage.exact()), passage.sha256(), commitmentText.code());
                }
            }
        }
    }

    @Test
    void everyPassageIsAnExactPlaceOfItsTextAndTogetherTheyAreTheText() {
        for (SeededInstrument instrument : official()) {
            Map<Language, StringBuilder> left = new HashMap<>();
            instrument.texts().forEach((lang, text) -> left.put(lang, new StringBuilder(text)));
            for (PassageView passage : views(instrument)) {
                String text = instrument.texts().get(passage.lang());
                assertEquals(passage.exact(), cut(text, passage.start(), passage.end()), passage.eid());
                assertEquals(sha256(passage.exact()), passage.sha256(), passage.eid());
                StringBuilder rest = left.get(passage.lang());
                int from = text.offsetByCodePoints(0, passage.start());
                for (int i = from; i < from + passage.exact().length(); i++) {
                    assertFalse(rest.charAt(i) == '\0', passage.eid() + " is covered twice");
                    rest.setCharAt(i, '\0');
                }
            }
            left.forEach((lang, rest) -> assertEquals(
                    "",
                    rest.toString().replace("\0", "").strip(),
                    instrument.view().code() + " " + lang));
        }
    }

    @Test
    void everyQuoteOfAnOfficialTextStandsWhereItSays() {
        for (SeededInstrument instrument : official()) {
            for (Quote quote : quotes(instrument))
                assertEquals(
                        quote.text(),
                        cut(instrument.texts().get(quote.lang()), quote.start(), quote.end()),
                        instrument.view().code());
        }
    }

    @Test
    void passagesStandInTheOrderOfTheTextOneLanguageAfterTheOther() {
        for (SeededInstrument instrument : SEEDS.instruments()) {
            List<PassageView> views = views(instrument);
            for (int i = 1; i < views.size(); i++) {
                PassageView former = views.get(i - 1);
                PassageView next = views.get(i);
                boolean inOrder =
                        former.lang() == next.lang() ? former.start() <= next.start() : former.lang() == Language.zh;
                assertTrue(inOrder, instrument.view().code() + " " + next.eid());
            }
        }
    }

    @Test
    void theForumsEnglishIsWholeCutOffOrMissingAndSaysSo() {
        List<CommitmentText> commitmentTexts = instrument("GDIDCF-2024").commitments();
        List<String> missing = codes(commitmentTexts.stream()
                .filter(commitmentText -> commitmentText.wording().en() == null));
        List<String> cutOff = codes(commitmentTexts.stream()
                .filter(commitmentText -> commitmentText.wording().en() != null
                        && commitmentText.wording().en().endsWith("...")));
        assertEquals(List.of("GDIDCF-2024.3.2b", "GDIDCF-2024.3.3", "GDIDCF-2024.closing"), missing);
        assertEquals(List.of("GDIDCF-2024.3.2a"), cutOff);
        assertEquals(8, commitmentTexts.size() - missing.size() - cutOff.size());
        assertEquals(missing, codes(diverging(commitmentTexts, DivergenceKind.missing)));
        assertEquals(cutOff, codes(diverging(commitmentTexts, DivergenceKind.truncated)));
    }

    @Test
    void noTextOfThePressReportIsShipped() throws IOException {
        SeededInstrument press = instrument("CNS-2025");
        assertEquals(Map.of(), press.texts());
        assertTrue(press.view().texts().stream().noneMatch(text -> text.shipped()));
        try (Stream<Path> files = Files.list(Path.of("seeds", "instruments", "CNS-2025"))) {
            assertEquals(
                    Set.of("instrument.yaml", "commitments.yaml"),
                    files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
        }
        assertTrue(press.commitments().stream().allMatch(commitmentText -> commitmentText.wording() == null));
    }

    @Test
    void noQuoteOfThePressReportIsLongerThanFortyCharacters() {
        SeededInstrument press = instrument("CNS-2025");
        List<String> words = new ArrayList<>();
        views(press).forEach(passage -> words.add(passage.exact()));
        quotes(press).forEach(quote -> words.add(quote.text()));
        press.commitments().stream()
                .flatMap(commitmentText -> Stream.of(
                                Optional.ofNullable(commitmentText.owner().text()),
                                Optional.ofNullable(commitmentText.timeFrame()).map(frame -> frame.text()))
                        .flatMap(Optional::stream))
                .map(Bilingual::zh)
                .forEach(words::add);
        assertTrue(words.size() > 31);
        words.forEach(quote -> assertTrue(quote.codePointCount(0, quote.length()) <= 40, quote));
    }

    @Test
    void everyPassageOfThePressReportIsAsLongAsItsPlaceAndInsideThePage() {
        SeededInstrument press = instrument("CNS-2025");
        int page = press.view().texts().get(0).rawCodePoints();
        for (PassageView passage : views(press)) {
            assertEquals(passage.exact().codePointCount(0, passage.exact().length()), passage.end() - passage.start());
            assertTrue(passage.end() <= page, passage.exact());
            assertEquals(sha256(passage.exact()), passage.sha256());
        }
    }

    @Test
    void theSeedsInsideTheProgramAreTheSame() {
        for (String file : List.of("instruments.yaml", "links.yaml", "areas.yaml", ASEAN, ASEAN_ZH, PRESS))
            assertEquals(SHIPPED.read(file), SeedFolder.inProgram().read(file), file);
        assertEquals(Optional.empty(), SeedFolder.inProgram().read("nothing.yaml"));
    }

    // ---- one thing wrong

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
    void aWordingThatDiffersByOneCharacterIsToldAndItsSentenceIsNotCovered() {
        seeds.change(ASEAN, "推动人工智能准则、发展、安全和治理最佳实践", "推动人工智能准则、发展、安全和治里最佳实践");
        assertTold(
                seeds.told(
                        ASEAN,
                        "zh: \"推动人工智能准则、发展、安全和治里",
                        "stands 0 times in text.zh.txt, must stand there exactly once: 推动"),
                new Told(ASEAN_ZH, 1, "not covered: \"推动人工智能准则、发展"));
    }

    @Test
    void aTextThatDiffersByOneCharacterIsToldAtTheWordingThatQuotesIt() {
        seeds.change(ASEAN_EN, "best practices in artificial intelligence", "best practice in artificial intelligence");
        assertTold(
                seeds.told(ASEAN, "en: \"Facilitate the exchange", "stands 0 times in text.en.txt"),
                new Told(ASEAN_EN, 1, "not covered: \"Facilitate the exchange"));
    }

    @Test
    void aWordingThatStandsTwiceInTheTextIsTold() {
        String sentence = "推动人工智能准则、发展、安全和治理最佳实践的交流沟通。";
        seeds.change(ASEAN_ZH, sentence, sentence + sentence);
        List<SeedFault> faults = faults();
        assertTrue(
                faults.stream().anyMatch(seeds.told(ASEAN, "zh: \"" + sentence, "stands 2 times in text.zh.txt")::by),
                faults.toString());
    }

    @Test
    void anUnknownAreaIsTold() {
        seeds.change(ASEAN, "area: AI\n", "area: AII\n");
        assertTold(seeds.told(ASEAN, "area: AII", "AII is not known; did you mean AI? Allowed: INFRA, AI, "));
    }

    @Test
    void anUnknownPartyIsTold() {
        seeds.change(ASEAN, "supporting: [ACDMM]", "supporting: [ACDNM]");
        assertTold(seeds.told(ASEAN, "supporting: [ACDNM]", "ACDNM is not known; did you mean ACDMM? Allowed: CN, "));
    }

    @Test
    void anUnknownPartyOfAnInstrumentIsTold() {
        seeds.change(FORUM_CARD, "{party: CIDCA, role", "{party: CIDDCA, role");
        assertTold(seeds.told(FORUM_CARD, "- {party: CIDDCA", "CIDDCA is not known; did you mean CIDCA?"));
    }

    @Test
    void aCodeThatIsUsedTwiceIsToldAtItsSecondPlace() {
        seeds.change(ASEAN, "- code: ACJS-2024.I.2\n", "- code: ACJS-2024.I.1\n");
        assertTold(seeds.told(ASEAN, "- code: ACJS-2024.I.1\n  item: \"I.2\"", "ACJS-2024.I.1 is used twice"));
    }

    @Test
    void aCodeOfAnotherInstrumentIsTold() {
        seeds.change(ASEAN, "- code: ACJS-2024.III.2\n", "- code: BRDE-2023.III.2\n");
        assertTold(seeds.told(ASEAN, "- code: BRDE-2023.III.2", "must be ACJS-2024. followed by"));
    }

    @Test
    void aWrongCountIsTold() {
        seeds.change(ASEAN_CARD, "\ncommitments: 16\n", "\ncommitments: 17\n");
        assertTold(seeds.told(
                ASEAN_CARD, "commitments: 17", "says 17 commitments, commitments.yaml holds 16 that can be read"));
    }

    @Test
    void aMissingFileIsTold() {
        seeds.without("links.yaml");
        assertTold(new Told("links.yaml", 1, "the file is missing"));
    }

    @Test
    void aMissingInstrumentIsToldOnce() {
        seeds.without(FORUM_CARD);
        assertTold(new Told(FORUM_CARD, 1, "the file is missing"));
    }

    @Test
    void aMissingTextIsToldWhereItIsAnnounced() {
        seeds.without(ASEAN_EN);
        List<SeedFault> faults = faults();
        assertTrue(
                faults.stream().anyMatch(seeds.told(ASEAN_CARD, "- lang: en", "text.en.txt is missing")::by),
                faults.toString());
        assertTrue(faults.stream().noneMatch(fault -> fault.file().equals(ASEAN_ZH)), faults.toString());
    }

    @Test
    void aSentenceThatNobodyCoversIsToldWithItsPlace() {
        String sentence = "各方将每年报告进展。";
        seeds.change(ASEAN_ZH, "三、加快新兴数字技术创新应用\n", "三、加快新兴数字技术创新应用\n\n" + sentence + "\n");
        String text = seeds.read(ASEAN_ZH).orElseThrow();
        int at = text.codePointCount(0, text.indexOf(sentence));
        assertTold(new Told(ASEAN_ZH, 1, "not covered: \"" + sentence + "\" (from code point " + at + ")"));
    }

    @Test
    void aSentenceThatTwoCommitmentsClaimIsTold() {
        String text = seeds.read(ASEAN).orElseThrow();
        String entry =
                text.substring(text.indexOf("- code: ACJS-2024.III.2\n"), text.indexOf("- code: ACJS-2024.III.3\n"));
        seeds.with(ASEAN, text + "\n" + entry.replace("III.2\n", "III.2x\n"))
                .change(ASEAN_CARD, "\ncommitments: 16\n", "\ncommitments: 17\n");
        assertTold(
                new Told(ASEAN_ZH, 1, "covered twice: \"推动人工智能准则"),
                new Told(ASEAN_EN, 1, "covered twice: \"Facilitate the exchange"));
    }

    @Test
    void aStatusQuoteThatIsNotInTheTextIsTold() {
        seeds.change(ASEAN, "text: \"推动人工智能准则\"", "text: \"推动人工智能规则\"");
        assertTold(seeds.told(
                ASEAN,
                "status: {value: declared, quote: {lang: zh, text: \"推动人工智能规则\"",
                "stands 0 times in text.zh.txt"));
    }

    @Test
    void aMisspeltWordIsToldTogetherWithWhatNowLacksTheEntry() {
        seeds.change(ASEAN, "kind: programme ", "kind: programe ");
        assertTold(
                seeds.told(
                        ASEAN,
                        "kind: programe",
                        "'programe' is not allowed; did you mean programme? Allowed: pledge, "),
                seeds.told(ASEAN_CARD, "commitments: 16", "says 16 commitments, commitments.yaml holds 15"),
                new Told(ASEAN_ZH, 1, "not covered: \"推动数字贸易进程"),
                new Told(ASEAN_EN, 1, "not covered: \"Promote the process"));
    }

    @Test
    void aMisspeltWordOfAnInstrumentIsToldAlone() {
        seeds.change(ASEAN_CARD, "basis: stated_in_text", "basis: stated_in_txt");
        assertTold(seeds.told(
                ASEAN_CARD, "basis: stated_in_txt", "'stated_in_txt' is not allowed; did you mean stated_in_text?"));
    }

    @Test
    void aWordThatTheProgramKnowsAndTheListLacksIsTold() {
        String text = seeds.read("vocabularies.yaml").orElseThrow();
        int from = text.indexOf("    - code: at_risk\n");
        int to = text.indexOf("    - code: late\n");
        seeds.with("vocabularies.yaml", text.substring(0, from) + text.substring(to));
        assertTold(seeds.told(
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
        assertTold(
                seeds.told("instruments/ACJS-2024/instrument.yaml", "reportingIntervalDays", "must be from 1 to 3650"));
    }

    @Test
    void aWordThatTheProgramDoesNotKnowIsTold() {
        seeds.change("vocabularies.yaml", "- code: at_risk\n", "- code: in_danger\n");
        assertTold(seeds.told("vocabularies.yaml", "- code: no_deadline", "must be, in this order: no_deadline, "));
    }

    @Test
    void aLinkToAnUnknownCommitmentIsTold() {
        seeds.with("links.yaml", link("BRDE-2023.1.1", "ACJS-2024.III.9"));
        assertTold(seeds.told("links.yaml", "to: ACJS-2024.III.9", "there is no commitment ACJS-2024.III.9"));
    }

    @Test
    void aLinkBetweenTwoUnknownCommitmentsIsToldOnceForEach() {
        seeds.with("links.yaml", link("BRDE-2023.99", "ACJS-2024.III.9"));
        assertTold(
                seeds.told("links.yaml", "from: BRDE-2023.99", "there is no commitment BRDE-2023.99"),
                seeds.told("links.yaml", "to: ACJS-2024.III.9", "there is no commitment ACJS-2024.III.9"));
    }

    @Test
    void aLinkWithinOneInstrumentIsTold() {
        seeds.with("links.yaml", link("BRDE-2023.1.1", "ACJS-2024.III.2") + link("ACJS-2024.I.1", "ACJS-2024.III.2"));
        assertTold(
                seeds.told("links.yaml", "- from: ACJS-2024.I.1", "links commitments of one and the same instrument"));
    }

    @Test
    void aLinkThatStandsTwiceIsToldAtItsSecondPlace() {
        seeds.with("links.yaml", link("BRDE-2023.1.1", "ACJS-2024.III.2") + link("BRDE-2023.1.1", "ACJS-2024.III.2"));
        assertTold(new Told("links.yaml", 6, "stands here twice"));
    }

    @Test
    void aFurtherAreaThatRepeatsThePrimaryOneIsTold() {
        seeds.change(ASEAN, "otherAreas: [POLICY, SECURITY]", "otherAreas: [POLICY, AI]");
        assertTold(seeds.told(ASEAN, "otherAreas: [POLICY, AI]", "AI is the primary area already"));
    }

    @Test
    void aFurtherAreaThatStandsTwiceIsTold() {
        seeds.change(ASEAN, "otherAreas: [POLICY, SECURITY]", "otherAreas: [POLICY, POLICY]");
        assertTold(seeds.told(ASEAN, "otherAreas: [POLICY, POLICY]", "names one twice"));
    }

    @Test
    void aFurtherAreaWithoutANameIsAFault() {
        seeds.change(ASEAN, "otherAreas: [POLICY, SECURITY]", "otherAreas: [POLICY, ~]");
        List<SeedFault> faults = faults();
        Told line = seeds.told(ASEAN, "otherAreas: [POLICY, ~]", "");
        assertTrue(faults.stream().anyMatch(line::by), faults.toString());
    }

    @Test
    void brokenYamlIsToldOnceWithTheLineThatCannotBeRead() {
        seeds.change(ASEAN, "  area: AI\n", "   area: AI\n");
        List<SeedFault> faults = faults();
        List<SeedFault> there =
                faults.stream().filter(fault -> fault.file().equals(ASEAN)).toList();
        assertEquals(1, there.size(), faults.toString());
        assertTrue(seeds.told(ASEAN, "   area: AI", "not readable as YAML: ").by(there.get(0)), there.toString());
        assertTrue(
                faults.stream()
                        .allMatch(fault -> fault.file().equals(ASEAN)
                                || fault.message().startsWith("not covered: ")
                                || fault.message().endsWith("commitments.yaml holds 0 that can be read")),
                faults.toString());
    }

    @Test
    void aQuoteThatIsNotAsLongAsItsPlaceIsTold() {
        seeds.change(
                PRESS,
                "- {lang: zh, text: \"决定共同制定\", start: 287, end: 293}",
                "- {lang: zh, text: \"决定共同制定\", start: 287, end: 294}");
        assertTold(seeds.told(
                PRESS,
                "- {lang: zh, text: \"决定共同制定\", start: 287, end: 294}",
                "needs start and end, 6 code points apart as its words are long"));
    }

    @Test
    void aStatusQuoteThatIsNotAsLongAsItsPlaceIsTold() {
        seeds.change(
                PRESS,
                "\n    quote: {lang: zh, text: \"决定共同制定\", start: 287",
                "\n    quote: {lang: zh, text: \"决定共同制定\", start: 286");
        assertTold(seeds.told(
                PRESS, "quote: {lang: zh, text: \"决定共同制定\", start: 286", "needs start and end, 6 code points"));
    }

    @Test
    void aQuoteOfThePressReportThatIsTooLongIsTold() {
        String words = "字".repeat(41);
        seeds.change(
                PRESS,
                "- {lang: zh, text: \"决定共同制定\", start: 287, end: 293}",
                "- {lang: zh, text: \"" + words + "\", start: 287, end: 328}");
        assertTold(seeds.told(PRESS, "- {lang: zh, text: \"字字", "a quote from a text that is not ours has at most 40"));
    }

    @Test
    void aQuoteInTheCardOfThePressReportIsCheckedToo() {
        seeds.change(PRESS_CARD, "start: 1326, end: 1338", "start: 1326, end: 1339");
        assertTold(seeds.told(PRESS_CARD, "quote: {lang: zh, text: \"“算力互联互通伙伴计划”\"", "needs start and end, 12 code"));
    }

    @Test
    void anOwnerWhoIsNotInTheWordingIsTold() {
        seeds.change(ASEAN, "text: {zh: \"中国和东盟成员国\"", "text: {zh: \"中国与东盟成员国\"");
        assertTold(seeds.told(ASEAN, "text: {zh: \"中国与东盟成员国\"", "these words do not stand in the wording: 中国与东盟成员国"));
    }

    @Test
    void aPartThatIsNotInTheWordingIsTold() {
        seeds.change(ASEAN, "{zh: \"提高综合数字素养\", ", "{zh: \"提升综合数字素养\", ");
        assertTold(seeds.told(ASEAN, "- {zh: \"提升综合数字素养\"", "these words do not stand in the wording: 提升"));
    }

    @Test
    void aTitleInOneLanguageOnlyIsTold() {
        seeds.change(ASEAN, ", en: \"Exchange of best practice on AI principles and governance\"}", "}");
        assertTold(seeds.told(ASEAN, "title: {zh: \"交流人工智能准则与治理的最佳做法\"}", "needs zh and en"));
    }

    @Test
    void aTitleThatReadsAsAnotherIsTold() {
        seeds.change(ASEAN, "en: \"Exchange of best", "en: \"\\u202EExchange of best");
        assertTold(
                seeds.told(
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
                faults().get(0).message());
    }

    @Test
    void anInstrumentThatIsListedTwiceIsToldAtItsSecondPlace() {
        String list = "- BRDE-2023\n- ACJS-2024\n- GDIDCF-2024\n- CNS-2025\n";
        seeds.with("instruments.yaml", list + "- BRDE-2023\n");
        assertTold(new Told("instruments.yaml", 5, "BRDE-2023 is used twice"));
    }

    @Test
    void aListOfInstrumentsThatIsNoListIsNotAnEmptyRegister() {
        seeds.with("instruments.yaml", "BRDE-2023\n");
        assertEquals("instruments.yaml", faults().get(0).file());
    }

    @Test
    void anInstrumentUnderAnotherNameThanItsFolderIsTold() {
        seeds.change(FORUM_CARD, "\ncode: GDIDCF-2024\n", "\ncode: GDIDCF-2025\n");
        assertTrue(
                faults().stream()
                        .anyMatch(seeds.told(
                                FORUM_CARD, "code: GDIDCF-2025", "must be GDIDCF-2024, the name of the folder")::by));
    }

    // ---- several things wrong

    @Test
    void threeFaultsInThreeFilesAreToldAtOnce() {
        seeds.change(ASEAN, "area: AI\n", "area: AII\n")
                .change(BELT, "quote: {lang: zh, text: \"建设完善通信\"}", "quote: {lang: zh, text: \"建设完美通信\"}")
                .change(PRESS_CARD, "\ncommitments: 31\n", "\ncommitments: 30\n");
        assertTold(
                seeds.told(ASEAN, "area: AII", "AII is not known; did you mean AI?"),
                seeds.told(BELT, "quote: {lang: zh, text: \"建设完美通信\"}", "stands 0 times in text.zh.txt"),
                seeds.told(PRESS_CARD, "commitments: 30", "says 30 commitments, commitments.yaml holds 31"));
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
        List<SeedFault> faults = faults();
        assertTrue(faults.stream().anyMatch(seeds.told("parties.yaml", "iso4: \"BN\"", "unknown field iso4")::by));
        assertTrue(
                faults.stream()
                        .anyMatch(seeds.told("parties.yaml", "- code: miit", "must be 2 to 16 capital letters")::by),
                faults.toString());
    }

    @Test
    void aWordListThatCannotBeReadDoesNotShiftTheLinesOfLaterOnes() {
        seeds.change("vocabularies.yaml", "- code: status\n  label:", "- code: status\n  labell:")
                .change("vocabularies.yaml", "- code: at_risk\n", "- code: in_danger\n");
        List<SeedFault> faults = faults();
        assertTrue(faults.stream().anyMatch(seeds.told("vocabularies.yaml", "labell:", "unknown field labell")::by));
        assertTrue(
                faults.stream()
                        .anyMatch(seeds.told("vocabularies.yaml", "- code: no_deadline", "must be, in this order")::by),
                faults.toString());
    }

    private List<SeedFault> faults() {
        return assertThrows(BrokenSeeds.class, () -> new SeedReader(seeds).read())
                .faults();
    }

    /** Just these faults, in whatever order. */
    private void assertTold(Told... expected) {
        List<SeedFault> faults = faults();
        Set<SeedFault> matched = new HashSet<>();
        for (Told told : expected) {
            SeedFault found = faults.stream()
                    .filter(told::by)
                    .filter(fault -> !matched.contains(fault))
                    .findFirst()
                    .orElse(null);
            assertNotNull(found, told + " is not among " + faults);
            matched.add(found);
        }
        assertEquals(expected.length, faults.size(), faults.toString());
    }

    private static Stream<CommitmentText> promises() {
        return SEEDS.instruments().stream().flatMap(instrument -> instrument.commitments().stream());
    }

    private static SeededInstrument instrument(String code) {
        return SEEDS.instruments().stream()
                .filter(instrument -> instrument.view().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static List<SeededInstrument> official() {
        return Stream.of("ACJS-2024", "GDIDCF-2024", "BRDE-2023")
                .map(SeedReaderTest::instrument)
                .toList();
    }

    private static List<PassageView> views(SeededInstrument instrument) {
        return instrument.passages().stream().map(Passage::view).toList();
    }

    private static List<Quote> quotes(SeededInstrument instrument) {
        Stream<Quote> standing = instrument.commitments().stream()
                .map(commitmentText -> commitmentText.statusBasis().quote());
        Stream<Quote> card = Stream.concat(
                        Stream.of(
                                Optional.ofNullable(instrument.view().binding().quote())),
                        instrument.view().lineage().stream()
                                .map(Reference::quote)
                                .map(Optional::ofNullable))
                .flatMap(Optional::stream);
        return Stream.concat(standing, card).toList();
    }

    private static List<String> codes(Stream<CommitmentText> commitmentTexts) {
        return commitmentTexts.map(CommitmentText::code).toList();
    }

    private static Stream<CommitmentText> diverging(List<CommitmentText> commitmentTexts, DivergenceKind kind) {
        return commitmentTexts.stream().filter(commitmentText -> commitmentText.divergences().stream()
                .anyMatch(divergence -> divergence.kind() == kind));
    }

    private static String cut(String text, int start, int end) {
        return new String(text.codePoints().toArray(), start, end - start);
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

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
