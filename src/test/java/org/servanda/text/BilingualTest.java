package org.servanda.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BilingualTest {

    @Test
    void eachLanguageIsAnsweredAsItWasGiven() {
        Bilingual both = new Bilingual("算力", "computing power");
        assertEquals("算力", both.in(Language.zh));
        assertEquals("computing power", both.in(Language.en));
        assertTrue(both.complete());
    }

    @Test
    void aLanguageThatIsMissingIsAbsent() {
        Bilingual chinese = new Bilingual("算力", null);
        assertNull(chinese.in(Language.en));
        assertFalse(chinese.complete());
        assertFalse(new Bilingual(null, "computing power").complete());
    }

    @Test
    void atLeastOneLanguageIsGiven() {
        assertThrows(IllegalArgumentException.class, () -> new Bilingual(null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "　"})
    void anEmptyTextIsRefusedInEitherLanguage(String blank) {
        assertThrows(IllegalArgumentException.class, () -> new Bilingual("算力", blank));
        assertThrows(IllegalArgumentException.class, () -> new Bilingual(blank, "computing power"));
    }

    @Test
    void noCharacterOfATextIsTouched() {
        assertEquals(" 算力 ", new Bilingual(" 算力 ", null).zh());
    }

    @Test
    void whatIsKeptAsJsonComesBackTheSameAndWithoutAMissingLanguage() {
        Bilingual chinese = new Bilingual("“算力”\n𠮷", null);
        String json = JsonText.write(chinese);
        assertFalse(json.contains("en"), json);
        assertEquals(chinese, JsonText.read(json, Bilingual.class));
    }
}
