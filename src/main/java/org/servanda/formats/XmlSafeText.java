package org.servanda.formats;

/**
 * Replaces characters that XML 1.0 does not allow: a control character becomes its symbol (U+2400 and following), an unpaired
 * surrogate becomes U+FFFD.
 */
final class XmlSafeText {

    private XmlSafeText() {}

    static String of(String text) {
        if (text.codePoints().allMatch(XmlSafeText::holdable)) return text;
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(c -> visible.appendCodePoint(holdable(c) ? c : c < 0x20 ? 0x2400 + c : 0xFFFD));
        return visible.toString();
    }

    private static boolean holdable(int c) {
        if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
        return (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
    }
}
