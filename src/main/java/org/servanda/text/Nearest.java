package org.servanda.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

import org.apache.commons.text.similarity.LevenshteinDistance;

/** The known name that a misspelt one most likely meant. */
public final class Nearest {

    private Nearest() {}

    /** Nearest by edit distance, ignoring case; empty when more than a third of the word (at least one letter) differs. */
    public static Optional<String> to(String misspelt, Collection<String> known) {
        String word = misspelt.toLowerCase(Locale.ROOT);
        int far = Math.max(1, word.length() / 3);
        var distance = new LevenshteinDistance(far);
        record Guess(String name, int distance) {}
        return known.stream()
                .map(name -> new Guess(name, distance.apply(word, name.toLowerCase(Locale.ROOT))))
                .filter(guess -> guess.distance >= 0)
                .min(Comparator.comparingInt(Guess::distance).thenComparing(Guess::name))
                .map(Guess::name);
    }
}
