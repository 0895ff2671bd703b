package org.servanda.commitments;

import java.time.LocalDate;

import org.servanda.text.PrintedAs;

/**
 * The freshness of a commitment: how recent its updates are. Derived, never set.
 * Stated a second time, independently, in {@code org.servanda.verify.Freshness}.
 */
@PrintedAs("freshness")
public enum Freshness {
    never_reported,
    current,
    due,
    overdue,
    not_due;

    /** Number of days after its due date from which an update is overdue. */
    public static final int GRACE_DAYS = 30;

    /**
     * Rules 8.1 and 8.2.
     *
     * @param reported whether an update counts for it at all
     * @param reportDue last day before the next update, or the first one, is due
     */
    public static Freshness of(Status status, boolean reported, LocalDate reportDue, LocalDate today) {
        if (!status.open()) return not_due;
        if (!reported) return never_reported;
        if (!reportDue.isBefore(today)) return current;
        return reportDue.isBefore(today.minusDays(GRACE_DAYS)) ? overdue : due;
    }
}
