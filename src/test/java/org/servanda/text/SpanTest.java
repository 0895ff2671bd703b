package org.servanda.text;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class SpanTest {

    @Test
    void placesAreCountedFromZeroAndTheEndIsExclusive() {
        assertEquals(List.of(new Span(2, 4)), Span.of("算力", "全球算力"));
    }

    @Test
    void aCharacterOfTwoUnitsCountsOnce() {
        assertEquals(List.of(new Span(2, 4)), Span.of("野𠀀", "𠮷𠮷野𠀀家"));
        assertEquals(List.of(new Span(0, 1), new Span(1, 2)), Span.of("𠮷", "𠮷𠮷野"));
    }

    @Test
    void codePointsCutTheQuoteOutOfTheTextAgain() {
        String text = "第𠮷条：🛰卫星与算力。";
        String quote = "🛰卫星";
        Span span = Span.of(quote, text).get(0);
        int[] points = text.codePoints().toArray();
        assertEquals(quote, new String(points, span.start(), span.end() - span.start()));
    }

    @Test
    void everyPlaceIsFoundOverlappingOnesIncluded() {
        assertEquals(List.of(new Span(0, 2), new Span(1, 3), new Span(2, 4)), Span.of("共共", "共共共共"));
        assertEquals(List.of(new Span(0, 3), new Span(2, 5)), Span.of("aba", "ababa"));
    }

    @Test
    void wordsThatAreNotThereAreFoundNowhere() {
        assertEquals(List.of(), Span.of("海缆", "全球算力"));
        assertEquals(List.of(), Span.of("Cable", "cable"));
        assertEquals(List.of(), Span.of("全球算力", "算力"));
        assertEquals(List.of(), Span.of("算力", ""));
    }

    @Test
    void anEmptyQuoteStandsNowhere() {
        assertEquals(List.of(), Span.of("", "全球算力"));
    }

    @ParameterizedTest
    @CsvSource({"-1, 2", "2, 2", "3, 2"})
    void aSpanHoldsAtLeastOneCharacter(int start, int end) {
        assertThrows(IllegalArgumentException.class, () -> new Span(start, end));
    }
}
