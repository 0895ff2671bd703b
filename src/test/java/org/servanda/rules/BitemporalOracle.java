package org.servanda.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import org.servanda.rules.Fact.Assessed;
import org.servanda.rules.Fact.Assigned;
import org.servanda.rules.Fact.EvidenceAdded;

/**
 * What is to be seen of one pledge at every pair of times, by {@code docs/rules.md}. It looks through all that is known
 * each time: slow, and plain enough to be held against the page.
 */
public final class BitemporalOracle {

    private static final int SOON = 90;

    private BitemporalOracle() {}

    // Rules 1.1 and 1.2: empty when the pledge is absent.
    public static Optional<Seen> at(List<Event> events, LocalDate day, long revision) {
        KnownEvents known = KnownEvents.at(events, revision);
        return known.thereOn(day) ? Optional.of(seen(known, day)) : Optional.empty();
    }

    @SuppressWarnings("unchecked")
    private static Seen seen(KnownEvents known, LocalDate day) {
        Edits edits = new Edits(known);
        Whole whole = new Whole(known);
        Assurance assurance = new Assurance(known);
        Reporting reporting = new Reporting(known);
        Milestones milestones = new Milestones(known);
        Assigned assigned = edits.assigned(day);
        Map<String, Object> timeFrame = (Map<String, Object>) edits.value("timeFrame", day);
        return new Seen(
                (Map<String, Object>) edits.value("title", day),
                (String) edits.value("area", day),
                (List<String>) edits.value("otherAreas", day),
                assigned,
                assigned == null ? null : edits.leadSince(day),
                (List<String>) edits.value("supportingAssigned", day),
                timeFrame,
                edits.rollUp(day),
                whole.status(day),
                whole.statusSince(day),
                whole.percent(day),
                whole.percentOn(day),
                whole.successor(day),
                schedule(timeFrame, whole, day),
                reporting.freshness(day),
                assurance.of(day),
                assurance.assessment(day),
                evidenceCount(known, day),
                !whole.decidedByReport(day),
                lastUpdate(reporting.lastUpdate(day)),
                reporting.reportDue(day),
                reporting.reporters(day),
                reporting.owedBy(day),
                reporting.queued(day),
                parties(known, day),
                milestones.on(day).stream().map(id -> milestones.seen(id, day)).toList());
    }

    // Rule 9.1
    private static String schedule(Map<String, Object> timeFrame, Whole whole, LocalDate day) {
        if (timeFrame == null || timeFrame.get("to") == null) return "no_deadline";
        LocalDate end = LocalDate.parse(timeFrame.get("to").toString());
        String status = whole.status(day);
        if (status.equals("completed")) return whole.statusSince(day).isAfter(end) ? "missed" : "met";
        if (Moves.givenUp(status)) return "missed";
        if (day.isAfter(end)) return "late";
        boolean going = List.of("in_progress", "operational").contains(status);
        return going || day.plusDays(SOON).isBefore(end) ? "on_track" : "at_risk";
    }

    // Rule 7.1
    private static int evidenceCount(KnownEvents known, LocalDate day) {
        int items = new Milestones(known).evidence(day) + byItself(known, day);
        for (Report report : known.countingReports()) if (!report.day().isAfter(day)) items += known.evidenceOf(report);
        for (Event event : known.countingAssessments()) {
            Assessed assessed = (Assessed) event.fact();
            if (!assessed.day().isAfter(day)) items += assessed.evidence();
        }
        return items;
    }

    // Rules 7.2 and 7.3: since the day on which it was recorded.
    private static int byItself(KnownEvents known, LocalDate day) {
        return (int) known.facts(EvidenceAdded.class).stream()
                .filter(evidence -> evidence.backs() == null && !evidence.day().isAfter(day))
                .count();
    }

    private static Seen.LastUpdate lastUpdate(Report report) {
        if (report == null) return null;
        return new Seen.LastUpdate(report.id(), report.day(), report.party(), report.recordedAt());
    }

    // Rule 4.11: the parties bound, and the party assigned to lead on that day.
    private static List<SeenParty> parties(KnownEvents known, LocalDate day) {
        SortedSet<String> told = new TreeSet<>(known.text().parties());
        Assigned assigned = new Edits(known).assigned(day);
        if (assigned != null) told.add(assigned.party());
        return told.stream().map(party -> party(known, party, day)).toList();
    }

    private static SeenParty party(KnownEvents known, String party, LocalDate day) {
        Courses courses = new Courses(known);
        Reporting reporting = new Reporting(known);
        Standing standing = courses.party(party, day);
        Report last = reporting.partyLastUpdate(party, day);
        return new SeenParty(
                party,
                courses.bound(party),
                party.equals(new Edits(known).lead(day)),
                standing.status(),
                courses.partySince(party, day),
                standing.percent(),
                standing.percentOn(),
                standing.decides() == null ? null : courses.level(standing),
                reporting.partyFreshness(party, day),
                last == null ? null : last.id(),
                reporting.partyOverdue(party, day));
    }
}
