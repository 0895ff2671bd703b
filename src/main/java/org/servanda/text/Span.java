package org.servanda.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A range of a text, in Unicode code points from 0; {@code end} is exclusive. Code points, not UTF-16 units, so that
 * every programming language reads the same numbers.
 */
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end <= start) throw new IllegalArgumentException("not a span: " + start + " to " + end);
    }

    /** Every occurrence of {@code quote} in {@code text}, overlapping ones included. */
    public static List<Span> of(String quote, String text) {
        List<Span> found = new ArrayList<>();
        if (quote.isEmpty()) return found;
        int length = quote.codePointCount(0, quote.length());
        for (int at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
            int start = text.codePointCount(0, at);
            found.add(new Span(start, start + length));
        }
        return found;
    }
}
