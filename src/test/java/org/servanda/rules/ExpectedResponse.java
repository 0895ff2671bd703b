package org.servanda.rules;

import java.util.Set;
import java.util.TreeSet;

/**
 * What the page says of something that is to be recorded.
 *
 * @param refusals with which statuses of HTTP it may be refused, none where it is taken; of several faults the page does not say which one is told
 * @param why the rules that refuse it
 */
record ExpectedResponse(Set<Integer> refusals, Set<String> why) {

    /** Faults as they are found, one by one. */
    static final class Faults {

        private final Set<Integer> refusals = new TreeSet<>();
        private final Set<String> why = new TreeSet<>();

        void add(String rule, int... statuses) {
            for (int status : statuses) refusals.add(status);
            why.add(rule);
        }

        ExpectedResponse verdict() {
            return new ExpectedResponse(refusals, why);
        }

        /** Rule 2.10: what is refused when it is accepted, is refused with 409. */
        ExpectedResponse verdictOnAcceptance() {
            return new ExpectedResponse(refusals.isEmpty() ? Set.of() : Set.of(409), why);
        }
    }

    boolean acceptable() {
        return refusals.isEmpty();
    }

    boolean allows(int status, int success) {
        return status == success ? acceptable() : refusals.contains(status);
    }
}
