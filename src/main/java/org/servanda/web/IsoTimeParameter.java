package org.servanda.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.servanda.time.IsoTime;
import org.servanda.web.Problem.Fault;

/** Reads a day or a moment from a query parameter. */
public final class IsoTimeParameter {

    /** A moment whose offset has lost its +: an unencoded + stands for a space in a query. */
    private static final Pattern LOST_PLUS = Pattern.compile(".*T\\d{2}:.* \\d{2}:\\d{2}");

    private IsoTimeParameter() {}

    /** Reads the day; empty, with a fault added, when the text is not a day. */
    public static Optional<LocalDate> day(String name, String text, List<Fault> faults) {
        Optional<LocalDate> day = IsoTime.day(text);
        if (day.isEmpty()) faults.add(Fault.parameter(name, "must be " + IsoTime.DAY));
        return day;
    }

    /**
     * Reads the moment; empty, with a fault added, when the text is not a moment.
     *
     * @param alternative what else the parameter accepts, in words
     */
    public static Optional<Instant> moment(String name, String text, String alternative, List<Fault> faults) {
        Optional<Instant> moment = IsoTime.moment(text);
        if (moment.isEmpty()) {
            String hint = LOST_PLUS.matcher(text).matches() ? "; in a query, write the + of its zone as %2B" : "";
            faults.add(Fault.parameter(name, "must be " + IsoTime.MOMENT + ", or " + alternative + hint));
        }
        return moment;
    }
}
