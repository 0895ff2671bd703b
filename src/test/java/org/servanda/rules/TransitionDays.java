package org.servanda.rules;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/** The days on which a status became another, as the findings report tells of them. */
final class TransitionDays {

    private static final int DAYS_BEFORE = 7;

    private final KnownEvents known;

    TransitionDays(KnownEvents known) {
        this.known = known;
    }

    /** The days, after the first, that ended otherwise than the day before. */
    private Set<LocalDate> days(LocalDate upTo) {
        Set<LocalDate> days = new TreeSet<>(known.changeDays(upTo));
        // Rule 12.6
        days.remove(known.instrument().adopted());
        return days;
    }

    // Rule 12.6, and docs/reports.md: on an update date or on one of the seven days before it.
    Set<LocalDate> changedBefore(LocalDate reportDate, LocalDate upTo) {
        WholeStatus wholeStatus = new WholeStatus(known);
        Set<LocalDate> changed = new TreeSet<>();
        for (LocalDate day : days(upTo)) {
            boolean near = !day.isAfter(reportDate) && !day.isBefore(reportDate.minusDays(DAYS_BEFORE));
            if (near && !wholeStatus.status(day).equals(wholeStatus.status(day.minusDays(1)))) changed.add(day);
        }
        return changed;
    }

    // docs/reports.md: from closed back to in progress, of the whole or of one party.
    Set<LocalDate> reopened(LocalDate upTo) {
        WholeStatus wholeStatus = new WholeStatus(known);
        StatusRules statuses = new StatusRules(known);
        Set<LocalDate> reopened = new TreeSet<>();
        for (LocalDate day : known.changeDays(upTo)) {
            LocalDate before = day.minusDays(1);
            boolean first = !known.thereOn(before);
            String was = first ? known.text().status() : wholeStatus.status(before);
            if (reopens(was, wholeStatus.status(day))) reopened.add(day);
            for (String party : known.text().parties()) {
                String from = first ? null : statuses.party(party, before).status();
                // Rule 2.13: who had no status stood where the text says.
                if (from == null) from = known.text().status();
                if (reopens(from, statuses.party(party, day).status())) reopened.add(day);
            }
        }
        return reopened;
    }

    private static boolean reopens(String from, String to) {
        return StatusTransitionTable.closed(from) && "in_progress".equals(to);
    }
}
