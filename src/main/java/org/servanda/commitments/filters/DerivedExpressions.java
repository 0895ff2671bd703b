package org.servanda.commitments.filters;

import java.time.LocalDate;
import java.util.Map;

import org.servanda.commitments.EndOfTime;
import org.servanda.commitments.Freshness;
import org.servanda.commitments.Schedule;
import org.servanda.commitments.Status;

/**
 * The derived axes once more, for filtering and counting in the database: the same rules as {@link Schedule#of} and
 * {@link Freshness#of} over the columns, with the day as parameters. A test compares the two for every case.
 */
final class DerivedExpressions {

    static final String SCHEDULE =
            """
            case when c.due = :never then 'no_deadline'
                when c.status = Status.completed and c.statusSince > c.due then 'missed'
                when c.status = Status.completed then 'met'
                when c.status in (Status.cancelled, Status.superseded) then 'missed'
                when c.due < :today then 'late'
                when c.due <= :soon and c.status not in (Status.in_progress, Status.operational) then 'at_risk'
                else 'on_track' end"""
                    .replace("Status.", Status.class.getName() + ".");

    static final String FRESHNESS =
            """
            case when c.status in (Status.completed, Status.cancelled, Status.superseded) then 'not_due'
                when c.reported = false then 'never_reported'
                when c.reportDue >= :today then 'current'
                when c.reportDue >= :graceEnd then 'due'
                else 'overdue' end"""
                    .replace("Status.", Status.class.getName() + ".");

    private DerivedExpressions() {}

    /** The parameters that the expressions hold, by name, for a day. */
    static Map<String, LocalDate> on(LocalDate day) {
        return Map.of(
                "today",
                day,
                "never",
                EndOfTime.FOREVER,
                "soon",
                day.plusDays(Schedule.WARNING_DAYS),
                "graceEnd",
                day.minusDays(Freshness.GRACE_DAYS));
    }
}
