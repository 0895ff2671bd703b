package org.servanda.verify;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** JSON is read as RFC 8259 has it and no more, and only in the one form of RFC 8785. */
class CanonicalJsonTest {

    private static JsonObject read(String text) {
        return CanonicalJson.read(text, "entries.ndjson line 1");
    }

    private static String refusal(String text) {
        return assertThrows(RefusedException.class, () -> read(text)).getMessage();
    }

    @Test
    void fieldsGoInTheOrderOfThePublishedExample() {
        // RFC 8785, 3.2.3; the euro sign, and the last character of the plane above, among others.
        String sorted = "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}";
        assertEquals("Euro Sign", read(sorted).text("\u20ac"));
        String swapped = sorted.replace("\"1\":\"One\",", "").replace("{", "{\"1\":\"One\",");
        assertEquals("is not in canonical form (RFC 8785)", refusal(swapped));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": 1}",
                "{\"a\":1}\n",
                " {\"a\":1}",
                "{\"a\":\"\\u0041\"}",
                "{\"a\":\"\\/\"}",
                "{\"a\":1}{}",
                "[1]",
            })
    void anotherTextOfTheSameValueIsRefused(String text) {
        assertThrows(RefusedException.class, () -> read(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"a\":null}|holds null: what is absent is left out",
                "{\"a\":1,\"a\":2}|has the field a twice",
                "{\"a\":1.5}|holds a number that is not a whole one: 1\u2026",
                "{\"a\":01}|holds a number that is not a whole one: 01\u2026",
                "{\"a\":9007199254740992}|holds a number that is not a whole one: 9007199254740992\u2026",
                "{\"a\":\"\\ud800\"}|holds half a character",
                "{\"a\":tru}|is no JSON: expected true, found '}'",
                "{\"a\"|is no JSON: expected ':', found the end",
                "{\"a\":1,}|is no JSON: expected a text, found '}'"
            })
    void whatIsNoJsonIsRefusedWithTheReason(String text, String why) {
        assertEquals(why, refusal(text));
    }

    @Test
    void whatIsNestedTooDeeplyIsRefusedBeforeTheStackEnds() {
        assertEquals("is nested too deeply", refusal("{\"a\":" + "[".repeat(100_000)));
    }

    @Test
    void fieldsAreReadByTheirTypeAndRefusedByTheirPlace() {
        JsonObject object = read("{\"day\":\"2026-02-30\",\"numbers\":[1,1],\"text\":7}");
        for (Runnable field : List.<Runnable>of(
                () -> object.day("day"), () -> object.ascending("numbers"), () -> object.text("text"))) {
            RefusedException refused = assertThrows(RefusedException.class, field::run);
            assertTrue(refused.place().startsWith("entries.ndjson line 1 "), refused.place());
        }
        assertEquals(LocalDate.of(2026, 2, 28), read("{\"day\":\"2026-02-28\"}").day("day"));
        assertThrows(RefusedException.class, () -> object.exactly("day", "text"));
    }
}
