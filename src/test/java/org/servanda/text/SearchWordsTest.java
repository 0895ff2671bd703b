package org.servanda.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.servanda.text.SearchWords.Term;
import org.servanda.text.SearchWords.Word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SearchWordsTest {

    @ParameterizedTest
    @CsvSource({
        "ＡＳＥＡＮ２０２４, asean2024",
        "Submarine CABLE, submarine cable",
        "５Ｇ技术, 5g技术",
        "《数字经济》，（二）, '《数字经济》,(二)'",
        "ﬁbre, fibre",
        "⼈工智能, 人工智能"
    })
    void foldMakesOneFormOfWhatReadersTakeForTheSame(String written, String folded) {
        assertEquals(folded, SearchWords.fold(written));
    }

    @ParameterizedTest
    @CsvSource({
        "'数字\n基础设施', 数字基础设施",
        "'数字 \n  基础', 数字基础",
        "'推动 5G 技术', 推动5g技术",
        "'数字　经济', 数字经济",
        "'经济\r\n，合作', '经济,合作'",
        "'submarine\n  cable', submarine cable",
        "'  cable \n', cable"
    })
    void foldUndoesHardLineWrapsBesideHanAndKeepsOneSpaceBetweenOtherWords(String wrapped, String folded) {
        assertEquals(folded, SearchWords.fold(wrapped));
    }

    @ParameterizedTest
    @CsvSource({"'𠮷\n𠀀', 𠮷𠀀", "'𠮷 cable', 𠮷cable", "'cable 𠮷', cable𠮷"})
    void foldKnowsHanBeyondTheBasicPlane(String wrapped, String folded) {
        assertEquals(folded, SearchWords.fold(wrapped));
    }

    @Test
    void foldingTwiceChangesNothingMore() {
        String once = SearchWords.fold("ＡＳＥＡＮ 与 中国\n共建 “Ｄｉｇｉｔａｌ  Silk Road”");
        assertEquals(once, SearchWords.fold(once));
    }

    @Test
    void hanIsIndexedByCharacterAndByPairOfNeighbours() {
        assertEquals(Set.of("海", "底", "光", "缆", "海底", "底光", "光缆"), SearchWords.index("海底光缆"));
    }

    @Test
    void otherWordsAreIndexedWhole() {
        assertEquals(Set.of("submarine", "cables", "5g"), SearchWords.index("Submarine cables; 5G (submarine)"));
    }

    @Test
    void aPairNeverSpansPunctuationOrAnotherScript() {
        assertEquals(Set.of("通", "信", "通信", "5g", "网"), SearchWords.index("通信、5G网"));
    }

    @Test
    void aPairSpansAHardLineWrap() {
        assertTrue(SearchWords.index("算\n力").contains("算力"));
    }

    @Test
    void aCodeIsIndexedByItsPieces() {
        assertEquals(Set.of("brde", "2023", "19", "4"), SearchWords.index("BRDE-2023.19.4"));
    }

    @Test
    void supplementaryHanIsIndexedByWholeCharacters() {
        assertEquals(Set.of("𠮷", "野", "𠀀", "𠮷野", "野𠀀"), SearchWords.index("𠮷野𠀀"));
    }

    @Test
    void aTextWithoutLettersHasNoTerms() {
        assertEquals(Set.of(), SearchWords.index(""));
        assertEquals(Set.of(), SearchWords.index("——……！？ \n 《》"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"算力", "海缆"})
    void twoHanCharactersAreOnePair(String q) {
        assertEquals(List.of(word(q, exact(q))), SearchWords.query(q));
    }

    @Test
    void oneHanCharacterIsItsOwnTerm() {
        assertEquals(List.of(word("算", exact("算"))), SearchWords.query("算"));
    }

    @Test
    void aLongerHanWordIsAllItsPairs() {
        assertEquals(List.of(word("远程医疗", exact("远程"), exact("程医"), exact("医疗"))), SearchWords.query("远程医疗"));
    }

    @Test
    void wordsApartAreSoughtApartAndEachByItsBeginning() {
        assertEquals(
                List.of(word("submarine", prefix("submarine")), word("cable", prefix("cable"))),
                SearchWords.query(" submarine\n Cable "));
    }

    @Test
    void theWideSpaceOfAChineseKeyboardPartsWordsAsAnyOther() {
        assertEquals(SearchWords.query("算力 海缆"), SearchWords.query("算力　海缆"));
    }

    @Test
    void aNoBreakSpacePartsWordsAsAnyOther() {
        assertEquals(SearchWords.query("算力 海缆"), SearchWords.query("算力\u00a0海缆"));
    }

    @Test
    void aCodeIsOneWordOfWhichOnlyTheLastPieceMayGoOn() {
        assertEquals(
                List.of(word("brde-2023.19.4", exact("brde"), exact("2023"), exact("19"), prefix("4"))),
                SearchWords.query("BRDE-2023.19.4"));
    }

    @Test
    void lettersBesideHanAreTermsOfTheSameWord() {
        assertEquals(List.of(word("5g技术", exact("5g"), exact("技术"))), SearchWords.query("５Ｇ技术"));
        assertEquals(List.of(word("技术5", exact("技术"), prefix("5"))), SearchWords.query("技术5"));
    }

    @Test
    void supplementaryHanIsSoughtByWholeCharacters() {
        assertEquals(List.of(word("𠮷", exact("𠮷"))), SearchWords.query("𠮷"));
        assertEquals(List.of(word("𠮷野𠀀", exact("𠮷野"), exact("野𠀀"))), SearchWords.query("𠮷野𠀀"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "　", "%", "—— ！", "《》 。", "_ % !"})
    void aQueryWithoutLetterOrDigitHasNoWords(String q) {
        assertEquals(List.of(), SearchWords.query(q));
    }

    @Test
    void punctuationAloneIsNoWordBesideOthers() {
        assertEquals(List.of(word("cable", prefix("cable"))), SearchWords.query("— cable !"));
    }

    @Test
    void punctuationAroundAWordMustStandInTheText() {
        assertEquals(List.of(word("“cable”", prefix("cable"))), SearchWords.query("“cable”"));
    }

    @Test
    void aWordOfMoreLettersThanATermHoldsIsFoundByItsBeginning() {
        String longest = "a".repeat(SearchWords.TERM_LENGTH);
        for (int more = 0; more < 3; more++) {
            String written = longest + "b".repeat(more);
            assertEquals(Set.of(longest), SearchWords.index(written));
            assertEquals(List.of(word(written, prefix(longest))), SearchWords.query(written));
        }
    }

    @Test
    void theLongestHanWordKeepsEveryPair() {
        String written = "数字".repeat(50);
        assertEquals(99, SearchWords.query(written).get(0).terms().size());
    }

    @Test
    void aLetterOfTwoUnitsIsNeverCutInHalf() {
        String written = "a" + "𐐨".repeat(SearchWords.TERM_LENGTH);
        for (String term : SearchWords.index(written)) assertWhole(term);
        assertWhole(SearchWords.query(written).get(0).terms().get(0).text());
    }

    @ParameterizedTest
    @CsvSource({
        "海缆, 建设海缆",
        "'海 缆', 海缆",
        "cable, submarine cables",
        "CABLE, Submarine Cables",
        "算力, '全球算\n力基础设施'",
        "BRDE-2023.19.4, BRDE-2023.19.4",
        "5G, '包括但不限于5G技术和应用'",
        "𠮷野, 𠮷野家",
        "'asean 成员', 'ASEAN 成员国'"
    })
    void whatIsSoughtIsAmongTheTermsOfTheTextThatHoldsIt(String q, String text) {
        Set<String> index = SearchWords.index(text);
        String folded = SearchWords.fold(text);
        List<Word> words = SearchWords.query(q);
        assertFalse(words.isEmpty());
        for (Word word : words) {
            assertTrue(folded.contains(word.folded()), word.folded());
            for (Term term : word.terms())
                assertTrue(
                        index.stream()
                                .anyMatch(known ->
                                        term.prefix() ? known.startsWith(term.text()) : known.equals(term.text())),
                        term + " in " + index);
        }
    }

    private static void assertWhole(String term) {
        assertTrue(StandardCharsets.UTF_8.newEncoder().canEncode(term), "ends in half a character: " + term);
        assertTrue(term.length() <= SearchWords.TERM_LENGTH);
    }

    private static Word word(String folded, Term... terms) {
        return new Word(folded, List.of(terms));
    }

    private static Term exact(String text) {
        return new Term(text, false);
    }

    private static Term prefix(String text) {
        return new Term(text, true);
    }
}
