package org.servanda.commitments;

import java.time.LocalDate;

import org.servanda.text.PrintedAs;

/**
 * The schedule of a commitment: its status against its time frame on a day. Derived, never set.
 * Stated a second time, independently, in {@code org.servanda.verify.Schedule}.
 */
@PrintedAs("schedule")
public enum Schedule {
    no_deadline,
    on_track,
    at_risk,
    late,
    met,
    missed;

    /** Number of days before its end from which a commitment that is not under way is at risk: one reporting interval. */
    public static final int WARNING_DAYS = 90;

    /**
     * Rule 9.1.
     *
     * @param end last day of the time frame, null when there is none
     * @param since the day from which the status holds
     */
    public static Schedule of(Status status, LocalDate since, LocalDate end, LocalDate today) {
        if (end == null) return no_deadline;
        if (status == Status.completed) return since.isAfter(end) ? missed : met;
        if (!status.open()) return missed;
        if (end.isBefore(today)) return late;
        boolean soon = !end.isAfter(today.plusDays(WARNING_DAYS));
        return soon && !status.underWay() ? at_risk : on_track;
    }
}
