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
 * Index of the quotations in the texts of one instrument. It also finds the words that no passage covers, since a sentence without a
 * passage is a commitment that nobody follows.
 */
class QuotationIndex {

    /** A part of the text that no passage covers, or two passages; the message counts in code points. */
    record CoverageFault(Language lang, String message) {}

    private static final int SHOWN_CODE_POINTS = 30;

    private final Map<Language, String> texts;
    private final Map<Language, List<Span>> covered = new EnumMap<>(Language.class);

    QuotationIndex(Map<Language, String> texts) {
        this.texts = texts;
    }

    boolean has(Language lang) {
        return texts.containsKey(lang);
    }

    /** Place of {@code quote} in the text; empty unless the text has it exactly once. */
    Optional<Span> find(Language lang, String quote) {
        List<Span> spans = Span.of(quote, texts.get(lang));
        return spans.size() == 1 ? Optional.of(spans.get(0)) : Optional.empty();
    }

    int occurrences(Language lang, String quote) {
        return Span.of(quote, texts.get(lang)).size();
    }

    void cover(Language lang, Span span) {
        covered.computeIfAbsent(lang, l -> new ArrayList<>()).add(span);
    }

    /** All gaps and overlaps of the passages that were covered so far. */
    List<CoverageFault> coverageFaults() {
        List<CoverageFault> coverageFaults = new ArrayList<>();
        texts.forEach((lang, text) -> {
            int[] points = text.codePoints().toArray();
            int end = 0;
            for (Span span : inOrder(lang)) {
                if (span.start() < end)
                    coverageFaults.add(new CoverageFault(
                            lang, "covered twice: " + excerpt(points, span.start(), Math.min(end, span.end()))));
                gap(points, end, span.start())
                        .ifPresent(gap -> coverageFaults.add(new CoverageFault(lang, "not covered: " + gap)));
                end = Math.max(end, span.end());
            }
            gap(points, end, points.length)
                    .ifPresent(gap -> coverageFaults.add(new CoverageFault(lang, "not covered: " + gap)));
        });
        return coverageFaults;
    }

    private List<Span> inOrder(Language lang) {
        return covered.getOrDefault(lang, List.of()).stream()
                .sorted(Comparator.comparingInt(Span::start).thenComparingInt(Span::end))
                .toList();
    }

    private static Optional<String> gap(int[] points, int from, int to) {
        int first = from;
        while (first < to && Character.isWhitespace(points[first])) first++;
        return first < to ? Optional.of(excerpt(points, first, to)) : Optional.empty();
    }

    private static String excerpt(int[] points, int from, int to) {
        String words = new String(points, from, Math.min(to - from, SHOWN_CODE_POINTS)).strip();
        return "\"" + words + (to - from > SHOWN_CODE_POINTS ? "…" : "") + "\" (from code point " + from + ")";
    }
}
