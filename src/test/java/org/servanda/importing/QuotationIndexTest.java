package org.servanda.importing;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.servanda.importing.QuotationIndex.CoverageFault;
import org.servanda.text.Language;
import org.servanda.text.Span;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class QuotationIndexTest {

    private static final String TEXT = "一、建设。\n\n鼓励𠮷野。鼓励算力。\n";

    private final QuotationIndex index = new QuotationIndex(Map.of(Language.zh, TEXT));

    @Test
    void aQuoteThatStandsOnceIsFoundAtItsCodePoints() {
        assertEquals(Optional.of(new Span(7, 12)), index.find(Language.zh, "鼓励𠮷野。"));
        assertEquals(Optional.of(new Span(12, 17)), index.find(Language.zh, "鼓励算力。"));
    }

    @Test
    void aQuoteThatStandsTwiceIsNotFound() {
        assertEquals(Optional.empty(), index.find(Language.zh, "鼓励"));
        assertEquals(2, index.occurrences(Language.zh, "鼓励"));
    }

    @Test
    void aQuoteThatDoesNotStandThereIsNotFound() {
        assertEquals(Optional.empty(), index.find(Language.zh, "鼓励海缆"));
        assertEquals(0, index.occurrences(Language.zh, "鼓励海缆"));
    }

    @Test
    void onlyLanguagesWithATextCanBeSearched() {
        assertTrue(index.has(Language.zh));
        assertFalse(index.has(Language.en));
    }

    @Test
    void aTextThatIsCoveredExactlyHasNoFlawAndWhiteSpaceNeedsNoPassage() {
        cover(0, 5, 7, 12, 12, 17);
        assertEquals(List.of(), index.coverageFaults());
    }

    @Test
    void passagesMayComeInAnyOrder() {
        cover(12, 17, 0, 5, 7, 12);
        assertEquals(List.of(), index.coverageFaults());
    }

    @Test
    void aGapAtTheBeginningInTheMiddleAndAtTheEndIsTold() {
        cover(2, 5, 7, 12);
        assertEquals(List.of(gap("一、", 0), gap("鼓励算力。", 12)), index.coverageFaults());
    }

    @Test
    void theGapIsToldWithThePlaceOfItsFirstWord() {
        cover(0, 5, 12, 17);
        assertEquals(List.of(gap("鼓励𠮷野。", 7)), index.coverageFaults());
    }

    @Test
    void aTextThatNobodyCoversIsOneGap() {
        assertEquals(1, index.coverageFaults().size());
        assertEquals(Language.zh, index.coverageFaults().get(0).lang());
    }

    @Test
    void aLongGapIsToldByItsFirstWords() {
        QuotationIndex other = new QuotationIndex(Map.of(Language.zh, "算".repeat(31)));
        assertEquals(List.of(gap("算".repeat(30) + "…", 0)), other.coverageFaults());
        QuotationIndex fitting = new QuotationIndex(Map.of(Language.zh, "算".repeat(30)));
        assertEquals(List.of(gap("算".repeat(30), 0)), fitting.coverageFaults());
    }

    @Test
    void whatTwoPassagesShareIsTold() {
        cover(0, 5, 7, 14, 12, 17);
        assertEquals(List.of(twice("鼓励", 12)), index.coverageFaults());
    }

    @Test
    void aPassageWithinAnotherIsTold() {
        cover(0, 5, 7, 17, 9, 11);
        assertEquals(List.of(twice("𠮷野", 9)), index.coverageFaults());
    }

    @Test
    void theSamePassageTwiceIsTold() {
        cover(0, 5, 7, 12, 12, 17, 12, 17);
        assertEquals(List.of(twice("鼓励算力。", 12)), index.coverageFaults());
    }

    @Test
    void twoPassagesThatBeginTogetherAreToldWhicheverIsLonger() {
        cover(0, 5, 7, 12, 7, 17);
        assertEquals(List.of(twice("鼓励𠮷野。", 7)), index.coverageFaults());
        QuotationIndex other = new QuotationIndex(Map.of(Language.zh, TEXT));
        other.cover(Language.zh, new Span(0, 5));
        other.cover(Language.zh, new Span(7, 17));
        other.cover(Language.zh, new Span(7, 12));
        assertEquals(List.of(twice("鼓励𠮷野。", 7)), other.coverageFaults());
    }

    @Test
    void eachLanguageIsCoveredByItsOwnPassages() {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        texts.put(Language.zh, "建设。");
        texts.put(Language.en, "Build.");
        QuotationIndex both = new QuotationIndex(texts);
        both.cover(Language.zh, new Span(0, 3));
        assertEquals(
                List.of(new CoverageFault(Language.en, "not covered: \"Build.\" (from code point 0)")),
                both.coverageFaults());
    }

    private void cover(int... borders) {
        for (int i = 0; i < borders.length; i += 2) index.cover(Language.zh, new Span(borders[i], borders[i + 1]));
    }

    private static CoverageFault gap(String words, int from) {
        return new CoverageFault(Language.zh, "not covered: \"" + words + "\" (from code point " + from + ")");
    }

    private static CoverageFault twice(String words, int from) {
        return new CoverageFault(Language.zh, "covered twice: \"" + words + "\" (from code point " + from + ")");
    }
}
