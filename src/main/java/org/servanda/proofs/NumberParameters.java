package org.servanda.proofs;

import java.util.List;

import org.servanda.web.Problem.Fault;

/** Reads a number of an entry, an index or a size. */
final class NumberParameters {

    /** No log has more. */
    private static final String DIGITS = "\\d{1,18}";

    private NumberParameters() {}

    /** What was given; the least that is allowed where that is refused. */
    static long read(String name, String text, long least, long most, List<Fault> faults) {
        String allowed = most < least ? "there is none yet" : "a whole number from " + least + " to " + most;
        if (text == null) faults.add(Fault.parameter(name, "is missing: " + allowed));
        else {
            long number = find(text);
            if (number >= least && number <= most) return number;
            faults.add(Fault.parameter(name, "must be " + allowed));
        }
        return least;
    }

    /** The number, −1 when it is none. */
    static long find(String text) {
        return text.matches(DIGITS) ? Long.parseLong(text) : -1;
    }
}
