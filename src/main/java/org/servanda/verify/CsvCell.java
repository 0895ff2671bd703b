package org.servanda.verify;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The text of a value in a csv cell. A text that begins like a formula, also behind characters that nobody sees, has an
 * apostrophe before it, and so has a text that begins with an apostrophe; this guard is taken off again. In a list, each word
 * is guarded. States again the rule of {@code org.servanda.formats.CsvText} in the register's program.
 */
final class CsvCell {

    // The full-width forms as escapes: "java Verify.java" reads this file in the encoding of the machine.
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";
    private static final String ALWAYS_GUARDED = "\t\r'";

    private CsvCell() {}

    /** A value before quotes, and before the guard of a text. */
    static String write(Object value) {
        if (value == null) return "";
        if (!(value instanceof List<?> list)) return value.toString();
        return list.stream()
                .map(word -> guarded(word.toString()).replace("\\", "\\\\").replace(";", "\\;"))
                .collect(Collectors.joining(";"));
    }

    /** The text of a cell without its guard. */
    static String unguarded(String cell, String place) {
        if (!needsGuard(cell)) return cell;
        boolean guard = cell.charAt(0) == '\'' && needsGuard(cell.substring(1));
        if (!guard)
            throw new RefusedException(
                    place, "begins like a formula and has no apostrophe before it: " + CanonicalJson.shown(cell));
        return cell.substring(1);
    }

    private static String guarded(String text) {
        return needsGuard(text) ? "'" + text : text;
    }

    private static boolean needsGuard(String text) {
        if (text.isEmpty()) return false;
        int visible = text.codePoints().filter(CsvCell::visible).findFirst().orElse(-1);
        return ALWAYS_GUARDED.indexOf(text.charAt(0)) >= 0 || FORMULA.indexOf(visible) >= 0;
    }

    /** Whether a reader sees the character; a spreadsheet may skip what nobody sees. */
    private static boolean visible(int c) {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) return false;
        if (c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800) return false;
        if (c == 0xFFFC || c == 0x1D159) return false;
        if (c >= 0x17B4 && c <= 0x17B5 || c >= 0x180B && c <= 0x180F) return false;
        if (c >= 0x2060 && c <= 0x206F || c >= 0xFE00 && c <= 0xFE0F) return false;
        if (c >= 0xFFF0 && c <= 0xFFF8 || c >= 0xE0000 && c <= 0xE0FFF) return false;
        if ((c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF) return false;
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default -> true;
        };
    }
}
