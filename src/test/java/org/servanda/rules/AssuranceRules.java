package org.servanda.rules;

import java.time.LocalDate;
import java.util.Set;

import org.servanda.rules.Fact.Assessed;

/** What assessors found, and how well the standing is backed. */
final class AssuranceRules {

    private final KnownEvents known;
    private final WholeStatus wholeStatus;

    AssuranceRules(KnownEvents known) {
        this.known = known;
        this.wholeStatus = new WholeStatus(known);
    }

    // Rule 6.2
    String assessment(LocalDate day) {
        Event latest = null;
        for (Event event : known.countingAssessments())
            if (!dayOf(event).isAfter(day) && !isBehind(latest, event)) latest = event;
        return latest == null ? "not_assessed" : ((Assessed) latest.fact()).result();
    }

    private static LocalDate dayOf(Event assessment) {
        return ((Assessed) assessment.fact()).day();
    }

    // Rules 6.2 and 6.7: of one day the one recorded last.
    private static boolean isBehind(Event one, Event next) {
        return one != null && dayOf(one).isAfter(dayOf(next));
    }

    String of(LocalDate day) {
        Event finding = holding(day);
        if (finding == null) return wholeStatus.level(day);
        Assessed assessed = (Assessed) finding.fact();
        if (assessed.finding().equals("disputed")) return "disputed";
        return backed(finding) ? "verified" : wholeStatus.level(day);
    }

    // Rules 6.6 and 6.7: the finding that holds; null when none does.
    private Event holding(LocalDate day) {
        Event latest = null;
        for (Event event : known.countingAssessments())
            if (((Assessed) event.fact()).finding() != null && holds(event, day) && !isBehind(latest, event))
                latest = event;
        return latest;
    }

    // Rules 6.4, 6.5 and 6.10
    private boolean holds(Event finding, LocalDate day) {
        return !dayOf(finding).isAfter(day) && judged(finding).equals(wholeStatus.decidedBy(day));
    }

    // Rules 6.3 and 6.9
    private Set<String> judged(Event finding) {
        KnownEvents before = known.before(finding.revision());
        return new WholeStatus(before).decidedBy(judgedDay(finding, before));
    }

    // Rule 1.4: what was said of a day before the adoption is said of the first day.
    private static LocalDate judgedDay(Event finding, KnownEvents before) {
        LocalDate first = before.instrument().adopted();
        return dayOf(finding).isBefore(first) ? first : dayOf(finding);
    }

    // Rule 6.8
    private boolean backed(Event finding) {
        KnownEvents before = known.before(finding.revision());
        String level = new WholeStatus(before).level(judgedDay(finding, before));
        return level.equals("evidenced") || ((Assessed) finding.fact()).evidence() > 0;
    }
}
