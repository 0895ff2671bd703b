package org.servanda.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

import org.apache.commons.text.similarity.LevenshteinDistance;

/** The known name that a misspelt one most likely meant. */
public final class Nearest {

    private Nearest() {}

    /**
     * Nearest by edit distance, ignoring case; empty when more than a third of the word differs. Two letters may differ
     * in any word of four or more: swapping neighbours, the commonest slip, counts as two.
     */
    public static Optional<String> to(String misspelt, Collection<String> known) {
        String word = misspelt.toLowerCase(Locale.ROOT);
        int far = Math.max(word.length() < 4 ? 1 : 2, word.length() / 3);
        var distance = new LevenshteinDistance(far);
        record Guess(String name, int distance) {}
        return known.stream()
                .map(name -> new Guess(name, distance.apply(word, name.toLowerCase(Locale.ROOT))))
                .filter(guess -> guess.distance >= 0)
                .min(Comparator.comparingInt(Guess::distance)
                        // People get the beginning of a word right.
                        .thenComparing(guess -> -beginning(word, guess.name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Guess::name))
                .map(Guess::name);
    }

    private static int beginning(String word, String name) {
        int same = 0;
        while (same < Math.min(word.length(), name.length()) && word.charAt(same) == name.charAt(same)) same++;
        return same;
    }
}
