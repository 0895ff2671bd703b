package org.servanda.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

import org.apache.commons.text.similarity.LevenshteinDistance;

/** The known name that a misspelt one most likely meant. */
public final class ClosestMatch {

    private ClosestMatch() {}

    /**
     * Nearest by edit distance, ignoring case and what else readers do not see as a difference ({@link SearchWords#fold});
     * empty when more than a third of the word differs. Two letters may differ in any word of four or more: swapping
     * neighbours, the commonest slip, counts as two.
     */
    public static Optional<String> to(String misspelt, Collection<String> known) {
        Optional<String> meant = Synonyms.meant(misspelt, known);
        if (meant.isPresent()) return meant;
        String word = SearchWords.fold(misspelt);
        if (word.isEmpty()) return Optional.empty();
        String lower = misspelt.toLowerCase(Locale.ROOT);
        int far = Math.max(word.length() < 4 ? 1 : 2, word.length() / 3);
        var distance = new LevenshteinDistance(far);
        record Guess(String name, String folded, int distance) {

            static Guess of(String name, String word, LevenshteinDistance distance) {
                String folded = SearchWords.fold(name);
                return new Guess(name, folded, distance.apply(word, folded));
            }
        }
        return known.stream()
                .map(name -> Guess.of(name, word, distance))
                .filter(guess -> guess.distance >= 0)
                .min(Comparator.comparingInt(Guess::distance)
                        // People get the beginning of a word right.
                        .thenComparing(guess -> -beginning(word, guess.folded))
                        // Of names that differ in a sign only, such as the order -updated.
                        .thenComparing(guess -> -beginning(lower, guess.name))
                        .thenComparing(guess -> Math.abs(lower.length() - guess.name.length()))
                        .thenComparing(Guess::name))
                .map(Guess::name);
    }

    private static int beginning(String word, String name) {
        int same = 0;
        while (same < Math.min(word.length(), name.length()) && word.charAt(same) == name.charAt(same)) same++;
        return same;
    }
}
