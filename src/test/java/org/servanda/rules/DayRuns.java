package org.servanda.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Predicate;

/** Runs of days: what holds is read off the ends of days (rule 2.12). */
final class DayRuns {

    private DayRuns() {}

    /**
     * The first day of the run of days that ends with the last one (rule 5.1).
     *
     * @param days on which something can become another, the first day of the commitment among them
     */
    static LocalDate since(SortedSet<LocalDate> days, Predicate<LocalDate> same) {
        List<LocalDate> backwards = new ArrayList<>(days);
        Collections.reverse(backwards);
        LocalDate since = backwards.get(0);
        for (LocalDate day : backwards) {
            if (!same.test(day)) return since;
            since = day;
        }
        return since;
    }
}
