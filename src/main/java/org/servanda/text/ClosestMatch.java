package org.servanda.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

import org.apache.commons.text.similarity.LevenshteinDistance;

/** Fuzzy match: finds the known name that a misspelt name most likely means. */
public final class ClosestMatch {

    private ClosestMatch() {}

    /**
     * The nearest name by edit distance, ignoring case and other differences that readers do not see ({@link
     * SearchWords#fold}); empty when more than a third of the word differs. Two letters may differ in any word of four
     * or more letters: swapped neighbours, the most frequent mistake, count as two.
     */
    public static Optional<String> to(String misspelt, Collection<String> known) {
        Optional<String> synonym = Synonyms.find(misspelt, known);
        if (synonym.isPresent()) return synonym;
        String word = SearchWords.fold(misspelt);
        if (word.isEmpty()) return Optional.empty();
        String lower = misspelt.toLowerCase(Locale.ROOT);
        int maxDistance = Math.max(word.length() < 4 ? 1 : 2, word.length() / 3);
        var distance = new LevenshteinDistance(maxDistance);
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
                        // People write the beginning of a word correctly.
                        .thenComparing(guess -> -commonPrefix(word, guess.folded))
                        // For names that differ only in a sign, such as the order -updated.
                        .thenComparing(guess -> -commonPrefix(lower, guess.name))
                        .thenComparing(guess -> Math.abs(lower.length() - guess.name.length()))
                        .thenComparing(Guess::name))
                .map(Guess::name);
    }

    private static int commonPrefix(String word, String name) {
        int length = 0;
        while (length < Math.min(word.length(), name.length()) && word.charAt(length) == name.charAt(length)) length++;
        return length;
    }
}
