package org.servanda.commitments.timeline;

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

import org.servanda.commitments.AssessmentResult;
import org.servanda.commitments.Assurance;
import org.servanda.commitments.EndOfTime;
import org.servanda.commitments.timeline.CommitmentEvent.Assessed;
import org.servanda.commitments.timeline.CommitmentEvent.Edited;
import org.servanda.commitments.timeline.CommitmentEvent.EvidenceAdded;
import org.servanda.commitments.timeline.CommitmentEvent.InstrumentRecorded;
import org.servanda.commitments.timeline.CommitmentEvent.MilestoneStated;
import org.servanda.commitments.timeline.CommitmentEvent.TextRecorded;
import org.servanda.commitments.timeline.CommitmentEvent.UpdateAccepted;

/**
 * How a commitment stood day by day, as known after a set of facts, by the rules of docs/rules.md. It begins on the day its
 * instrument was adopted. Stated a second time, independently, in {@code org.servanda.verify.Timeline}.
 */
public final class Timeline {

    private final InstrumentRecorded source;
    private final TextRecorded text;

    /** The number of the entry since which the text says the same of the status. */
    private final long readSince;

    private final List<Edited> edits;
    private final List<UncorrectedUpdate> reports;
    private final List<Assessed> assessments;
    private final List<EvidenceAdded> found;
    private final List<MilestoneStated> milestones;
    private final List<AssessmentJudgement> judgements;

    /** What was gathered of the facts, in the order of their recording. */
    private static final class EventsByKind {
        private InstrumentRecorded source;
        private TextRecorded text;
        private long readSince;
        private final List<Edited> edits = new ArrayList<>();
        private final List<UpdateAccepted> reports = new ArrayList<>();
        private final List<Assessed> assessments = new ArrayList<>();
        private final List<EvidenceAdded> found = new ArrayList<>();
        private final List<MilestoneStated> milestones = new ArrayList<>();

        private void take(CommitmentEvent event) {
            if (event instanceof InstrumentRecorded known) source = known;
            else if (event instanceof TextRecorded known) read(known);
            else if (event instanceof Edited known) edits.add(known);
            else if (event instanceof UpdateAccepted known) reports.add(known);
            else if (event instanceof Assessed known) assessments.add(known);
            else if (event instanceof MilestoneStated known) milestones.add(known);
            else if (event instanceof EvidenceAdded known && known.evidence().backs() == null) found.add(known);
            // Rule 7.2: it is added to what was reported before.
            else if (event instanceof EvidenceAdded known) reports.replaceAll(known::addTo);
        }

        /** Rule 6.10: only another status makes it another text to those who judge. */
        private void read(TextRecorded known) {
            if (text == null || !text.saysOfTheStatus(known))
                readSince = known.recorded().sequence();
            text = known;
        }
    }

    private Timeline(EventsByKind known, List<AssessmentJudgement> judgements) {
        source = known.source;
        text = known.text;
        readSince = known.readSince;
        edits = sorted(known.edits, Edited::effectiveOn);
        reports = UncorrectedUpdate.of(known.reports);
        assessments = uncorrected(known.assessments);
        found = known.found;
        milestones = sorted(known.milestones, MilestoneStated::effectiveOn);
        this.judgements = judgements;
    }

    /** @param facts in the order of their recording; without a text or its source there is no timeline */
    public static List<TimelineSegment> of(Collection<CommitmentEvent> events) {
        List<CommitmentEvent> known = List.copyOf(events);
        return read(known, AssessmentJudgement.of(known))
                .map(Timeline::segments)
                .orElse(List.of());
    }

    /** By what the whole was decided on a day, and how well that was backed, as known after these facts. */
    static Optional<ProgressCalculator.DecidedProgress> progressOn(LocalDate day, List<CommitmentEvent> events) {
        return read(events, List.of()).map(timeline -> {
            List<ReportedSegment> stretches = timeline.stretches();
            return stretches.stream()
                    .filter(reportedSegment -> reportedSegment.holds(day))
                    .findFirst()
                    .orElse(stretches.get(0))
                    .reported();
        });
    }

    private static Optional<Timeline> read(List<CommitmentEvent> events, List<AssessmentJudgement> judgements) {
        EventsByKind eventsByKind = new EventsByKind();
        events.forEach(eventsByKind::take);
        boolean there = eventsByKind.source != null && eventsByKind.text != null;
        return there ? Optional.of(new Timeline(eventsByKind, judgements)) : Optional.empty();
    }

    /** The state on a day; none before the timeline begins. */
    public static Optional<CommitmentState> stateOn(List<TimelineSegment> timeline, LocalDate day) {
        return timeline.stream()
                .filter(segment -> segment.contains(day))
                .findFirst()
                .map(TimelineSegment::state);
    }

    /** Rules 6.2 and 6.9: those that no other corrects, in the order of the world. */
    static List<Assessed> uncorrected(List<Assessed> assessments) {
        Set<String> corrected = new HashSet<>();
        assessments.forEach(each -> corrected.add(each.outcome().corrects()));
        return sorted(
                assessments.stream()
                        .filter(each -> !corrected.contains(each.outcome().id()))
                        .toList(),
                Assessed::effectiveOn);
    }

    /** Keeps the order of recording within a day (rule 1.3). */
    private static <F> List<F> sorted(List<F> facts, Function<F, LocalDate> on) {
        return facts.stream().sorted(Comparator.comparing(on)).toList();
    }

    /** Days on which nothing changes but by evidence and assessors. */
    private record ReportedSegment(
            LocalDate from, LocalDate to, CommitmentDetails details, ProgressCalculator.DecidedProgress reported) {

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(to);
        }
    }

    private List<LocalDate> borders() {
        TreeSet<LocalDate> days = new TreeSet<>(Set.of(source.adopted()));
        edits.forEach(each -> days.add(each.effectiveOn()));
        reports.forEach(each -> days.add(each.effectiveOn()));
        assessments.forEach(each -> days.add(each.effectiveOn()));
        found.forEach(each -> days.add(each.effectiveOn()));
        milestones.forEach(each -> days.add(each.effectiveOn()));
        List<LocalDate> borders = new ArrayList<>(days.tailSet(source.adopted()));
        borders.add(EndOfTime.FOREVER);
        return borders;
    }

    /** Walks the days on which anything changes, once. */
    private List<ReportedSegment> stretches() {
        List<LocalDate> borders = borders();
        TreeMap<LocalDate, List<Edited>> editsByDay = byDay(edits, Edited::effectiveOn);
        TreeMap<LocalDate, List<UncorrectedUpdate>> reportsByDay = byDay(reports, UncorrectedUpdate::effectiveOn);
        CommitmentDetails details = CommitmentDetails.of(text.text());
        ProgressCalculator progress =
                new ProgressCalculator(text.text(), source, text.text().code() + "@" + readSince);
        List<ReportedSegment> stretches = new ArrayList<>();
        LocalDate before = LocalDate.MIN;
        for (int i = 0; i + 1 < borders.size(); i++) {
            LocalDate day = borders.get(i);
            // What is older than the commitment holds from its first day (rule 1.4).
            TreeSet<LocalDate> until =
                    new TreeSet<>(editsByDay.subMap(before, false, day, true).keySet());
            until.addAll(reportsByDay.subMap(before, false, day, true).keySet());
            for (LocalDate its : until) {
                details = details.editedOn(its, editsByDay.getOrDefault(its, List.of()));
                if (reportsByDay.containsKey(its)) progress.take(reportsByDay.get(its), details);
            }
            stretches.add(new ReportedSegment(day, borders.get(i + 1), details, progress.on(day, details)));
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

    private List<TimelineSegment> segments() {
        List<TimelineSegment> segments = new ArrayList<>();
        for (ReportedSegment reportedSegment : stretches())
            add(
                    segments,
                    new TimelineSegment(
                            reportedSegment.from(),
                            reportedSegment.to(),
                            new CommitmentState(reportedSegment.details(), judged(reportedSegment))));
        return segments;
    }

    /** The state as assessors and evidence leave it. */
    private Progress judged(ReportedSegment reportedSegment) {
        LocalDate day = reportedSegment.from();
        Progress progress = reportedSegment.reported().progress();
        AssessmentResult result = null;
        for (Assessed each : assessments)
            if (!each.effectiveOn().isAfter(day)) result = each.outcome().result();
        Assurance assurance = AssessmentJudgement.assurance(
                judgements, day, reportedSegment.reported().decidedBy(), progress.assurance());
        return progress.withAssessment(assurance, result, evidenceOn(day));
    }

    /** Rules 7.1 and 7.3. */
    private int evidenceOn(LocalDate day) {
        int items = 0;
        for (UncorrectedUpdate each : reports)
            if (!each.effectiveOn().isAfter(day)) items += each.update().evidenceCount();
        for (Assessed each : assessments)
            if (!each.effectiveOn().isAfter(day)) items += each.outcome().evidenceCount();
        for (EvidenceAdded each : found) if (!each.effectiveOn().isAfter(day)) items++;
        Map<String, Integer> ofMilestones = new HashMap<>();
        for (MilestoneStated each : milestones)
            if (!each.effectiveOn().isAfter(day) && each.statement().evidence() != null)
                ofMilestones.put(
                        each.statement().id(), each.statement().evidence().size());
        return items
                + ofMilestones.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Joins what does not differ: an edit may set what was there already. */
    private static void add(List<TimelineSegment> segments, TimelineSegment next) {
        TimelineSegment last = segments.isEmpty() ? null : segments.get(segments.size() - 1);
        if (last != null && last.state().equals(next.state()))
            segments.set(segments.size() - 1, new TimelineSegment(last.from(), next.to(), last.state()));
        else segments.add(next);
    }
}
