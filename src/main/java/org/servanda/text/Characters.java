package org.servanda.text;

import java.util.OptionalInt;

/** Properties of characters (Unicode code points) as a reader sees them. */
public final class Characters {

    private static final int SOFT_HYPHEN = 0xAD;
    private static final int BRAILLE_BLANK = 0x2800;
    private static final int OBJECT_REPLACEMENT = 0xFFFC;
    private static final int NULL_NOTEHEAD = 0x1D159;

    private Characters() {}

    /**
     * Whether a text has a visible character: a letter, digit, sign or picture, not only spaces and combining marks.
     */
    public static boolean anyVisible(String text) {
        return text.codePoints().anyMatch(Characters::visible);
    }

    /** Whether a character is visible by itself. */
    public static boolean visible(int c) {
        if (ignorable(c) || filler(c) || Character.isWhitespace(c) || Character.isSpaceChar(c)) return false;
        if (c == OBJECT_REPLACEMENT || c == NULL_NOTEHEAD) return false;
        return switch (Character.getType(c)) {
            // A combining mark is drawn on the character before it.
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            // A character from a later Unicode version than this JDK knows counts as visible.
            default -> !noncharacter(c);
        };
    }

    /** Whether a character is drawn as a space, though Unicode counts it among letters and signs. */
    static boolean filler(int c) {
        return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == BRAILLE_BLANK;
    }

    /**
     * Whether a character is drawn as nothing at all: format characters and Unicode's Default_Ignorable_Code_Point, for
     * which the JDK has no method, except the fillers.
     */
    public static boolean ignorable(int c) {
        if (c < SOFT_HYPHEN) return false;
        return Character.getType(c) == Character.FORMAT
                || c == 0x034F
                || between(c, 0x17B4, 0x17B5)
                || between(c, 0x180B, 0x180F)
                || between(c, 0x2060, 0x206F)
                || between(c, 0xFE00, 0xFE0F)
                || between(c, 0xFFF0, 0xFFF8)
                || between(c, 0xE0000, 0xE0FFF);
    }

    /**
     * The first character that makes a name or title read as another one, or continue on another line; empty when there
     * is none.
     */
    public static OptionalInt trap(String line) {
        return line.codePoints().filter(Characters::trap).findFirst();
    }

    /**
     * Line breaks and other control characters, and characters that change the direction of writing until it is changed
     * back (UAX 9, 2.1 to 2.5).
     */
    private static boolean trap(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> between(c, 0x202A, 0x202E) || between(c, 0x2066, 0x2069) || noncharacter(c);
        };
    }

    /** The code point as Unicode writes it: U+202E. */
    public static String name(int c) {
        return String.format("U+%04X", c);
    }

    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The beginning of a text, at most {@code maxLength} characters, none of them cut in half. */
    public static String first(String text, int maxLength) {
        return length(text) <= maxLength ? text : text.substring(0, text.offsetByCodePoints(0, maxLength));
    }

    /**
     * Whether Unicode reserves a code point for programs, never for text: the last two of each plane, and U+FDD0 to
     * U+FDEF.
     */
    public static boolean noncharacter(int c) {
        return (c & 0xFFFE) == 0xFFFE || between(c, 0xFDD0, 0xFDEF);
    }

    private static boolean between(int c, int first, int last) {
        return c >= first && c <= last;
    }
}
