package org.servanda.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.servanda.text.Language;
import org.servanda.text.Span;

/**
 * Finds quotations in the texts of one instrument, and tells which words no passage covers: a sentence that nobody
 * placed is a pledge that nobody follows.
 */
class QuotationIndex {

    /** A stretch of text that two passages claim, or none; in code points. */
    record Flaw(Language lang, String message) {}

    private static final int SHOWN = 30;

    private final Map<Language, String> texts;
    private final Map<Language, List<Span>> covered = new EnumMap<>(Language.class);

    QuotationIndex(Map<Language, String> texts) {
        this.texts = texts;
    }

    boolean has(Language lang) {
        return texts.containsKey(lang);
    }

    /** Where {@code quote} stands; empty unless it stands there exactly once. */
    Optional<Span> find(Language lang, String quote) {
        List<Span> found = Span.of(quote, texts.get(lang));
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    int occurrences(Language lang, String quote) {
        return Span.of(quote, texts.get(lang)).size();
    }

    void cover(Language lang, Span span) {
        covered.computeIfAbsent(lang, l -> new ArrayList<>()).add(span);
    }

    /** Every gap and every overlap of what was covered. */
    List<Flaw> flaws() {
        List<Flaw> flaws = new ArrayList<>();
        texts.forEach((lang, text) -> {
            int[] points = text.codePoints().toArray();
            int reached = 0;
            for (Span span : inOrder(lang)) {
                if (span.start() < reached)
                    flaws.add(new Flaw(
                            lang, "covered twice: " + show(points, span.start(), Math.min(reached, span.end()))));
                gap(points, reached, span.start()).ifPresent(gap -> flaws.add(new Flaw(lang, "not covered: " + gap)));
                reached = Math.max(reached, span.end());
            }
            gap(points, reached, points.length).ifPresent(gap -> flaws.add(new Flaw(lang, "not covered: " + gap)));
        });
        return flaws;
    }

    private List<Span> inOrder(Language lang) {
        return covered.getOrDefault(lang, List.of()).stream()
                .sorted(Comparator.comparingInt(Span::start).thenComparingInt(Span::end))
                .toList();
    }

    private static Optional<String> gap(int[] points, int from, int to) {
        int first = from;
        while (first < to && Character.isWhitespace(points[first])) first++;
        return first < to ? Optional.of(show(points, first, to)) : Optional.empty();
    }

    private static String show(int[] points, int from, int to) {
        String words = new String(points, from, Math.min(to - from, SHOWN)).strip();
        return "\"" + words + (to - from > SHOWN ? "…" : "") + "\" (from code point " + from + ")";
    }
}
