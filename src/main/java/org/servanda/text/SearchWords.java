package org.servanda.text;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Tokenizer of the full-text search: turns text into terms that any database can look up in an ordinary index.
 *
 * <p>Chinese is written without spaces, and the full-text search of a database either reads it as one long word or
 * needs three characters. So a run of Han characters yields each character and each pair of neighbours (bigrams); a run
 * of other letters and digits yields the word. Text and query are folded first, in the same way ({@link TextFolding}).
 */
public final class SearchWords {

    /** A term of a query; a {@code prefix} term also matches longer words ("cable" finds "cables"). */
    public record Term(String text, boolean prefix) {}

    /** A word or quoted phrase of a query: its terms, and its folded text, which must occur in a matching text. */
    public record Word(String folded, List<Term> terms) {}

    /** Longest stored term, in UTF-16 units; a longer word is found by its beginning. */
    public static final int TERM_LENGTH = 40;

    /**
     * The version of the rules by which texts are folded and tokenized; terms of another version are computed again
     * ({@link TextFolding#VERSION}).
     */
    public static final int VERSION = TextFolding.VERSION;

    private SearchWords() {}

    /** Folds a text: texts that readers take for the same become equal. */
    public static String fold(String text) {
        return TextFolding.fold(text);
    }

    /** The terms of a text for the index. */
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
     * The words of a query, split at white space; text between quotation marks of any kind is one phrase, to be found
     * as it is. Empty when the query has neither letter nor digit.
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
        // No database accepts half of a surrogate pair.
        return word.substring(
                0, Character.isHighSurrogate(word.charAt(TERM_LENGTH - 1)) ? TERM_LENGTH - 1 : TERM_LENGTH);
    }
}
