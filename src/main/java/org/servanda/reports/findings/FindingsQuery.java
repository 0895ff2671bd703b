package org.servanda.reports.findings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.servanda.commitments.search.FilterParameters;
import org.servanda.ledger.ReadPoint;
import org.servanda.web.EnumParameters;
import org.servanda.web.IsoTimeParameter;
import org.servanda.web.Problem.Fault;
import org.servanda.web.ProblemException;

/**
 * The query of the findings report, checked.
 *
 * @param kinds of findings; empty for all
 * @param reportDates empty for the dates that follow from the read point
 */
record FindingsQuery(Set<FindingKind> kinds, Set<LocalDate> reportDates) {

    private static final int MOST_DATES = 100;

    static FindingsQuery of(FindingParameters parameters, ReadPoint at) {
        List<Fault> faults = new ArrayList<>();
        Set<FindingKind> kinds = EnumSet.noneOf(FindingKind.class);
        for (String word : FilterParameters.split(parameters.finding()))
            EnumParameters.find(word, FindingKind.class)
                    .ifPresentOrElse(
                            kinds::add,
                            () -> faults.add(
                                    EnumParameters.fault("finding", word, EnumParameters.words(FindingKind.class))));
        Set<LocalDate> dates = new TreeSet<>();
        for (String day : FilterParameters.split(parameters.reportDate())) date(day, at, faults, dates);
        if (dates.size() > MOST_DATES)
            faults.add(Fault.parameter("reportDate", "at most " + MOST_DATES + " days, as one report can name"));
        if (!faults.isEmpty()) throw ProblemException.parameters(faults);
        return new FindingsQuery(kinds, dates);
    }

    private static void date(String text, ReadPoint at, List<Fault> faults, Set<LocalDate> dates) {
        IsoTimeParameter.day("reportDate", text, faults).ifPresent(day -> {
            if (day.isAfter(at.asOf()))
                faults.add(Fault.parameter(
                        "reportDate", day + " is after asOf, " + at.asOf() + ": what came before it is not there yet"));
            dates.add(day);
        });
    }

    boolean wants(FindingKind kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }

    /** The part of the address that names this query. */
    String query() {
        StringJoiner query = new StringJoiner("&");
        if (!kinds.isEmpty()) query.add("finding=" + joined(kinds));
        if (!reportDates.isEmpty()) query.add("reportDate=" + joined(reportDates));
        return query.toString();
    }

    private static String joined(Set<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(","));
    }
}
