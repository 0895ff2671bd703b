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
 * The timeline of a commitment: its state day by day, from the adoption of its instrument on, as it follows from a list of
 * events by docs/rules.md.
 * Stated a second time, independently, in {@code org.servanda.verify.Timeline}.
 */
public final class Timeline {

    private final InstrumentRecorded instrument;
    private final TextRecorded text;

    /** Sequence of the ledger entry since which the text states the same status. */
    private final long statusReadSince;

    private final List<Edited> edits;
    private final List<UncorrectedUpdate> updates;
    private final List<Assessed> assessments;

    /** Evidence that backs no update. */
    private final List<EvidenceAdded> standaloneEvidence;

    private final List<MilestoneStated> milestones;
    private final List<AssessmentJudgement> judgements;

    /** The events of a commitment, one list for each kind, in recorded order. */
    private static final class EventsByKind {
        private InstrumentRecorded instrument;
        private TextRecorded text;
        private long statusReadSince;
        private final List<Edited> edits = new ArrayList<>();
        private final List<UpdateAccepted> updates = new ArrayList<>();
        private final List<Assessed> assessments = new ArrayList<>();
        private final List<EvidenceAdded> standaloneEvidence = new ArrayList<>();
        private final List<MilestoneStated> milestones = new ArrayList<>();

        private void add(CommitmentEvent event) {
            if (event instanceof InstrumentRecorded recorded) instrument = recorded;
            else if (event instanceof TextRecorded recorded) add(recorded);
            else if (event instanceof Edited edited) edits.add(edited);
            else if (event instanceof UpdateAccepted accepted) updates.add(accepted);
            else if (event instanceof Assessed assessed) assessments.add(assessed);
            else if (event instanceof MilestoneStated stated) milestones.add(stated);
            else if (event instanceof EvidenceAdded added && added.evidence().backs() == null)
                standaloneEvidence.add(added);
            // Rule 7.2: evidence that backs an update is there since the day of that update.
            else if (event instanceof EvidenceAdded added) updates.replaceAll(added::addTo);
        }

        /** Rule 6.10: a corrected reading ends the findings about the text only where it states another status. */
        private void add(TextRecorded reading) {
            if (text == null || !text.statesSameStatusAs(reading))
                statusReadSince = reading.recorded().sequence();
            text = reading;
        }
    }

    private Timeline(EventsByKind events, List<AssessmentJudgement> judgements) {
        instrument = events.instrument;
        text = events.text;
        statusReadSince = events.statusReadSince;
        edits = byEffectiveDate(events.edits, Edited::effectiveOn);
        updates = UncorrectedUpdate.of(events.updates);
        assessments = uncorrected(events.assessments);
        standaloneEvidence = events.standaloneEvidence;
        milestones = byEffectiveDate(events.milestones, MilestoneStated::effectiveOn);
        this.judgements = judgements;
    }

    /**
     * The segments of the timeline, by day, without gaps; none without a text and its instrument.
     *
     * @param events in recorded order
     */
    public static List<TimelineSegment> of(Collection<CommitmentEvent> events) {
        List<CommitmentEvent> recorded = List.copyOf(events);
        return timeline(recorded, AssessmentJudgement.of(recorded))
                .map(Timeline::segments)
                .orElse(List.of());
    }

    /** The progress on a day before assessments, with what decided it; before the first day, that of the first day. */
    static Optional<ProgressCalculator.DecidedProgress> progressOn(LocalDate day, List<CommitmentEvent> events) {
        return timeline(events, List.of()).map(timeline -> {
            List<ReportedSegment> segments = timeline.reportedSegments();
            return segments.stream()
                    .filter(segment -> segment.contains(day))
                    .findFirst()
                    .orElse(segments.get(0))
                    .decided();
        });
    }

    private static Optional<Timeline> timeline(List<CommitmentEvent> events, List<AssessmentJudgement> judgements) {
        EventsByKind eventsByKind = new EventsByKind();
        events.forEach(eventsByKind::add);
        boolean complete = eventsByKind.instrument != null && eventsByKind.text != null;
        return complete ? Optional.of(new Timeline(eventsByKind, judgements)) : Optional.empty();
    }

    /** The state on a day; empty before the timeline begins. */
    public static Optional<CommitmentState> stateOn(List<TimelineSegment> timeline, LocalDate day) {
        return timeline.stream()
                .filter(segment -> segment.contains(day))
                .findFirst()
                .map(TimelineSegment::state);
    }

    /** The assessments that no other assessment corrects, by effective date (rules 6.2 and 6.9). */
    static List<Assessed> uncorrected(List<Assessed> assessments) {
        Set<String> corrected = new HashSet<>();
        assessments.forEach(assessment -> corrected.add(assessment.outcome().corrects()));
        return byEffectiveDate(
                assessments.stream()
                        .filter(assessment ->
                                !corrected.contains(assessment.outcome().id()))
                        .toList(),
                Assessed::effectiveOn);
    }

    /** Sorts by effective date; events of one day stay in recorded order (rule 1.3). */
    private static <E> List<E> byEffectiveDate(List<E> events, Function<E, LocalDate> effectiveOn) {
        return events.stream().sorted(Comparator.comparing(effectiveOn)).toList();
    }

    /** A range of days with one state, before assessments and evidence. @param to the first day after it */
    private record ReportedSegment(
            LocalDate from, LocalDate to, CommitmentDetails details, ProgressCalculator.DecidedProgress decided) {

        boolean contains(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(to);
        }
    }

    /** The days on which a segment begins, and the end of the last one, ascending. */
    private List<LocalDate> boundaries() {
        TreeSet<LocalDate> days = new TreeSet<>(Set.of(instrument.adopted()));
        edits.forEach(edit -> days.add(edit.effectiveOn()));
        updates.forEach(update -> days.add(update.effectiveOn()));
        assessments.forEach(assessment -> days.add(assessment.effectiveOn()));
        standaloneEvidence.forEach(evidence -> days.add(evidence.effectiveOn()));
        milestones.forEach(milestone -> days.add(milestone.effectiveOn()));
        List<LocalDate> boundaries = new ArrayList<>(days.tailSet(instrument.adopted()));
        boundaries.add(EndOfTime.FOREVER);
        return boundaries;
    }

    /** Visits each day on which anything changes once, in ascending order. */
    private List<ReportedSegment> reportedSegments() {
        List<LocalDate> boundaries = boundaries();
        TreeMap<LocalDate, List<Edited>> editsByDay = byDay(edits, Edited::effectiveOn);
        TreeMap<LocalDate, List<UncorrectedUpdate>> updatesByDay = byDay(updates, UncorrectedUpdate::effectiveOn);
        CommitmentDetails details = CommitmentDetails.of(text.text());
        ProgressCalculator progress =
                new ProgressCalculator(text.text(), instrument, text.text().code() + "@" + statusReadSince);
        List<ReportedSegment> segments = new ArrayList<>();
        LocalDate previousStart = LocalDate.MIN;
        for (int i = 0; i + 1 < boundaries.size(); i++) {
            LocalDate start = boundaries.get(i);
            // What is older than the commitment holds from its first day (rule 1.4).
            TreeSet<LocalDate> changeDays = new TreeSet<>(
                    editsByDay.subMap(previousStart, false, start, true).keySet());
            changeDays.addAll(
                    updatesByDay.subMap(previousStart, false, start, true).keySet());
            for (LocalDate day : changeDays) {
                details = details.editedOn(day, editsByDay.getOrDefault(day, List.of()));
                if (updatesByDay.containsKey(day)) progress.add(updatesByDay.get(day), details);
            }
            segments.add(new ReportedSegment(start, boundaries.get(i + 1), details, progress.on(start, details)));
            previousStart = start;
        }
        return segments;
    }

    private static <E> TreeMap<LocalDate, List<E>> byDay(List<E> events, Function<E, LocalDate> effectiveOn) {
        TreeMap<LocalDate, List<E>> days = new TreeMap<>();
        events.forEach(event -> days.computeIfAbsent(effectiveOn.apply(event), day -> new ArrayList<>())
                .add(event));
        return days;
    }

    private List<TimelineSegment> segments() {
        List<TimelineSegment> segments = new ArrayList<>();
        for (ReportedSegment segment : reportedSegments())
            append(
                    segments,
                    new TimelineSegment(
                            segment.from(), segment.to(), new CommitmentState(segment.details(), assessed(segment))));
        return segments;
    }

    /** The progress of a segment with assessments and evidence. */
    private Progress assessed(ReportedSegment segment) {
        LocalDate day = segment.from();
        Progress progress = segment.decided().progress();
        AssessmentResult result = null;
        for (Assessed assessment : assessments)
            if (!assessment.effectiveOn().isAfter(day))
                result = assessment.outcome().result();
        Assurance assurance =
                AssessmentJudgement.assurance(judgements, day, segment.decided().decidedBy(), progress.assurance());
        return progress.withAssessment(assurance, result, evidenceCount(day));
    }

    /** Rules 7.1 and 7.3. */
    private int evidenceCount(LocalDate day) {
        int count = 0;
        for (UncorrectedUpdate update : updates)
            if (!update.effectiveOn().isAfter(day)) count += update.update().evidenceCount();
        for (Assessed assessment : assessments)
            if (!assessment.effectiveOn().isAfter(day))
                count += assessment.outcome().evidenceCount();
        for (EvidenceAdded evidence : standaloneEvidence)
            if (!evidence.effectiveOn().isAfter(day)) count++;
        Map<String, Integer> countByMilestone = new HashMap<>();
        for (MilestoneStated milestone : milestones)
            if (!milestone.effectiveOn().isAfter(day) && milestone.statement().evidence() != null)
                countByMilestone.put(
                        milestone.statement().id(),
                        milestone.statement().evidence().size());
        return count
                + countByMilestone.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Extends the last segment where the state is the same: an edit may state a value that was there already. */
    private static void append(List<TimelineSegment> segments, TimelineSegment next) {
        TimelineSegment last = segments.isEmpty() ? null : segments.get(segments.size() - 1);
        if (last != null && last.state().equals(next.state()))
            segments.set(segments.size() - 1, new TimelineSegment(last.from(), next.to(), last.state()));
        else segments.add(next);
    }
}
