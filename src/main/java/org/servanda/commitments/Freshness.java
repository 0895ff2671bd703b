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

    /**
     * @param reported whether there is a report at all
     * @param reportDue last day before the next report, or the first one, is due
     */
    public static Freshness of(boolean reported, LocalDate reportDue, LocalDate today) {
        if (!reported) return never_reported;
        if (!reportDue.isBefore(today)) return current;
        return reportDue.isBefore(today.minusDays(GRACE_DAYS)) ? overdue : due;
    }
}
