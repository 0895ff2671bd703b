package org.servanda.commitments;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class FreshnessTest {

    private static final LocalDate REPORT_DUE = LocalDate.of(2026, 2, 28);

    @Test
    void withoutAReportNothingWasEverReported() {
        assertEquals(Freshness.never_reported, Freshness.of(false, REPORT_DUE, REPORT_DUE));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            # days after the report fell due, answer
            -90, current
             -1, current
              0, current
              1, due
             29, due
             30, due
             31, overdue
            400, overdue
            """)
    void theDayDecides(int daysAfter, Freshness expected) {
        assertEquals(expected, Freshness.of(true, REPORT_DUE, REPORT_DUE.plusDays(daysAfter)));
    }

    @Test
    void everyWordIsReached() {
        Set<Freshness> reached = EnumSet.of(Freshness.of(false, REPORT_DUE, REPORT_DUE));
        for (int day = -1; day < 40; day++) reached.add(Freshness.of(true, REPORT_DUE, REPORT_DUE.plusDays(day)));
        assertEquals(EnumSet.allOf(Freshness.class), reached);
    }
}
