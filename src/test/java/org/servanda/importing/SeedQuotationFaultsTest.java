package org.servanda.importing;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.servanda.importing.RewrittenSeeds.ExpectedFault;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servanda.importing.RewrittenSeeds.ASEAN;
import static org.servanda.importing.RewrittenSeeds.ASEAN_CARD;
import static org.servanda.importing.RewrittenSeeds.ASEAN_EN;
import static org.servanda.importing.RewrittenSeeds.ASEAN_ZH;
import static org.servanda.importing.RewrittenSeeds.PRESS;
import static org.servanda.importing.RewrittenSeeds.PRESS_CARD;

/** Faults of quotations in seeds: words that are not in the text, and parts of the text that no commitment covers. */
class SeedQuotationFaultsTest {

    private final RewrittenSeeds seeds = new RewrittenSeeds();

    @Test
    void aWordingThatDiffersByOneCharacterIsToldAndItsSentenceIsNotCovered() {
        seeds.change(ASEAN, "推动人工智能准则、发展、安全和治理最佳实践", "推动人工智能准则、发展、安全和治里最佳实践");
        seeds.assertFaults(
                seeds.faultAt(
                        ASEAN,
                        "zh: \"推动人工智能准则、发展、安全和治里",
                        "stands 0 times in text.zh.txt, must stand there exactly once: 推动"),
                new ExpectedFault(ASEAN_ZH, 1, "not covered: \"推动人工智能准则、发展"));
    }

    @Test
    void aTextThatDiffersByOneCharacterIsToldAtTheWordingThatQuotesIt() {
        seeds.change(ASEAN_EN, "best practices in artificial intelligence", "best practice in artificial intelligence");
        seeds.assertFaults(
                seeds.faultAt(ASEAN, "en: \"Facilitate the exchange", "stands 0 times in text.en.txt"),
                new ExpectedFault(ASEAN_EN, 1, "not covered: \"Facilitate the exchange"));
    }

    @Test
    void aWordingThatStandsTwiceInTheTextIsTold() {
        String sentence = "推动人工智能准则、发展、安全和治理最佳实践的交流沟通。";
        seeds.change(ASEAN_ZH, sentence, sentence + sentence);
        List<SeedFault> faults = seeds.faults();
        assertTrue(
                faults.stream()
                        .anyMatch(seeds.faultAt(ASEAN, "zh: \"" + sentence, "stands 2 times in text.zh.txt")::matches),
                faults.toString());
    }

    @Test
    void aSentenceThatNobodyCoversIsToldWithItsPlace() {
        String sentence = "各方将每年报告进展。";
        seeds.change(ASEAN_ZH, "三、加快新兴数字技术创新应用\n", "三、加快新兴数字技术创新应用\n\n" + sentence + "\n");
        String text = seeds.read(ASEAN_ZH).orElseThrow();
        int at = text.codePointCount(0, text.indexOf(sentence));
        seeds.assertFaults(
                new ExpectedFault(ASEAN_ZH, 1, "not covered: \"" + sentence + "\" (from code point " + at + ")"));
    }

    @Test
    void aSentenceThatTwoCommitmentsClaimIsTold() {
        String text = seeds.read(ASEAN).orElseThrow();
        String entry =
                text.substring(text.indexOf("- code: ACJS-2024.III.2\n"), text.indexOf("- code: ACJS-2024.III.3\n"));
        seeds.with(ASEAN, text + "\n" + entry.replace("III.2\n", "III.2x\n"))
                .change(ASEAN_CARD, "\ncommitments: 16\n", "\ncommitments: 17\n");
        seeds.assertFaults(
                new ExpectedFault(ASEAN_ZH, 1, "covered twice: \"推动人工智能准则"),
                new ExpectedFault(ASEAN_EN, 1, "covered twice: \"Facilitate the exchange"));
    }

    @Test
    void aStatusQuoteThatIsNotInTheTextIsTold() {
        seeds.change(ASEAN, "text: \"推动人工智能准则\"", "text: \"推动人工智能规则\"");
        seeds.assertFaults(seeds.faultAt(
                ASEAN,
                "status: {value: declared, quote: {lang: zh, text: \"推动人工智能规则\"",
                "stands 0 times in text.zh.txt"));
    }

    @Test
    void aQuoteThatIsNotAsLongAsItsPlaceIsTold() {
        seeds.change(
                PRESS,
                "- {lang: zh, text: \"决定共同制定\", start: 287, end: 293}",
                "- {lang: zh, text: \"决定共同制定\", start: 287, end: 294}");
        seeds.assertFaults(seeds.faultAt(
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
        seeds.assertFaults(seeds.faultAt(
                PRESS, "quote: {lang: zh, text: \"决定共同制定\", start: 286", "needs start and end, 6 code points"));
    }

    @Test
    void aQuoteOfThePressReportThatIsTooLongIsTold() {
        String words = "字".repeat(41);
        seeds.change(
                PRESS,
                "- {lang: zh, text: \"决定共同制定\", start: 287, end: 293}",
                "- {lang: zh, text: \"" + words + "\", start: 287, end: 328}");
        seeds.assertFaults(
                seeds.faultAt(PRESS, "- {lang: zh, text: \"字字", "a quote from a text that is not ours has at most 40"));
    }

    @Test
    void aQuoteInTheCardOfThePressReportIsCheckedToo() {
        seeds.change(PRESS_CARD, "start: 1326, end: 1338", "start: 1326, end: 1339");
        seeds.assertFaults(
                seeds.faultAt(PRESS_CARD, "quote: {lang: zh, text: \"“算力互联互通伙伴计划”\"", "needs start and end, 12 code"));
    }

    @Test
    void anOwnerWhoIsNotInTheWordingIsTold() {
        seeds.change(ASEAN, "text: {zh: \"中国和东盟成员国\"", "text: {zh: \"中国与东盟成员国\"");
        seeds.assertFaults(
                seeds.faultAt(ASEAN, "text: {zh: \"中国与东盟成员国\"", "these words do not stand in the wording: 中国与东盟成员国"));
    }

    @Test
    void aPartThatIsNotInTheWordingIsTold() {
        seeds.change(ASEAN, "{zh: \"提高综合数字素养\", ", "{zh: \"提升综合数字素养\", ");
        seeds.assertFaults(seeds.faultAt(ASEAN, "- {zh: \"提升综合数字素养\"", "these words do not stand in the wording: 提升"));
    }
}
