package org.servanda.formats;

import org.servanda.text.Language;

/** What becomes of a text in a cell of Excel, which holds neither every character nor more than so many. */
final class XlsxText {

    /** UTF-16 units, as Excel counts. */
    static final int LONGEST = 32_767;

    private XlsxText() {}

    static String cell(String text, Language lang) {
        String visible = VisibleText.of(text);
        if (visible.length() <= LONGEST) return visible;
        String mark = lang == Language.zh
                ? " [… 此处截断，全文见 json、ndjson 或 csv 格式]"
                : " [… cut here; whole in json, ndjson and csv]";
        int end = LONGEST - mark.length();
        // Not through the middle of a character of two units.
        if (Character.isHighSurrogate(visible.charAt(end - 1))) end--;
        return visible.substring(0, end) + mark;
    }
}
