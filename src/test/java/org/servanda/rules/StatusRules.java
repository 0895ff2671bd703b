package org.servanda.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which reports count for whom, and where that leaves the whole and each party. */
final class StatusRules {

    private final KnownEvents known;
    private final EditRules editRules;

    StatusRules(KnownEvents known) {
        this.known = known;
        this.editRules = new EditRules(known);
    }

    // Rule 4.2: reports about the whole, and those about the party that leads on the day of the update.
    boolean countsForTheWholeUnderLead(OracleUpdate update) {
        return update.aboutTheWhole() || update.party().equals(editRules.lead(update.day()));
    }

    // Rule 4.3
    boolean countsForParty(OracleUpdate update, String party, String rule) {
        String word = known.wordOf(update);
        if (word != null) return word.equals(party);
        return !rule.equals("lead") && bound(party);
    }

    boolean bound(String party) {
        return known.text().parties().contains(party);
    }

    /** The course of the whole under {@code lead}, in the order of days. */
    List<OracleUpdate> ofTheWhole() {
        return known.countingReports().stream()
                .filter(this::countsForTheWholeUnderLead)
                .toList();
    }

    /** The course of a party as this rule reads it (rule 4.4), in the order of days. */
    List<OracleUpdate> ofParty(String party, String rule) {
        return known.countingReports().stream()
                .filter(update -> countsForParty(update, party, rule))
                .toList();
    }

    ExpectedStanding whole(LocalDate day) {
        return standing(ofTheWhole(), day);
    }

    // Rule 4.4: the rule of the day asked for reads older reports, too.
    ExpectedStanding party(String party, LocalDate day) {
        return standing(ofParty(party, editRules.rollUp(day)), day);
    }

    // Rules 2.12, 5.4, 5.5 and 5.6
    static ExpectedStanding standing(List<OracleUpdate> course, LocalDate day) {
        ExpectedStanding standing = ExpectedStanding.NONE;
        for (List<OracleUpdate> ofOneDay : byDay(course, day).values()) {
            OracleUpdate last = ofOneDay.get(ofOneDay.size() - 1);
            boolean same = last.status().equals(standing.status());
            Integer percent = same ? standing.percent() : null;
            LocalDate percentOn = same ? standing.percentOn() : null;
            for (OracleUpdate update : ofOneDay) {
                if (!update.status().equals(last.status())
                        || !update.said().percent().said()) continue;
                percent = update.said().percent().value();
                percentOn = percent == null ? null : update.day();
            }
            standing = new ExpectedStanding(last.status(), last, percent, percentOn);
        }
        return standing;
    }

    private static Map<LocalDate, List<OracleUpdate>> byDay(List<OracleUpdate> course, LocalDate upTo) {
        Map<LocalDate, List<OracleUpdate>> days = new LinkedHashMap<>();
        for (OracleUpdate update : course)
            if (!update.day().isAfter(upTo))
                days.computeIfAbsent(update.day(), day -> new ArrayList<>()).add(update);
        return days;
    }

    // Rule 4.5: in the roll-up a party that never said anything stands where the text says.
    String inRollUp(String party, LocalDate day) {
        String status = party(party, day).status();
        return status == null ? known.text().status() : status;
    }

    // Rule 5.2: by the updates that count for it under the rule of the day asked for.
    LocalDate partySince(String party, LocalDate day) {
        List<OracleUpdate> course = ofParty(party, editRules.rollUp(day));
        String status = standing(course, day).status();
        if (status == null) return null;
        SortedSet<LocalDate> days = new TreeSet<>(byDay(course, day).keySet());
        return DayRuns.since(days, on -> status.equals(standing(course, on).status()));
    }

    // Rule 6.1
    String level(ExpectedStanding standing) {
        if (standing.decides() == null) return "stated_in_text";
        return known.evidenceOf(standing.decides()) > 0 ? "evidenced" : "self_reported";
    }
}
