package org.servanda.rules;

import java.time.LocalDate;

/** A pair of times: a day in the world, and what was known by an entry. */
record OraclePoint(LocalDate day, long known) {

    String query() {
        return "asOf=" + day + "&knownAt=" + known;
    }

    @Override
    public String toString() {
        return "as of " + day + " known at " + known;
    }
}
