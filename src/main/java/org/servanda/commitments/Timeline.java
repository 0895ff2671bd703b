package org.servanda.commitments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import org.servanda.commitments.Fact.Assessed;
import org.servanda.commitments.Fact.Backed;
import org.servanda.commitments.Fact.Edited;
import org.servanda.commitments.Fact.Planned;
import org.servanda.commitments.Fact.Reported;
import org.servanda.commitments.Fact.Source;
import org.servanda.commitments.Fact.Text;

/**
 * How a commitment stood day by day, as known after a set of facts, by the rules of docs/rules.md. It begins on the day its
 * instrument was adopted.
 */
final class Timeline {

    private final Source source;
    private final Text text;

    /** The number of the entry since which the text says the same of the status. */
    private final long readSince;

    private final List<Edited> edits;
    private final List<CountingReport> reports;
    private final List<Assessed> assessments;
    private final List<Backed> found;
    private final List<Planned> milestones;
    private final List<Judgement> judgements;

    /** What was gathered of the facts, in the order of their recording. */
    private static final class Gathered {
        private Source source;
        private Text text;
        private long readSince;
        private final List<Edited> edits = new ArrayList<>();
        private final List<Reported> reports = new ArrayList<>();
        private final List<Assessed> assessments = new ArrayList<>();
        private final List<Backed> found = new ArrayList<>();
        private final List<Planned> milestones = new ArrayList<>();

        private void take(Fact fact) {
            if (fact instanceof Source known) source = known;
            else if (fact instanceof Text known) read(known);
            else if (fact instanceof Edited known) edits.add(known);
            else if (fact instanceof Reported known) reports.add(known);
            else if (fact instanceof Assessed known) assessments.add(known);
            else if (fact instanceof Planned known) milestones.add(known);
            else if (fact instanceof Backed known && known.backing().backs() == null) found.add(known);
            // Rule 7.2: it is added to what was reported before.
            else if (fact instanceof Backed known) reports.replaceAll(known::addTo);
        }

        /** Rule 6.10: only another status makes it another text to those who judge. */
        private void read(Text known) {
            if (text == null || !text.saysOfTheStatus(known))
                readSince = known.recorded().sequence();
            text = known;
        }
    }

    private Timeline(Gathered known, List<Judgement> judgements) {
        source = known.source;
        text = known.text;
        readSince = known.readSince;
        edits = sorted(known.edits, Edited::on);
        reports = CountingReport.of(known.reports);
        assessments = counting(known.assessments);
        found = known.found;
        milestones = sorted(known.milestones, Planned::on);
        this.judgements = judgements;
    }

    /** @param facts in the order of their recording; without a text or its source there is no timeline */
    static List<Slice> of(Collection<Fact> facts) {
        List<Fact> known = List.copyOf(facts);
        return read(known, Judgement.of(known)).map(Timeline::slices).orElse(List.of());
    }

    /** By what the whole was decided on a day, and how well that was backed, as known after these facts. */
    static Optional<ProgressCalculator.Reported> reportedOn(LocalDate day, List<Fact> facts) {
        return read(facts, List.of()).map(timeline -> {
            List<Stretch> stretches = timeline.stretches();
            return stretches.stream()
                    .filter(stretch -> stretch.holds(day))
                    .findFirst()
                    .orElse(stretches.get(0))
                    .reported();
        });
    }

    private static Optional<Timeline> read(List<Fact> facts, List<Judgement> judgements) {
        Gathered gathered = new Gathered();
        facts.forEach(gathered::take);
        boolean there = gathered.source != null && gathered.text != null;
        return there ? Optional.of(new Timeline(gathered, judgements)) : Optional.empty();
    }

    /** The state on a day; none before the timeline begins. */
    static Optional<State> on(List<Slice> timeline, LocalDate day) {
        return timeline.stream().filter(slice -> slice.holds(day)).findFirst().map(Slice::state);
    }

    /** Rules 6.2 and 6.9: those that no other corrects, in the order of the world. */
    static List<Assessed> counting(List<Assessed> assessments) {
        Set<String> corrected = new HashSet<>();
        assessments.forEach(each -> corrected.add(each.verdict().corrects()));
        return sorted(
                assessments.stream()
                        .filter(each -> !corrected.contains(each.verdict().id()))
                        .toList(),
                Assessed::on);
    }

    /** Keeps the order of recording within a day (rule 1.3). */
    private static <F> List<F> sorted(List<F> facts, Function<F, LocalDate> on) {
        return facts.stream().sorted(Comparator.comparing(on)).toList();
    }

    /** Days on which nothing changes but by evidence and assessors. */
    private record Stretch(LocalDate from, LocalDate to, Details details, ProgressCalculator.Reported reported) {

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(to);
        }
    }

    private List<LocalDate> borders() {
        TreeSet<LocalDate> days = new TreeSet<>(Set.of(source.adopted()));
        edits.forEach(each -> days.add(each.on()));
        reports.forEach(each -> days.add(each.on()));
        assessments.forEach(each -> days.add(each.on()));
        found.forEach(each -> days.add(each.on()));
        milestones.forEach(each -> days.add(each.on()));
        List<LocalDate> borders = new ArrayList<>(days.tailSet(source.adopted()));
        borders.add(EndOfTime.FOREVER);
        return borders;
    }

    /** Walks the days on which anything changes, once. */
    private List<Stretch> stretches() {
        List<LocalDate> borders = borders();
        TreeMap<LocalDate, List<Edited>> editsByDay = byDay(edits, Edited::on);
        TreeMap<LocalDate, List<CountingReport>> reportsByDay = byDay(reports, CountingReport::on);
        Details details = Details.of(text.promise());
        ProgressCalculator progress =
                new ProgressCalculator(text.promise(), source, text.promise().code() + "@" + readSince);
        List<Stretch> stretches = new ArrayList<>();
        LocalDate before = LocalDate.MIN;
        for (int i = 0; i + 1 < borders.size(); i++) {
            LocalDate day = borders.get(i);
            // What is older than the commitment holds from its first day (rule 1.4).
            TreeSet<LocalDate> until =
                    new TreeSet<>(editsByDay.subMap(before, false, day, true).keySet());
            until.addAll(reportsByDay.subMap(before, false, day, true).keySet());
            for (LocalDate its : until) {
                details = details.after(its, editsByDay.getOrDefault(its, List.of()));
                if (reportsByDay.containsKey(its)) progress.take(reportsByDay.get(its), details);
            }
            stretches.add(new Stretch(day, borders.get(i + 1), details, progress.on(day, details)));
            before = day;
        }
        return stretches;
    }

    private static <F> TreeMap<LocalDate, List<F>> byDay(List<F> facts, Function<F, LocalDate> on) {
        TreeMap<LocalDate, List<F>> days = new TreeMap<>();
        facts.forEach(fact ->
                days.computeIfAbsent(on.apply(fact), none -> new ArrayList<>()).add(fact));
        return days;
    }

    private List<Slice> slices() {
        List<Slice> slices = new ArrayList<>();
        for (Stretch stretch : stretches())
            add(slices, new Slice(stretch.from(), stretch.to(), new State(stretch.details(), judged(stretch))));
        return slices;
    }

    /** The state as assessors and evidence leave it. */
    private Progress judged(Stretch stretch) {
        LocalDate day = stretch.from();
        Progress progress = stretch.reported().progress();
        Assessment result = null;
        for (Assessed each : assessments)
            if (!each.on().isAfter(day)) result = each.verdict().result();
        Assurance assurance =
                Judgement.assurance(judgements, day, stretch.reported().decidedBy(), progress.assurance());
        return progress.with(assurance, result, evidenceOn(day));
    }

    /** Rules 7.1 and 7.3. */
    private int evidenceOn(LocalDate day) {
        int items = 0;
        for (CountingReport each : reports)
            if (!each.on().isAfter(day)) items += each.report().items();
        for (Assessed each : assessments)
            if (!each.on().isAfter(day)) items += each.verdict().items();
        for (Backed each : found) if (!each.on().isAfter(day)) items++;
        Map<String, Integer> ofMilestones = new HashMap<>();
        for (Planned each : milestones)
            if (!each.on().isAfter(day) && each.plan().evidence() != null)
                ofMilestones.put(each.plan().id(), each.plan().evidence().size());
        return items
                + ofMilestones.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Joins what does not differ: an edit may set what was there already. */
    private static void add(List<Slice> slices, Slice next) {
        Slice last = slices.isEmpty() ? null : slices.get(slices.size() - 1);
        if (last != null && last.state().equals(next.state()))
            slices.set(slices.size() - 1, new Slice(last.from(), next.to(), last.state()));
        else slices.add(next);
    }
}
