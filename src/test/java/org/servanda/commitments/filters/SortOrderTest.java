package org.servanda.commitments.filters;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SortOrderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # word     | order by                         | what is behind a place
            code       | c.sortKey                        | c.sortKey > :atKey
            -code      | c.sortKey desc                   | c.sortKey < :atKey
            updated    | c.updatedAt, c.sortKey           | (c.updatedAt, c.sortKey) > (:at, :atKey)
            -updated   | c.updatedAt desc, c.sortKey desc | (c.updatedAt, c.sortKey) < (:at, :atKey)
            due        | c.due, c.sortKey                 | (c.due, c.sortKey) > (:at, :atKey)
            -due       | c.due desc, c.sortKey desc       | (c.due, c.sortKey) < (:at, :atKey)
            reportDue  | c.reportDue, c.sortKey           | (c.reportDue, c.sortKey) > (:at, :atKey)
            -reportDue | c.reportDue desc, c.sortKey desc | (c.reportDue, c.sortKey) < (:at, :atKey)
            """)
    void everyWordIsATotalOrderThatCanBeResumed(String word, String orderBy, String behind) {
        SortOrder order = SortOrder.of(word).orElseThrow();
        assertEquals(orderBy, order.orderBy());
        assertEquals(behind, order.afterPosition());
        assertEquals(word, order.word());
    }

    @Test
    void theWordsAreThoseOfTheContract() {
        assertEquals(
                List.of("code", "-code", "updated", "-updated", "due", "-due", "reportDue", "-reportDue"),
                SortOrder.ALLOWED);
    }

    @Test
    void theOrderOfTheDocumentsIsTheDefault() {
        assertEquals(Optional.of(SortOrder.DEFAULT), SortOrder.of("code"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "--code", "+code", "Code", "code ", "title", "c.sortKey", "code,due", "sortKey"})
    void anyOtherWordIsNoOrder(String word) {
        assertEquals(Optional.empty(), SortOrder.of(word));
    }
}
