package org.servanda.text;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Turns text into terms that any database can look up by an ordinary index.
 *
 * <p>Chinese is written without spaces, and databases' own full text either reads it as one long word or needs three
 * characters. So a run of Han characters yields each character and each pair of neighbours; a run of other letters and
 * digits yields the word. Text and query are folded first, in the same way ({@link TextFolding}).
 */
public final class SearchWords {

    /** A query term; {@code prefix} terms also match longer words ("cable" finds "cables"). */
    public record Term(String text, boolean prefix) {}

    /** One word of a query, or words in quotation marks: all of its terms, and itself folded, which must stand in the text. */
    public record Word(String folded, List<Term> terms) {}

    /** Longest term kept, in UTF-16 units; a longer word is found by its beginning. */
    public static final int TERM_LENGTH = 40;

    /** By which rules texts are folded and cut; what was stored by others is made anew ({@link TextFolding#VERSION}). */
    public static final int VERSION = TextFolding.VERSION;

    private SearchWords() {}

    /** One form of what readers take for the same. */
    public static String fold(String text) {
        return TextFolding.fold(text);
    }

    /** The terms under which {@code text} is found. */
    public static Set<String> index(String text) {
        Set<String> terms = new LinkedHashSet<>();
        for (String run : runs(fold(text))) {
            if (!han(run)) {
                terms.add(cut(run));
                continue;
            }
            int[] characters = run.codePoints().toArray();
            for (int i = 0; i < characters.length; i++) {
                terms.add(new String(characters, i, 1));
                if (i + 1 < characters.length) terms.add(new String(characters, i, 2));
            }
        }
        return terms;
    }

    /**
     * The words of a query, split at white space; what stands between quotation marks of whatever kind is one, to be found as it
     * stands. Empty when it holds neither letter nor digit.
     */
    public static List<Word> query(String q) {
        List<Word> words = new ArrayList<>();
        for (String written : TextFolding.parts(q)) {
            String folded = fold(written);
            List<Term> terms = terms(folded);
            if (!terms.isEmpty()) words.add(new Word(folded, terms));
        }
        return words;
    }

    private static List<Term> terms(String folded) {
        List<String> runs = runs(folded);
        List<Term> terms = new ArrayList<>();
        for (int r = 0; r < runs.size(); r++) {
            String run = runs.get(r);
            if (!han(run)) {
                terms.add(new Term(cut(run), r == runs.size() - 1));
                continue;
            }
            int[] characters = run.codePoints().toArray();
            if (characters.length == 1) terms.add(new Term(run, false));
            for (int i = 0; i + 1 < characters.length; i++) terms.add(new Term(new String(characters, i, 2), false));
        }
        return terms;
    }

    private static List<String> runs(String folded) {
        List<String> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        boolean inHan = false;
        for (int c : folded.codePoints().toArray()) {
            boolean han = UnicodeScript.of(c) == UnicodeScript.HAN;
            boolean word = han || Character.isLetterOrDigit(c);
            if (!run.isEmpty() && (!word || han != inHan)) {
                runs.add(run.toString());
                run.setLength(0);
            }
            if (word) run.appendCodePoint(c);
            inHan = han;
        }
        if (!run.isEmpty()) runs.add(run.toString());
        return runs;
    }

    private static boolean han(String run) {
        return UnicodeScript.of(run.codePointAt(0)) == UnicodeScript.HAN;
    }

    private static String cut(String word) {
        if (word.length() <= TERM_LENGTH) return word;
        // Half a character of two units is no text that a database takes.
        return word.substring(
                0, Character.isHighSurrogate(word.charAt(TERM_LENGTH - 1)) ? TERM_LENGTH - 1 : TERM_LENGTH);
    }
}
