package org.servanda.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.StringJoiner;

import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;

/**
 * Where in the two times the register is read: as it stood at the end of a day in the world, as known when an entry had
 * been made. The same coordinates always give the same answer.
 *
 * @param asOf the day, in the register's zone
 * @param today whether that day is today
 * @param revision number of the last entry that counts; 0 before the first one
 * @param head whether that is the last entry there is
 * @param knownAt when that entry was recorded; before the first one, the moment asked for
 * @param pinned which of the two the request itself named
 */
public record ReadPoint(LocalDate asOf, boolean today, long revision, boolean head, Instant knownAt, Pinned pinned) {

    /** Which coordinates a request named; what it left out is today and now, and moves on. */
    public record Pinned(boolean asOf, boolean knownAt) {}

    /** Whether this is how things stand, as far as is known. */
    public boolean latest() {
        return today && head;
    }

    /** Another day, as known at the same entry. */
    public ReadPoint on(LocalDate day) {
        return new ReadPoint(day, today && day.equals(asOf), revision, head, knownAt, pinned);
    }

    /** The refusal of something that there is, but not here. */
    public ProblemException missing(String what) {
        return new ProblemException(
                ProblemType.NOT_FOUND,
                what + " is not in the register as of " + asOf + ", as known at revision " + revision
                        + "; at later coordinates it is.");
    }

    /** What the request named, as a query string without question mark; empty when it named nothing. */
    public String query() {
        StringJoiner query = new StringJoiner("&");
        if (pinned.asOf()) query.add("asOf=" + asOf);
        if (pinned.knownAt()) query.add("knownAt=" + revision);
        return query.toString();
    }
}
