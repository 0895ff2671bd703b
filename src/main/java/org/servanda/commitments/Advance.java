package org.servanda.commitments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import org.servanda.commitments.Fact.Assessed;
import org.servanda.commitments.Fact.Backed;
import org.servanda.commitments.Fact.Reported;
import org.servanda.commitments.Fact.Source;

/**
 * Takes the reports on a commitment and its assessments in the order of the world, and says how far it and its parties
 * have come. How the whole follows from the parties is for the rule of the day asked for ({@link RollUp}).
 */
final class Advance {

    /** From the least far to the furthest. */
    private static final List<Status> ORDER = List.of(
            Status.superseded,
            Status.cancelled,
            Status.suspended,
            Status.declared,
            Status.exploring,
            Status.preparing,
            Status.in_progress,
            Status.operational,
            Status.completed);

    private static final Set<Status> GIVEN_UP = Set.of(Status.superseded, Status.cancelled);

    private final Promise promise;
    private final Source source;

    /** As those see it who speak for the whole. */
    private Progress whole;

    /** As each party said itself. */
    private final Map<String, PartyProgress> own = new TreeMap<>();

    /** As each party said itself, or as was said for all. */
    private final Map<String, PartyProgress> spoken = new TreeMap<>();

    private Assessed assessed;

    /** How many items back what was taken. */
    private int evidence;

    /** The last answer. */
    private Progress shown;

    /** @param source which says how often is to be reported, and since when */
    Advance(Promise promise, Source source) {
        this.promise = promise;
        this.source = source;
        whole = new Progress(
                promise.status(),
                promise.statusBasis().effectiveOn(),
                null,
                Assurance.stated_in_text,
                due(source.adopted()),
                null,
                true,
                null,
                null,
                0,
                null);
        shown = whole;
    }

    /** @param details as they were on the day of the report */
    void take(Reported reported, Details details) {
        evidence += reported.report().items();
        String party = reported.report().party();
        whole = reported.aboutTheWhole(details) ? moved(reported) : heard(reported);
        if (party == null) promise.parties().forEach(each -> say(spoken, each, reported));
        else {
            say(own, party, reported);
            say(spoken, party, reported);
        }
    }

    /** Says nothing about where it stands, but how well that is backed. */
    void take(Assessed latest) {
        assessed = latest;
        evidence += latest.verdict().items();
    }

    /** Something found by itself. */
    void take(Backed found) {
        evidence++;
    }

    private Progress moved(Reported reported) {
        Report report = reported.report();
        return new Progress(
                report.status(),
                report.status() == whole.status() ? whole.since() : reported.on(),
                report.percent(),
                assurance(report),
                due(reported.on()),
                report.successor(),
                false,
                last(reported, true),
                null,
                0,
                null);
    }

    /** One party of a shared commitment has reported: that is news of it, but not where the whole stands. */
    private Progress heard(Reported reported) {
        return new Progress(
                whole.status(),
                whole.since(),
                whole.percent(),
                whole.assurance(),
                due(reported.on()),
                whole.successor(),
                whole.stated(),
                last(reported, true),
                null,
                0,
                null);
    }

    private void say(Map<String, PartyProgress> parties, String party, Reported reported) {
        Report report = reported.report();
        PartyProgress former = parties.get(party);
        Status status = former == null ? promise.status() : former.status();
        LocalDate since = former == null ? promise.statusBasis().effectiveOn() : former.since();
        parties.put(
                party,
                new PartyProgress(
                        party,
                        report.status(),
                        report.status() == status ? since : reported.on(),
                        report.percent(),
                        assurance(report),
                        due(reported.on()),
                        report.successor(),
                        last(reported, false)));
    }

    private static Assurance assurance(Report report) {
        return report.evidenced() ? Assurance.evidenced : Assurance.self_reported;
    }

    /** @param last the day of the last report, or of the promise where there is none */
    private LocalDate due(LocalDate last) {
        return last.plusDays(source.reportingIntervalDays());
    }

    private static LastUpdate last(Reported reported, boolean narrated) {
        Report report = reported.report();
        return new LastUpdate(
                report.id(),
                reported.on(),
                reported.recorded().at(),
                report.party(),
                narrated ? report.narrative() : null);
    }

    /** How far it has come by what was taken so far; days are asked for in their order. */
    Progress on(LocalDate day, Details details) {
        boolean rolls = details.rule() != RollUp.lead && !promise.parties().isEmpty();
        shown = rolls ? rolled(day, details.rule()) : with(whole, own);
        return shown;
    }

    private Progress rolled(LocalDate day, RollUp rule) {
        List<Status> all = promise.parties().stream().map(this::status).toList();
        List<Status> counting =
                all.stream().filter(status -> !GIVEN_UP.contains(status)).toList();
        Comparator<Status> order = Comparator.comparing(ORDER::indexOf);
        Status status = (counting.isEmpty() ? all : counting)
                .stream().max(rule == RollUp.any ? order : order.reversed()).orElseThrow();
        List<String> deciding = promise.parties().stream()
                .filter(party -> status(party) == status)
                .toList();
        Comparator<Assurance> backing = Comparator.naturalOrder();
        return with(
                new Progress(
                        status,
                        status == shown.status() ? shown.since() : day,
                        null,
                        deciding.stream()
                                .map(this::assurance)
                                .max(rule == RollUp.any ? backing : backing.reversed())
                                .orElseThrow(),
                        rule == RollUp.all ? firstDue() : whole.reportDue(),
                        deciding.stream()
                                .map(spoken::get)
                                .filter(Objects::nonNull)
                                .map(PartyProgress::successor)
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(null),
                        deciding.stream().noneMatch(spoken::containsKey),
                        whole.lastUpdate(),
                        null,
                        0,
                        null),
                spoken);
    }

    /** Where all are to report, the whole waits for whoever is to do so first. */
    private LocalDate firstDue() {
        return promise.parties().stream()
                .map(party -> spoken.containsKey(party) ? spoken.get(party).reportDue() : due(source.adopted()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Status status(String party) {
        return spoken.containsKey(party) ? spoken.get(party).status() : promise.status();
    }

    private Assurance assurance(String party) {
        return spoken.containsKey(party) ? spoken.get(party).assurance() : Assurance.stated_in_text;
    }

    /** Those that a better reading of the text does not find among the parties any more are left out. */
    private Progress with(Progress progress, Map<String, PartyProgress> parties) {
        List<PartyProgress> bound = new ArrayList<>(parties.values());
        bound.removeIf(its -> !promise.parties().contains(its.party()));
        return new Progress(
                progress.status(),
                progress.since(),
                progress.percent(),
                assured(progress),
                progress.reportDue(),
                progress.successor(),
                progress.stated(),
                progress.lastUpdate(),
                assessed == null ? null : assessed.verdict().result(),
                evidence,
                bound.isEmpty() ? null : bound);
    }

    /**
     * What an assessor made of the last report, where one did since. Auditors assess and never report, so that whoever
     * confirms a report has not made it.
     */
    private Assurance assured(Progress progress) {
        LastUpdate last = progress.lastUpdate();
        boolean since = assessed != null && (last == null || !assessed.on().isBefore(last.effectiveOn()));
        Finding finding = since ? assessed.verdict().finding() : null;
        if (finding == Finding.disputed) return Assurance.disputed;
        boolean evidenced = since && (assessed.verdict().evidenced() || progress.assurance() == Assurance.evidenced);
        return finding == Finding.confirmed && evidenced ? Assurance.verified : progress.assurance();
    }
}
