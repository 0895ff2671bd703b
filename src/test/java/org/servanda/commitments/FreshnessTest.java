package org.servanda.commitments;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class FreshnessTest {

    private static final LocalDate REPORT_DUE = LocalDate.of(2026, 2, 28);

    @Test
    void withoutAReportNothingWasEverReported() {
        assertEquals(Freshness.never_reported, Freshness.of(Status.declared, false, REPORT_DUE, REPORT_DUE));
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
        assertEquals(expected, Freshness.of(Status.in_progress, true, REPORT_DUE, REPORT_DUE.plusDays(daysAfter)));
    }

    @ParameterizedTest
    @EnumSource(names = {"completed", "cancelled", "superseded"})
    void whatIsClosedOwesNothing(Status closed) {
        for (int day : new int[] {-90, 0, 10, 400})
            for (boolean reported : new boolean[] {true, false})
                assertEquals(Freshness.not_due, Freshness.of(closed, reported, REPORT_DUE, REPORT_DUE.plusDays(day)));
    }

    @Test
    void everyWordIsReached() {
        Set<Freshness> reached = EnumSet.of(Freshness.of(Status.declared, false, REPORT_DUE, REPORT_DUE));
        for (int day = -1; day < 40; day++)
            reached.add(Freshness.of(Status.in_progress, true, REPORT_DUE, REPORT_DUE.plusDays(day)));
        reached.add(Freshness.of(Status.completed, true, REPORT_DUE, REPORT_DUE));
        assertEquals(EnumSet.allOf(Freshness.class), reached);
    }
}
