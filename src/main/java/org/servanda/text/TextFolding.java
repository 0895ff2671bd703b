package org.servanda.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text folding (normalization) for search: texts that readers take for the same become equal, so that query and text
 * can be compared character by character ({@code NFKC_Casefold} of Unicode, and differences that people do not see or
 * do not type).
 *
 * <ul>
 *   <li>Full width becomes half width, a ligature its letters; case is removed: Straße is STRASSE, İstanbul is
 *       istanbul.
 *   <li>Characters that are drawn as nothing are removed: zero width characters, byte order marks, soft hyphens.
 *   <li>Quotation marks are removed; every apostrophe becomes {@code '} and every dash {@code -}.
 *   <li>White space becomes one space. Beside a Han character it is removed, which undoes the hard line wraps of PDF
 *       text.
 *   <li>Punctuation at the ends of words is removed, except signs that people read aloud, such as {@code %} and {@code
 *       #}.
 * </ul>
 */
final class TextFolding {

    /** Raised whenever folding or tokenizing changes: all stored folded texts are then computed again. */
    static final int VERSION = 2;

    /**
     * The characters of Unicode's Quotation_Mark that are no apostrophes, two ornaments, and the double prime that is
     * typed for one.
     */
    private static final String QUOTES = "\"«»„“”‟‹›⹂「」『』〝〞〟﹁﹂﹃﹄＂｢｣❝❞″";

    /** Characters that are typed or set for an apostrophe, with spacing accents and the prime. */
    private static final String APOSTROPHES = "'‘’‚‛ʹʻʼʽˈ`´′‵＇｀❛❜΄᾽᾿";

    private static final char MINUS = '\u2212';
    private static final String DOT_ABOVE_I = "i\u0307";

    // No look-behind: that of Java does not see a character of two units.
    private static final Pattern BEHIND_HAN = Pattern.compile("(\\p{IsHan}\\p{P}*) ");
    private static final Pattern BEFORE_HAN = Pattern.compile(" (?=\\p{P}*\\p{IsHan})");
    /** White space by Unicode, with the wide space of a Chinese keyboard. */
    private static final Pattern WHITE_SPACE = Pattern.compile("(?U)\\s+");

    private static final Pattern ENDS_OF_WORDS =
            Pattern.compile("(?<![^ ])P++|P++(?![^ ])".replace("P", "[\\p{P}&&[^%‰#@§]]"));

    /** Letters, digits and their connectors, of which only the case is folded. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]+([._-][A-Za-z0-9]+)*+");

    private TextFolding() {}

    /** A quoted phrase, or a word between spaces. A single quotation mark without a partner quotes nothing. */
    private static final Pattern PARTS = Pattern.compile("(?U)[Q]([^Q]*)[Q]|[^QS]+"
            .replace("Q", Pattern.quote(QUOTES))
            .replace("S", "\\s\u115F\u1160\u2800\u3164\uFFA0"));

    /** The parts of a query, each of which must be found as it is, in their original spelling. */
    static List<String> parts(String query) {
        return PARTS.matcher(query)
                .results()
                .map(part -> part.group(1) == null ? part.group() : part.group(1))
                .toList();
    }

    /** Folds a text; the result is longer by a factor of {@value #GROWTH} at most. */
    static String fold(String text) {
        // A short way for codes: thousands of them are compared with an unknown one.
        if (CODE.matcher(text).matches()) return text.toLowerCase(Locale.ROOT);
        String plain = foldCase(Normalizer.normalize(simplify(text), Normalizer.Form.NFKC));
        // Compatibility forms can contain a dash or an apostrophe.
        String spaced = WHITE_SPACE.matcher(simplify(plain)).replaceAll(" ");
        String words = ENDS_OF_WORDS.matcher(joinHan(spaced)).replaceAll("");
        return joinHan(WHITE_SPACE.matcher(words).replaceAll(" ")).strip();
    }

    /** Removes the spaces beside Han characters, also where punctuation is between them. */
    private static String joinHan(String spaced) {
        return BEFORE_HAN.matcher(BEHIND_HAN.matcher(spaced).replaceAll("$1")).replaceAll("");
    }

    /** U+FDFA, a whole blessing in one character, becomes eighteen characters. */
    static final int GROWTH = 18;

    private static String simplify(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Characters.filler(c) || Character.getType(c) == Character.CONTROL) plain.append(' ');
            else if (APOSTROPHES.indexOf(c) >= 0) plain.append('\'');
            else if (Character.getType(c) == Character.DASH_PUNCTUATION || c == MINUS) plain.append('-');
            else if (!Characters.ignorable(c) && QUOTES.indexOf(c) < 0) plain.appendCodePoint(c);
        });
        return plain.toString();
    }

    /**
     * Removes case. First upper case of whole letters, since only that makes all alike (ß and ſ become S); then lower
     * case one by one, since a sigma has another form at the end of a word.
     */
    private static String foldCase(String text) {
        StringBuilder small = new StringBuilder(text.length());
        text.toLowerCase(Locale.ROOT)
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .map(Character::toLowerCase)
                .forEach(small::appendCodePoint);
        return Normalizer.normalize(small.toString().replace(DOT_ABOVE_I, "i"), Normalizer.Form.NFKC);
    }
}
