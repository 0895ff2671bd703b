package org.servanda.visibility;

import java.util.List;

/**
 * Something in the register that not everyone may see.
 *
 * @param marks what only an answer that shows it can hold
 * @param below the addresses that a row of the table is about
 * @param address where it has one of its own; null where it has none
 * @param madeUp an address of the same form at which there is nothing
 */
record ProtectedItem(List<String> marks, String below, String address, String madeUp) {

    private static final String LOG = "/api/v1/log/";

    static ProtectedItem marked(String... marks) {
        return new ProtectedItem(List.of(marks), "/api/v1/", null, null);
    }

    /** The entry of the log that tells it. */
    static ProtectedItem logged(String... marks) {
        return new ProtectedItem(List.of(marks), LOG, null, null);
    }

    ProtectedItem at(String its, String ofNothing) {
        return new ProtectedItem(marks, below, its, ofNothing);
    }

    /** Whether an answer shows it; an address that names it itself may be repeated. */
    boolean shownBy(String asked, CapturedResponse response) {
        return asked.startsWith(below)
                && marks.stream().anyMatch(mark -> !asked.contains(mark) && response.holds(mark));
    }
}
