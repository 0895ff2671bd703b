package org.servanda.rules;

import java.time.LocalDate;

/**
 * Where a course of updates stands at the end of a day.
 *
 * @param status null when the course has no update
 * @param decides the update that decides; null when the course has none
 * @param percentOn the day of the update that said the percent
 */
record ExpectedStanding(String status, OracleUpdate decides, Integer percent, LocalDate percentOn) {

    static final ExpectedStanding NONE = new ExpectedStanding(null, null, null, null);

    // Rule 5.7: the successor is that of the update that decides, while the status is superseded.
    String successor() {
        return "superseded".equals(status) ? decides.said().successor() : null;
    }
}
