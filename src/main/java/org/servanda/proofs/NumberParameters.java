package org.servanda.proofs;

import java.util.List;

import org.servanda.web.Problem.Fault;

/** Reads query parameters that are an entry number, an index or a tree size. */
final class NumberParameters {

    /** No log has a number with more digits. */
    private static final String DIGITS = "\\d{1,18}";

    private NumberParameters() {}

    /** Reads the number; returns the least allowed number, with a fault added, when it is refused. */
    static long read(String name, String text, long min, long max, List<Fault> faults) {
        String allowed = max < min ? "there is none yet" : "a whole number from " + min + " to " + max;
        if (text == null) faults.add(Fault.parameter(name, "is missing: " + allowed));
        else {
            long number = find(text);
            if (number >= min && number <= max) return number;
            faults.add(Fault.parameter(name, "must be " + allowed));
        }
        return min;
    }

    /** Reads the number; −1 when the text is not a number. */
    static long find(String text) {
        return text.matches(DIGITS) ? Long.parseLong(text) : -1;
    }
}
