package org.servanda.faults;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * What a fault needs of the machine. Where it is not to be had, the build says so and goes on; a script that was called
 * for this fault alone sets {@code servanda.faults.required} and fails.
 */
final class Needs {

    interface Attempt<T> {
        T get() throws Exception;
    }

    private Needs() {}

    /** What an attempt gives, or no test. */
    static <T> T met(String fault, Attempt<T> attempt) throws Exception {
        try {
            return attempt.get();
        } catch (java.io.IOException e) {
            String message = fault + ": NOT RUN, this machine does not allow it: " + e.getMessage();
            System.out.println(message);
            if (Boolean.getBoolean("servanda.faults.required")) Assertions.fail(message);
            return Assumptions.abort(message);
        }
    }
}
