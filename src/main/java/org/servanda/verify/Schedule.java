package org.servanda.verify;

import java.time.LocalDate;

/**
 * How a commitment stands on a day against the time that is set for it. States again {@code
 * org.servanda.commitments.Schedule} in the register's program.
 */
enum Schedule {
    no_deadline,
    on_track,
    at_risk,
    late,
    met,
    missed;

    private static final int WARNING_DAYS = 90;

    /**
     * @param since the day since which the status holds
     * @param end the last day of the time frame; null when there is none
     */
    static Schedule of(Status status, LocalDate since, LocalDate end, LocalDate day) {
        // Rule 9.1
        if (end == null) return no_deadline;
        if (status == Status.completed) return since.isAfter(end) ? missed : met;
        if (!status.open()) return missed;
        if (end.isBefore(day)) return late;
        boolean soon = !end.isAfter(day.plusDays(WARNING_DAYS));
        return soon && !status.underWay() ? at_risk : on_track;
    }
}
