package org.servanda.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes one form of what readers take for the same, so that a query and a text can be compared character by character
 * ({@code NFKC_Casefold} of Unicode, and what people do not see or type alike).
 *
 * <ul>
 *   <li>Full width is half width, a ligature its letters; case goes altogether: Straße is STRASSE, İstanbul is istanbul.
 *   <li>What is drawn as nothing goes: zero width characters, byte order marks, soft hyphens.
 *   <li>Quotation marks go; every apostrophe is {@code '} and every dash {@code -}.
 *   <li>White space is one space. Beside a Han character it goes, which undoes the hard line wraps of PDF text.
 *   <li>Punctuation at the ends of words goes, but for the signs that people read out, such as {@code %} and {@code #}.
 * </ul>
 */
final class TextFolding {

    /** Raised whenever a text folds or is cut otherwise than before: all that is stored folded is then made anew. */
    static final int VERSION = 2;

    /** Of Unicode's Quotation_Mark those that are no apostrophe, two ornaments, and the double prime that is typed for one. */
    private static final String QUOTES = "\"«»„“”‟‹›⹂「」『』〝〞〟﹁﹂﹃﹄＂｢｣❝❞″";

    /** What is typed or set for an apostrophe, accents that stand alone and the prime among it. */
    private static final String APOSTROPHES = "'‘’‚‛ʹʻʼʽˈ`´′‵＇｀❛❜΄᾽᾿";

    private static final char MINUS = '\u2212';
    private static final String DOT_ABOVE_I = "i\u0307";

    // No look-behind: Java's does not see a character of two units.
    private static final Pattern BEHIND_HAN = Pattern.compile("(\\p{IsHan}\\p{P}*) ");
    private static final Pattern BEFORE_HAN = Pattern.compile(" (?=\\p{P}*\\p{IsHan})");
    /** As Unicode has it, the wide space of a Chinese keyboard included. */
    private static final Pattern WHITE_SPACE = Pattern.compile("(?U)\\s+");

    private static final Pattern ENDS_OF_WORDS =
            Pattern.compile("(?<![^ ])P++|P++(?![^ ])".replace("P", "[\\p{P}&&[^%‰#@§]]"));

    /** Letters, digits and what joins them, of which only the case goes. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]+([._-][A-Za-z0-9]+)*+");

    private TextFolding() {}

    /** What stands between two quotation marks, or between two spaces. A mark without another one is none. */
    private static final Pattern PARTS = Pattern.compile("(?U)[Q]([^Q]*)[Q]|[^QS]+"
            .replace("Q", Pattern.quote(QUOTES))
            .replace("S", "\\s\u115F\u1160\u2800\u3164\uFFA0"));

    /** The parts of a query that are to be found each as it stands, as they were written. */
    static List<String> parts(String query) {
        return PARTS.matcher(query)
                .results()
                .map(part -> part.group(1) == null ? part.group() : part.group(1))
                .toList();
    }

    /** Longer than the text by a factor of {@value #GROWTH} at most. */
    static String fold(String text) {
        // Codes by the thousand are compared with one that is not known.
        if (CODE.matcher(text).matches()) return text.toLowerCase(Locale.ROOT);
        String plain = small(Normalizer.normalize(plain(text), Normalizer.Form.NFKC));
        // Compatibility forms hide a dash or an apostrophe.
        String spaced = WHITE_SPACE.matcher(plain(plain)).replaceAll(" ");
        String words = ENDS_OF_WORDS.matcher(joined(spaced)).replaceAll("");
        return joined(WHITE_SPACE.matcher(words).replaceAll(" ")).strip();
    }

    /** Without the spaces beside Han characters, also where punctuation stands between. */
    private static String joined(String spaced) {
        return BEFORE_HAN.matcher(BEHIND_HAN.matcher(spaced).replaceAll("$1")).replaceAll("");
    }

    /** U+FDFA, a whole blessing in one character, has eighteen. */
    static final int GROWTH = 18;

    private static String plain(String text) {
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
     * Without case, as whole letters: capitals first, since only they tell all that are alike (ß and ſ have S), and then one by
     * one, since a sigma is another one at the end of a word.
     */
    private static String small(String text) {
        StringBuilder small = new StringBuilder(text.length());
        text.toLowerCase(Locale.ROOT)
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .map(Character::toLowerCase)
                .forEach(small::appendCodePoint);
        return Normalizer.normalize(small.toString().replace(DOT_ABOVE_I, "i"), Normalizer.Form.NFKC);
    }
}
