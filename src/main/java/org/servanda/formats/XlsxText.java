package org.servanda.formats;

import java.util.regex.Pattern;

import org.servanda.text.Language;
import org.servanda.text.Messages;

/** What becomes of a text in a cell of Excel, which holds neither every character nor more than so many, and knows escapes. */
final class XlsxText {

    /** UTF-16 units, as Excel counts. */
    static final int LONGEST = 32_767;

    private XlsxText() {}

    /** What Excel reads as one character, given by its number in hexadecimal. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    static String cell(String text, Language lang) {
        // An underscore that begins what only looks like one is given by its own number (ECMA-376, 22.9.2.19).
        return ESCAPE.matcher(held(text, lang)).replaceAll("_x005F_");
    }

    private static String held(String text, Language lang) {
        String visible = XmlSafeText.of(text);
        if (visible.length() <= LONGEST) return visible;
        String mark = " " + Messages.in(lang, "workbook.cut");
        int end = LONGEST - mark.length();
        // Not through the middle of a character of two units.
        if (Character.isHighSurrogate(visible.charAt(end - 1))) end--;
        return visible.substring(0, end) + mark;
    }
}
