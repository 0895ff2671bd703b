package org.servanda.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which reports count for whom, and where that leaves the whole and each party. */
final class Courses {

    private final KnownEvents known;
    private final Edits edits;

    Courses(KnownEvents known) {
        this.known = known;
        this.edits = new Edits(known);
    }

    // Rule 4.2: reports about the whole, and those about the party that leads on the day of the report.
    boolean countsForTheWholeUnderLead(Report report) {
        return report.aboutTheWhole() || report.party().equals(edits.lead(report.day()));
    }

    // Rule 4.3
    boolean countsForParty(Report report, String party, String rule) {
        String word = known.wordOf(report);
        if (word != null) return word.equals(party);
        return !rule.equals("lead") && bound(party);
    }

    boolean bound(String party) {
        return known.text().parties().contains(party);
    }

    /** The course of the whole under {@code lead}, in the order of days. */
    List<Report> ofTheWhole() {
        return known.countingReports().stream()
                .filter(this::countsForTheWholeUnderLead)
                .toList();
    }

    /** The course of a party as this rule reads it (rule 4.4), in the order of days. */
    List<Report> ofParty(String party, String rule) {
        return known.countingReports().stream()
                .filter(report -> countsForParty(report, party, rule))
                .toList();
    }

    Standing whole(LocalDate day) {
        return standing(ofTheWhole(), day);
    }

    // Rule 4.4: the rule of the day asked for reads older reports, too.
    Standing party(String party, LocalDate day) {
        return standing(ofParty(party, edits.rollUp(day)), day);
    }

    // Rules 2.12, 5.4, 5.5 and 5.6
    static Standing standing(List<Report> course, LocalDate day) {
        Standing standing = Standing.NONE;
        for (List<Report> ofOneDay : byDay(course, day).values()) {
            Report last = ofOneDay.get(ofOneDay.size() - 1);
            boolean same = last.status().equals(standing.status());
            Integer percent = same ? standing.percent() : null;
            LocalDate percentOn = same ? standing.percentOn() : null;
            for (Report report : ofOneDay) {
                if (!report.status().equals(last.status())
                        || !report.said().percent().said()) continue;
                percent = report.said().percent().value();
                percentOn = percent == null ? null : report.day();
            }
            standing = new Standing(last.status(), last, percent, percentOn);
        }
        return standing;
    }

    private static Map<LocalDate, List<Report>> byDay(List<Report> course, LocalDate upTo) {
        Map<LocalDate, List<Report>> days = new LinkedHashMap<>();
        for (Report report : course)
            if (!report.day().isAfter(upTo))
                days.computeIfAbsent(report.day(), day -> new ArrayList<>()).add(report);
        return days;
    }

    // Rule 4.5: in the roll-up a party that never said anything stands where the text says.
    String inRollUp(String party, LocalDate day) {
        String status = party(party, day).status();
        return status == null ? known.text().status() : status;
    }

    // Rule 5.2: by the reports that count for it under the rule of the day asked for.
    LocalDate partySince(String party, LocalDate day) {
        List<Report> course = ofParty(party, edits.rollUp(day));
        String status = standing(course, day).status();
        if (status == null) return null;
        SortedSet<LocalDate> days = new TreeSet<>(byDay(course, day).keySet());
        return Runs.since(days, on -> status.equals(standing(course, on).status()));
    }

    // Rule 6.1
    String level(Standing standing) {
        if (standing.decides() == null) return "stated_in_text";
        return known.evidenceOf(standing.decides()) > 0 ? "evidenced" : "self_reported";
    }
}
