package org.servanda.commitments.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.servanda.commitments.Assurance;
import org.servanda.commitments.CommitmentText;
import org.servanda.commitments.RollUp;
import org.servanda.commitments.Status;
import org.servanda.commitments.timeline.CommitmentEvent.InstrumentRecorded;

/**
 * Takes the reports on a commitment day by day, in the order of the world, and says how far it and its parties have come
 * (sections 4, 5 and 8 of docs/rules.md). What assessors and evidence make of that is for {@link Timeline}.
 * Stated a second time, independently, in {@code org.servanda.verify.StatusTimeline}.
 */
final class ProgressCalculator {

    private final CommitmentText commitmentText;
    private final InstrumentRecorded source;

    /** Stands for the text among the ids of the reports that decide. */
    private final String text;

    /** As those say who speak for the whole under the rule {@code lead}. */
    private ReportedProgress whole;

    /** As each party said itself. */
    private final Map<String, ReportedProgress> own = new TreeMap<>();

    /** As each party said itself, or as the secretariat said for each. */
    private final Map<String, ReportedProgress> spoken = new TreeMap<>();

    private UncorrectedUpdate last;
    private LocalDate lastAboutTheWhole;
    private Status shown;
    private LocalDate shownSince;

    /**
     * How far it has come on a day, before assessors are heard.
     *
     * @param progress its assurance is what the reports alone give
     * @param decidedBy ids of the reports that decide the whole, and one for the text where that does
     */
    record DecidedProgress(Progress progress, Set<String> decidedBy) {}

    /**
     * @param source which says how often is to be reported, and since when
     * @param text by which the text is known among those that decide
     */
    ProgressCalculator(CommitmentText commitmentText, InstrumentRecorded source, String text) {
        this.commitmentText = commitmentText;
        this.source = source;
        this.text = text;
        whole = ReportedProgress.stated(commitmentText);
        shown = whole.status();
        shownSince = whole.since();
    }

    /**
     * @param ofDay the reports of one day, in the order of their recording
     * @param details as they were on that day
     */
    void take(List<UncorrectedUpdate> ofDay, CommitmentDetails details) {
        last = ofDay.get(ofDay.size() - 1);
        List<UncorrectedUpdate> about = ofDay.stream()
                .filter(each -> each.aboutTheWhole(details.lead()))
                .toList();
        if (!about.isEmpty()) lastAboutTheWhole = last.effectiveOn();
        whole = ReportedProgress.after(whole, about);
        Set<String> parties = new TreeSet<>(commitmentText.parties());
        ofDay.stream().map(UncorrectedUpdate::speaker).filter(Objects::nonNull).forEach(parties::add);
        for (String party : parties) {
            boolean bound = commitmentText.parties().contains(party);
            say(own, party, ofDay, RollUp.lead);
            say(spoken, party, ofDay, bound ? RollUp.all : RollUp.lead);
        }
    }

    private static void say(
            Map<String, ReportedProgress> standings, String party, List<UncorrectedUpdate> ofDay, RollUp rule) {
        List<UncorrectedUpdate> its =
                ofDay.stream().filter(each -> each.speaksFor(party, rule)).toList();
        if (!its.isEmpty()) standings.put(party, ReportedProgress.after(standings.get(party), its));
    }

    /** How far it has come by what was taken so far; days are asked for in their order. */
    DecidedProgress on(LocalDate day, CommitmentDetails details) {
        boolean rolls =
                details.rule() != RollUp.lead && !commitmentText.parties().isEmpty();
        Whole its = rolls ? rolled(details.rule()) : led(details.lead());
        // Rules 5.1 and 5.3: since the first of the days on end that all close with this status.
        if (its.status() != shown) shownSince = day;
        shown = its.status();
        // Rule 5.8 for the last report, rule 5.9 for whether the text decides.
        Progress progress = new Progress(
                its.status(),
                shownSince,
                its.percent(),
                its.percentOn(),
                its.assurance(),
                its.fresh() != null,
                due(its.fresh()),
                its.successor(),
                its.decidedBy().equals(Set.of(text)),
                last == null ? null : last.toLastUpdate(true),
                null,
                0,
                parties(rolls ? spoken : own, details));
        return new DecidedProgress(progress, its.decidedBy());
    }

    /**
     * The whole, but for since when.
     *
     * @param fresh the day of the report from which the next one falls due; null while none counts for that
     */
    private record Whole(
            Status status,
            Integer percent,
            LocalDate percentOn,
            Assurance assurance,
            String successor,
            LocalDate fresh,
            Set<String> decidedBy) {}

    /** Rule 4.2; rule 8.3 for how fresh it is. */
    private Whole led(String lead) {
        LocalDate fresh = lead == null ? day(last) : latest(lastAboutTheWhole, dayOf(own.get(lead)));
        return new Whole(
                whole.status(),
                whole.percent(),
                whole.percentOn(),
                whole.assurance(),
                whole.successor(),
                fresh,
                Set.of(decider(whole)));
    }

    /** Rules 4.6, 4.8 and 4.9; rule 8.4 for how fresh it is. */
    private Whole rolled(RollUp rule) {
        List<ReportedProgress> all =
                commitmentText.parties().stream().map(this::standing).toList();
        Status status = rolled(all.stream().map(ReportedProgress::status).toList(), rule);
        List<ReportedProgress> deciding =
                all.stream().filter(each -> each.status() == status).toList();
        Set<String> successors = new HashSet<>();
        deciding.forEach(each -> successors.add(each.successor()));
        Set<String> decidedBy = new TreeSet<>();
        deciding.forEach(each -> decidedBy.add(decider(each)));
        return new Whole(
                status,
                null,
                null,
                furthest(deciding.stream().map(ReportedProgress::assurance), Comparator.naturalOrder(), rule),
                successors.size() == 1 ? successors.iterator().next() : null,
                rule == RollUp.all ? firstToReport(all) : day(last),
                decidedBy);
    }

    /** Rules 4.6 and 4.7. */
    private static Status rolled(List<Status> all, RollUp rule) {
        List<Status> counting = all.stream().filter(status -> !status.givenUp()).toList();
        if (!counting.isEmpty()) return furthest(counting.stream(), Status.BY_ADVANCEMENT, rule);
        return all.contains(Status.cancelled) ? Status.cancelled : Status.superseded;
    }

    private static <T> T furthest(Stream<T> all, Comparator<T> order, RollUp rule) {
        return all.max(rule == RollUp.any ? order : order.reversed()).orElseThrow();
    }

    /** The oldest report of those whose part is open; null, so that the adoption counts, where one never said anything. */
    private LocalDate firstToReport(List<ReportedProgress> all) {
        List<ReportedProgress> open =
                all.stream().filter(each -> each.status().open()).toList();
        Collection<ReportedProgress> owing = open.isEmpty() ? all : open;
        if (owing.stream().allMatch(ReportedProgress::decidedByText)
                && all.stream().allMatch(ReportedProgress::decidedByText)) return null;
        return owing.stream()
                .map(each -> each.decidedByText()
                        ? source.adopted()
                        : each.decidingUpdate().effectiveOn())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Rule 4.5: who never said anything stands where the text says. */
    private ReportedProgress standing(String party) {
        return spoken.getOrDefault(party, ReportedProgress.stated(commitmentText));
    }

    private String decider(ReportedProgress standing) {
        return standing.decidedByText() ? text : standing.decidingUpdate().id();
    }

    private static LocalDate day(UncorrectedUpdate report) {
        return report == null ? null : report.effectiveOn();
    }

    private static LocalDate dayOf(ReportedProgress standing) {
        return standing == null ? null : day(standing.decidingUpdate());
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        if (one == null || other == null) return one == null ? other : one;
        return one.isAfter(other) ? one : other;
    }

    /** Rules 8.2 and 8.5. @param fresh the day of the last report, null where there is none */
    private LocalDate due(LocalDate fresh) {
        return (fresh == null ? source.adopted() : fresh).plusDays(source.reportingIntervalDays());
    }

    /** Rule 4.11: those bound, and the one that leads. */
    private List<PartyProgress> parties(Map<String, ReportedProgress> standings, CommitmentDetails details) {
        List<PartyProgress> told = new ArrayList<>();
        standings.forEach((party, its) -> {
            if (details.showsParty(party)) told.add(party(party, its));
        });
        return told.isEmpty() ? null : told;
    }

    private PartyProgress party(String party, ReportedProgress its) {
        return new PartyProgress(
                party,
                its.status(),
                its.since(),
                its.percent(),
                its.percentOn(),
                its.assurance(),
                due(its.decidingUpdate().effectiveOn()),
                its.successor(),
                its.decidingUpdate().toLastUpdate(false));
    }
}
