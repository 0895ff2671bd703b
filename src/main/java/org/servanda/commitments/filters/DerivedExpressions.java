package org.servanda.commitments.filters;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

import org.servanda.commitments.EndOfTime;
import org.servanda.commitments.Freshness;
import org.servanda.commitments.Schedule;
import org.servanda.commitments.Status;

/**
 * HQL expressions for the derived dimensions, schedule and freshness, over the columns of {@code Standing} and the day of
 * reading. They state the rules of {@link Schedule#of} and {@link Freshness#of} a second time, for filters and counts in the
 * database; a test compares the two for every case.
 */
final class DerivedExpressions {

    private static final String SCHEDULE = hql(
            """
            case when standing.due = :never then 'no_deadline'
                when standing.status = Status.completed and standing.statusSince > standing.due then 'missed'
                when standing.status = Status.completed then 'met'
                when standing.status in (Status.cancelled, Status.superseded) then 'missed'
                when standing.due < :today then 'late'
                when standing.due <= :soon and standing.status not in (Status.in_progress, Status.operational)
                    then 'at_risk'
                else 'on_track' end""");

    private static final String FRESHNESS = hql(
            """
            case when standing.status in (Status.completed, Status.cancelled, Status.superseded) then 'not_due'
                when standing.reported = false then 'never_reported'
                when standing.reportDue >= :today then 'current'
                when standing.reportDue >= :graceEnd then 'due'
                else 'overdue' end""");

    private DerivedExpressions() {}

    private static String hql(String expression) {
        return expression
                .replace("standing.", StandingQuery.column(""))
                .replace("Status.", Status.class.getName() + ".");
    }

    /** @param dimension schedule or freshness */
    static String of(Dimension dimension) {
        return switch (dimension) {
            case schedule -> SCHEDULE;
            case freshness -> FRESHNESS;
            default -> throw new IllegalArgumentException(dimension + " is kept in a table");
        };
    }

    /** The values of the parameters that an expression contains, by name. */
    static Map<String, LocalDate> parameters(String expression, LocalDate day) {
        Map<String, LocalDate> days = Map.of(
                "today",
                day,
                "never",
                EndOfTime.FOREVER,
                "soon",
                day.plusDays(Schedule.WARNING_DAYS),
                "graceEnd",
                day.minusDays(Freshness.GRACE_DAYS));
        return days.entrySet().stream()
                .filter(entry -> expression.contains(":" + entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
