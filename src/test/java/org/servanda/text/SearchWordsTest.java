package org.servanda.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
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
        "《数字经济》，（二）, '数字经济》,(二'",
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

    @ParameterizedTest
    @CsvSource({
        "'人工\u200B智能', 人工智能",
        "'\uFEFF人工智能', 人工智能",
        "'co\u00ADoperation', cooperation",
        "'می\u200Cخواهم', میخواهم",
        "'a\u2800b', a b",
        "'“人工智能”', 人工智能",
        "'\"人工智能\"', 人工智能",
        "'「人工智能」', 人工智能",
        "'„Fund“', fund",
        "'«Fund»', fund",
        "'intelligence,', intelligence",
        "'Fund!', fund",
        "'(Fund)…', fund",
        "'¿Fund?', fund",
        "'合作。', 合作",
        "'Indonesia’s', indonesia's",
        "'Indonesia´s', indonesia's",
        "'Indonesia＇s', indonesia's",
        "'the ministers’ plan', the ministers plan",
        "'ASEAN–China', asean-china",
        "'ASEAN\u2011China', asean-china",
        "'İstanbul', istanbul",
        "'i\u0307stanbul', istanbul",
        "'Straße', strasse",
        "'STRASSE', strasse",
        "'STRAẞE', strasse",
        "'ΟΔΟΣ', οδοσ",
        "'οδος', οδοσ",
        "'中国， ASEAN', '中国,asean'",
        "'合作，\n 交流', '合作,交流'",
        "'cooperation, and', cooperation and",
        "'R&D', r&d",
        "'C++', c++",
        "'C#, 50%.', 'c# 50%'",
        "'v1.2', v1.2"
    })
    void foldDropsWhatAReaderDoesNotSeeAsADifference(String written, String folded) {
        assertEquals(folded, SearchWords.fold(written));
    }

    @Test
    void foldingTwiceChangesNothingMore() {
        Random chance = new Random(31);
        String usual = "中国 合作，.'\"-“”\u200B\u00AD\u2800ßİΣA1\n";
        for (int n = 0; n < 20_000; n++) {
            StringBuilder text = new StringBuilder();
            for (int i = chance.nextInt(9); i >= 0; i--) {
                int any = chance.nextInt(0x20000);
                boolean half = any >= 0xD800 && any <= 0xDFFF;
                text.appendCodePoint(half || chance.nextBoolean() ? usual.charAt(chance.nextInt(usual.length())) : any);
            }
            String once = SearchWords.fold(text.toString());
            assertEquals(
                    once,
                    SearchWords.fold(once),
                    () -> Arrays.toString(text.codePoints().toArray()));
        }
    }

    @Test
    void noTextGrowsBeyondWhatItsColumnHolds() {
        int longest = 0;
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) continue;
            String text = Character.toString(c);
            longest = Math.max(longest, SearchWords.fold(text).length() / text.length());
        }
        assertEquals(TextFolding.GROWTH, longest);
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

    @ParameterizedTest
    @ValueSource(
            strings = {"“cable”", "\"cable\"", "cable,", "(cable)", "cable!", "\uFEFFcable", "ca\u00ADble", "‘cable’"})
    void whatStandsAroundAWordIsNotSought(String q) {
        assertEquals(List.of(word("cable", prefix("cable"))), SearchWords.query(q));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"submarine cable\"",
                "“submarine  cable”",
                "“Submarine\ncable,”",
                "«submarine cable»",
                "„submarine cable“",
                "「submarine cable」",
                "＂submarine cable＂"
            })
    void wordsInQuotationMarksAreSoughtAsTheyStand(String q) {
        assertEquals(List.of(word("submarine cable", exact("submarine"), prefix("cable"))), SearchWords.query(q));
    }

    @Test
    void aPhraseMayStandBesideOtherWords() {
        assertEquals(
                List.of(
                        word("光缆", exact("光缆")),
                        word("submarine cable", exact("submarine"), prefix("cable")),
                        word("5g", prefix("5g"))),
                SearchWords.query("光缆“submarine cable”5G"));
    }

    @Test
    void aQuotationMarkWithoutAnotherIsNone() {
        assertEquals(SearchWords.query("submarine cable"), SearchWords.query("“submarine cable"));
        assertEquals(SearchWords.query("submarine cable"), SearchWords.query("submarine cable\""));
    }

    @Test
    void whatIsDrawnAsASpacePartsWordsAsAnyOther() {
        assertEquals(SearchWords.query("算力 海缆"), SearchWords.query("算力\u2800海缆"));
        assertEquals(SearchWords.query("算力 海缆"), SearchWords.query("算力\u3164海缆"));
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
        "'asean 成员', 'ASEAN 成员国'",
        "'“submarine cable”', 'a submarine\n cable, laid'",
        "'istanbul', 'in İstanbul.'",
        "'STRASSE', 'Straße'",
        "'intelligence,', 'artificial intelligence (AI)'"
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
