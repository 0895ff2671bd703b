package org.servanda.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The statuses: which follows which, how far each is, and which are closed. */
final class StatusTransitionTable {

    static final List<String> STATUSES = List.of(
            "declared",
            "exploring",
            "preparing",
            "in_progress",
            "operational",
            "completed",
            "suspended",
            "cancelled",
            "superseded");

    /** Rule 2.8: a row for each status from which, a column for each to which, in the order above. */
    private static final Map<String, String> TABLE = Map.of(
            "declared", "=MMMMMMMM",
            "exploring", ".=MM..MMM",
            "preparing", "..=MMMMMM",
            "in_progress", "...=MMMMM",
            "operational", "....=MMMM",
            "completed", "...r.=...",
            "suspended", "MMMMM.=MM",
            "cancelled", "...r...=.",
            "superseded", "...r....=");

    /** Rule 4.6. */
    private static final List<String> LEAST_FAR_FIRST =
            List.of("suspended", "declared", "exploring", "preparing", "in_progress", "operational", "completed");

    /** Rule 4.6. */
    private static final Set<String> GIVEN_UP = Set.of("cancelled", "superseded");

    private StatusTransitionTable() {}

    // Rules 2.8 and 2.9
    static boolean legal(String from, String to) {
        return cell(from, to) != '.';
    }

    // Rule 2.9
    static boolean reopens(String from, String to) {
        return cell(from, to) == 'r';
    }

    private static char cell(String from, String to) {
        return TABLE.get(from).charAt(STATUSES.indexOf(to));
    }

    // Rule 2.9
    static boolean closed(String status) {
        return status != null && (status.equals("completed") || givenUp(status));
    }

    // Rule 4.6
    static boolean givenUp(String status) {
        return GIVEN_UP.contains(status);
    }

    // Rule 4.6
    static int farness(String status) {
        return LEAST_FAR_FIRST.indexOf(status);
    }
}
