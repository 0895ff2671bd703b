package org.servanda.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.StringJoiner;

import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;

/**
 * A point in the two times at which the register is read (bitemporal): the state at the end of an as-of day, as known
 * at a revision. The same read point always gives the same response.
 *
 * @param asOf the as-of day, in the register's time zone
 * @param today whether the as-of day is today
 * @param revision number of the last entry that is read; 0 before the first entry
 * @param head whether that entry is the last one in the ledger
 * @param knownAt the moment at which that entry was recorded; before the first entry, the requested moment
 * @param requested which of the two times the request named
 */
public record ReadPoint(
        LocalDate asOf, boolean today, long revision, boolean head, Instant knownAt, RequestedTimes requested) {

    /** Which of the two times a request named. A time that it left out is today or now, and moves on. */
    public record RequestedTimes(boolean asOf, boolean knownAt) {}

    /** Whether this is the current state as known now. */
    public boolean latest() {
        return today && head;
    }

    /** Another as-of day at the same revision. */
    public ReadPoint withDay(LocalDate day) {
        return new ReadPoint(day, today && day.equals(asOf), revision, head, knownAt, requested);
    }

    /** The 404 for something that exists only at a later read point. */
    public ProblemException notFound(String subject) {
        return new ProblemException(
                ProblemType.NOT_FOUND,
                subject + " is not in the register as of " + asOf + ", as known at revision " + revision
                        + "; at later coordinates it is.");
    }

    /** The two times as the request named them, as a query string without question mark; empty when it named none. */
    public String queryString() {
        StringJoiner query = new StringJoiner("&");
        if (requested.asOf()) query.add("asOf=" + asOf);
        if (requested.knownAt()) query.add("knownAt=" + revision);
        return query.toString();
    }
}
