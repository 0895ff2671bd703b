package org.servanda.formats;

import java.util.regex.Pattern;

import org.servanda.text.Language;
import org.servanda.text.Messages;

/** Texts as cells of Excel, which has no control characters, a largest length, and escape sequences of its own. */
final class XlsxText {

    /** The largest length in UTF-16 units, as Excel counts. */
    static final int LONGEST = 32_767;

    private XlsxText() {}

    /** An underscore that begins an escape sequence of Excel, such as {@code _x000D_}. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    static String cell(String text, Language lang) {
        // Such an underscore is escaped itself (ECMA-376, 22.9.2.19).
        return ESCAPE.matcher(held(text, lang)).replaceAll("_x005F_");
    }

    private static String held(String text, Language lang) {
        String visible = XmlSafeText.of(text);
        if (visible.length() <= LONGEST) return visible;
        String mark = " " + Messages.in(lang, "workbook.cut");
        int end = LONGEST - mark.length();
        // A character of two units is not cut in the middle.
        if (Character.isHighSurrogate(visible.charAt(end - 1))) end--;
        return visible.substring(0, end) + mark;
    }
}
