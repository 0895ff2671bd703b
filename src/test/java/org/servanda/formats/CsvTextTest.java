package org.servanda.formats;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CsvTextTest {

    private static final String ALPHABET = "=+-@＝＋－＠\t\r'\"\n;,\\a 承\u00A0\u200B\uFEFF\u3000\u2028";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@A1",
                "＝1+1",
                "＋1",
                "－1",
                "＠A1",
                "\tx",
                "\rx",
                "'",
                "'=1",
                "\n=1",
                " =1",
                "\u00A0+1",
                "\u200B-1",
                "\uFEFF@A1",
                "\u3000＝1",
                "\u2028=1",
                "\u000B=1",
                "\u2800=1",
                "\u00AD=1",
                " \n\u200B\t=1"
            })
    void whatMayBeAFormulaGetsOneApostrophe(String text) {
        assertEquals("'" + text, CsvText.guard(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a=1", "承诺", "\"=1\"", "\n", " a=1", "\u200B承诺=1"})
    void otherTextsAreUntouched(String text) {
        assertEquals(text, CsvText.guard(text));
    }

    @Test
    void guardingIsUndoneExactlyAndLeavesNoFormula() {
        for (String text : texts(100_000)) {
            String guarded = CsvText.guard(text);
            assertEquals(text, CsvText.unguard(guarded));
            assertFalse(!guarded.isEmpty() && "=+-@＝＋－＠\t\r".indexOf(guarded.charAt(0)) >= 0, guarded);
        }
    }

    @Test
    void eachWordOfAListIsGuarded() {
        assertEquals("AI;'=1;'\n+1", CsvText.cell(List.of("AI", "=1", "\n+1")));
    }

    @Test
    void differentTextsStayDifferent() {
        List<String> texts = texts(20_000);
        assertEquals(
                texts.stream().distinct().count(),
                texts.stream().map(CsvText::guard).distinct().count());
    }

    @ParameterizedTest
    @CsvSource({"AI,AI", "AI;DC,AI;DC"})
    void codesAreJoinedWithSemicolons(String words, String cell) {
        assertEquals(cell, CsvText.join(List.of(words.split(";"))));
    }

    @Test
    void listsAreUndoneExactly() {
        List<String> texts = texts(30_000).stream().filter(t -> !t.isEmpty()).toList();
        assertTrue(texts.size() > 10_000);
        for (int i = 0; i + 3 < texts.size(); i += 3) {
            List<String> words = texts.subList(i, i + 1 + i % 3);
            assertEquals(words, CsvText.split(CsvText.join(words)));
            assertEquals(
                    words,
                    CsvText.split(CsvText.cell(words)).stream()
                            .map(CsvText::unguard)
                            .toList());
        }
        assertEquals(List.of(), CsvText.split(CsvText.join(List.of())));
    }

    private static List<String> texts(int count) {
        Random chance = new Random(7);
        return chance.ints(count, 0, 6)
                .mapToObj(length -> chance.ints(length, 0, ALPHABET.length())
                        .collect(StringBuilder::new, (b, i) -> b.append(ALPHABET.charAt(i)), StringBuilder::append)
                        .toString())
                .toList();
    }
}
