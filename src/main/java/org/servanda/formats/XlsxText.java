package org.servanda.formats;

import org.servanda.text.Language;

/** What becomes of a text in a cell of Excel, which holds neither every character nor any number of them. */
final class XlsxText {

    /** UTF-16 units, as Excel counts. */
    static final int LONGEST = 32_767;

    private XlsxText() {}

    static String cell(String text, Language lang) {
        String visible = visible(text);
        if (visible.length() <= LONGEST) return visible;
        String mark = lang == Language.zh
                ? " [… 此处截断，全文见 json、ndjson 或 csv 格式]"
                : " [… cut here; whole in json, ndjson and csv]";
        int end = LONGEST - mark.length();
        // Not through the middle of a character of two units.
        if (Character.isHighSurrogate(visible.charAt(end - 1))) end--;
        return visible.substring(0, end) + mark;
    }

    /** XML 1.0 holds no control characters: each becomes its picture (U+2400 and on), half a character becomes U+FFFD. */
    static String visible(String text) {
        if (text.codePoints().allMatch(XlsxText::holdable)) return text;
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(c -> visible.appendCodePoint(holdable(c) ? c : c < 0x20 ? 0x2400 + c : 0xFFFD));
        return visible.toString();
    }

    private static boolean holdable(int c) {
        if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
        return (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
    }
}
