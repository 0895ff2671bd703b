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
 * Oracle of the state of one commitment at every read point, by {@code docs/rules.md}. It reads all events each time: slow, but
 * plain enough to be compared with the page.
 */
public final class BitemporalOracle {

    private static final int SOON = 90;

    private BitemporalOracle() {}

    // Rules 1.1 and 1.2: empty when the commitment is absent.
    public static Optional<ExpectedCommitment> at(List<Event> events, LocalDate day, long revision) {
        KnownEvents known = KnownEvents.at(events, revision);
        return known.thereOn(day) ? Optional.of(seen(known, day)) : Optional.empty();
    }

    @SuppressWarnings("unchecked")
    private static ExpectedCommitment seen(KnownEvents known, LocalDate day) {
        EditRules editRules = new EditRules(known);
        WholeStatus wholeStatus = new WholeStatus(known);
        AssuranceRules assuranceRules = new AssuranceRules(known);
        ReportingRules reporting = new ReportingRules(known);
        MilestoneRules milestoneRules = new MilestoneRules(known);
        Assigned assigned = editRules.assigned(day);
        Map<String, Object> timeFrame = (Map<String, Object>) editRules.value("timeFrame", day);
        return new ExpectedCommitment(
                (Map<String, Object>) editRules.value("title", day),
                (String) editRules.value("area", day),
                (List<String>) editRules.value("otherAreas", day),
                assigned,
                assigned == null ? null : editRules.leadSince(day),
                (List<String>) editRules.value("supportingAssigned", day),
                timeFrame,
                editRules.rollUp(day),
                wholeStatus.status(day),
                wholeStatus.statusSince(day),
                wholeStatus.percent(day),
                wholeStatus.percentOn(day),
                wholeStatus.successor(day),
                schedule(timeFrame, wholeStatus, day),
                reporting.freshness(day),
                assuranceRules.of(day),
                assuranceRules.assessment(day),
                evidenceCount(known, day),
                !wholeStatus.decidedByReport(day),
                lastUpdate(reporting.lastUpdate(day)),
                reporting.reportDue(day),
                reporting.reporters(day),
                reporting.owedBy(day),
                reporting.queued(day),
                parties(known, day),
                milestoneRules.on(day).stream()
                        .map(id -> milestoneRules.seen(id, day))
                        .toList());
    }

    // Rule 9.1
    private static String schedule(Map<String, Object> timeFrame, WholeStatus wholeStatus, LocalDate day) {
        if (timeFrame == null || timeFrame.get("to") == null) return "no_deadline";
        LocalDate end = LocalDate.parse(timeFrame.get("to").toString());
        String status = wholeStatus.status(day);
        if (status.equals("completed")) return wholeStatus.statusSince(day).isAfter(end) ? "missed" : "met";
        if (StatusTransitionTable.givenUp(status)) return "missed";
        if (day.isAfter(end)) return "late";
        boolean going = List.of("in_progress", "operational").contains(status);
        return going || day.plusDays(SOON).isBefore(end) ? "on_track" : "at_risk";
    }

    // Rule 7.1
    private static int evidenceCount(KnownEvents known, LocalDate day) {
        int items = new MilestoneRules(known).evidence(day) + byItself(known, day);
        for (OracleUpdate update : known.countingReports())
            if (!update.day().isAfter(day)) items += known.evidenceOf(update);
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

    private static ExpectedCommitment.LastUpdate lastUpdate(OracleUpdate update) {
        if (update == null) return null;
        return new ExpectedCommitment.LastUpdate(update.id(), update.day(), update.party(), update.recordedAt());
    }

    // Rule 4.11: the parties bound, and the party assigned to lead on that day.
    private static List<ExpectedParty> parties(KnownEvents known, LocalDate day) {
        SortedSet<String> told = new TreeSet<>(known.text().parties());
        Assigned assigned = new EditRules(known).assigned(day);
        if (assigned != null) told.add(assigned.party());
        return told.stream().map(party -> party(known, party, day)).toList();
    }

    private static ExpectedParty party(KnownEvents known, String party, LocalDate day) {
        StatusRules statuses = new StatusRules(known);
        ReportingRules reporting = new ReportingRules(known);
        ExpectedStanding standing = statuses.party(party, day);
        OracleUpdate last = reporting.partyLastUpdate(party, day);
        return new ExpectedParty(
                party,
                statuses.bound(party),
                party.equals(new EditRules(known).lead(day)),
                standing.status(),
                statuses.partySince(party, day),
                standing.percent(),
                standing.percentOn(),
                standing.decides() == null ? null : statuses.level(standing),
                reporting.partyFreshness(party, day),
                last == null ? null : last.id(),
                reporting.partyOverdue(party, day));
    }
}
