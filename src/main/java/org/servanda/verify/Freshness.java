package org.servanda.verify;

import java.time.LocalDate;

/**
 * How recently progress was reported, on a day. States again {@code org.servanda.commitments.Freshness} in the register's
 * program.
 */
enum Freshness {
    never_reported,
    current,
    due,
    overdue,
    not_due;

    private static final int GRACE_DAYS = 30;

    /**
     * @param reported whether an update counts at all
     * @param due the day by which the next update, or the first one, is due
     */
    static Freshness of(Status status, boolean reported, LocalDate due, LocalDate day) {
        // Rule 8.1: of what is closed nothing is owed.
        if (!status.open()) return not_due;
        // Rule 8.2
        if (!reported) return never_reported;
        if (!due.isBefore(day)) return current;
        return due.isBefore(day.minusDays(GRACE_DAYS)) ? overdue : Freshness.due;
    }
}
