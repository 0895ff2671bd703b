package org.servanda.formats;

import org.junit.jupiter.api.Test;

import org.servanda.text.Language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class XlsxTextTest {

    @Test
    void whatXmlCannotHoldIsReplacedByWhatCanBeSeen() {
        assertEquals("bell ␇, null ␀, \uFFFD.", XmlSafeText.of("bell \u0007, null \u0000, \uFFFE."));
        assertEquals("half \uFFFD", XmlSafeText.of("half \uD83D"));
    }

    @Test
    void otherTextsAreUntouched() {
        String text = "tab\t LF\n CR\r \u007F\u0085 \uFFFD 🛰 𠮷 承诺 =1";
        assertEquals(text, XmlSafeText.of(text));
        assertEquals("x".repeat(32_767), XlsxText.cell("x".repeat(32_767), Language.en));
    }

    @Test
    void aTextLongerThanACellIsCutWithAMarkThatTellsWhereTheWholeIs() {
        String cut = XlsxText.cell("x".repeat(32_768), Language.en);
        assertEquals(32_767, cut.length());
        assertTrue(cut.endsWith("x [… cut here; whole in json, ndjson and csv]"), cut.substring(32_700));
        assertTrue(XlsxText.cell("承".repeat(40_000), Language.zh).endsWith("承 [… 此处截断，全文见 json、ndjson 或 csv 格式]"));
    }

    @Test
    void theCutGoesThroughNoCharacter() {
        for (String shift : new String[] {"", "x"}) {
            String cut = XlsxText.cell(shift + "🛰".repeat(20_000), Language.en);
            assertTrue(cut.length() >= 32_766 && cut.length() <= 32_767);
            assertFalse(cut.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF), "no half character");
        }
    }
}
