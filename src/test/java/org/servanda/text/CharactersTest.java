package org.servanda.text;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CharactersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \t\r\n",
                "\u00A0",
                "\u3000",
                "\u2028\u2029",
                "\u200B",
                "\u200C\u200D",
                "\u200E",
                "\u2060",
                "\u2064",
                "\u2066\u2069",
                "\uFEFF",
                "\u00AD",
                "\u034F",
                "\u061C",
                "\u115F",
                "\u1160",
                "\u17B4",
                "\u180B",
                "\u180E",
                "\u2800",
                "\u3164",
                "\uFFA0",
                "\uFE0F",
                "\uFFFC",
                "\uFFFE",
                "\uFDD0",
                "\u0301",
                "\u20DD",
                "\uDB40\uDC41",
                "\uDB40\uDD00",
                "\uD834\uDD73",
                "\uD834\uDD59",
                "\u200B \u2800\u00A0\u3164"
            })
    void ofSpacesAndWhatIsDrawnAsNothingThereIsNothingToSee(String text) {
        assertFalse(Characters.anyVisible(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "\u200Ba",
                ".",
                "－",
                "报告",
                "𠮷",
                "\uD888\uDF50",
                "می\u200Cخواهم",
                "👨\u200D👩\u200D👧\u200D👦",
                "❤\uFE0F",
                "é",
                "각",
                "\u2801"
            })
    void oneCharacterThatIsDrawnIsEnough(String text) {
        assertTrue(Characters.anyVisible(text));
    }
}
