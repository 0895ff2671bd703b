package org.servanda.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
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
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The seeds that ship with the program: complete, in order, and quoted exactly. */
class ShippedSeedsTest {

    private static final SeedFolder SHIPPED = SeedFolder.at(Path.of("seeds"));
    private static final Seeds SEEDS = new SeedReader(SHIPPED).read();

    @Test
    void theShippedSeedsHoldAllCommitments() {
        assertEquals(
                Map.of("ACJS-2024", 16, "GDIDCF-2024", 12, "BRDE-2023", 56, "CNS-2025", 31),
                SEEDS.instruments().stream()
                        .collect(Collectors.toMap(
                                instrument -> instrument.view().code(),
                                instrument -> instrument.commitments().size())));
        assertEquals(115, commitmentTexts().count());
    }

    @Test
    void noCodeIsUsedTwice() {
        assertEquals(115, commitmentTexts().map(CommitmentText::code).distinct().count());
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
        Map<OwnerHow, Long> counts = commitmentTexts()
                .collect(Collectors.groupingBy(
                        commitmentText -> commitmentText.owner().how(), Collectors.counting()));
        assertEquals(94, counts.get(OwnerHow.not_stated) + counts.get(OwnerHow.jointly));
        assertEquals(115, counts.values().stream().mapToLong(Long::longValue).sum());
    }

    @Test
    void twoCommitmentsSetThemselvesATimeFrame() {
        assertEquals(
                List.of("CNS-2025.1", "CNS-2025.2"),
                commitmentTexts()
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
        for (String file : List.of(
                "instruments.yaml",
                "links.yaml",
                "areas.yaml",
                RewrittenSeeds.ASEAN,
                RewrittenSeeds.ASEAN_ZH,
                RewrittenSeeds.PRESS))
            assertEquals(SHIPPED.read(file), SeedFolder.inProgram().read(file), file);
        assertEquals(Optional.empty(), SeedFolder.inProgram().read("nothing.yaml"));
    }

    private static Stream<CommitmentText> commitmentTexts() {
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
                .map(ShippedSeedsTest::instrument)
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

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
