package org.servanda.commitments;

import java.time.LocalDate;

/** How recently progress was reported; derived, never set. */
public enum Freshness {
    never_reported,
    current,
    due,
    overdue;

    /** So many days after a report fell due it is overdue. */
    public static final int GRACE_DAYS = 30;

    /** @param reportDue last day on which the last report is still current, null when there is no report */
    public static Freshness of(LocalDate reportDue, LocalDate today) {
        if (reportDue == null) return never_reported;
        if (!reportDue.isBefore(today)) return current;
        return reportDue.isBefore(today.minusDays(GRACE_DAYS)) ? overdue : due;
    }
}
