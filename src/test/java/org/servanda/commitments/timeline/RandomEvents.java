package org.servanda.commitments.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.servanda.commitments.CommitmentText;
import org.servanda.commitments.standings.RandomInputs;
import org.servanda.commitments.timeline.CommitmentEvent.Assessed;
import org.servanda.commitments.timeline.CommitmentEvent.EvidenceAdded;
import org.servanda.commitments.timeline.CommitmentEvent.UpdateAccepted;
import org.servanda.ledger.EntryRef;

/** The facts of one commitment in an order of chance. */
final class RandomEvents {

    private static final LocalDate FIRST = EventBuilder.ADOPTED.minusDays(20);

    private RandomEvents() {}

    /** Days are few, so that many facts are of one day; now and then text and instrument are corrected. */
    static List<CommitmentEvent> ofChance(RandomInputs random, int most) {
        EventBuilder events = EventBuilder.ofOnePromise();
        CommitmentText commitmentText = EventBuilder.promise("As it reads", "AI");
        List<UpdateAccepted> reports = new ArrayList<>();
        for (int sequence = 3; sequence <= most; sequence++) {
            EntryRef recorded = new EntryRef(sequence, EventBuilder.recordedAt(sequence));
            LocalDate day = random.day(FIRST, FIRST.plusDays(60));
            int kind = random.below(100);
            if (kind < 2) events.reads(random.betterReading(commitmentText));
            else if (kind < 4)
                events.tell(new CommitmentEvent.InstrumentRecorded(
                        recorded, EventBuilder.ADOPTED.minusDays(random.below(10)), 30 * (1 + random.below(3))));
            else if (kind < 40) events.edited(day, random.edit(day));
            else if (kind < 50)
                events.tell(new Assessed(recorded, day, random.verdict("A" + sequence, events.facts())));
            else if (kind < 54) events.tell(planned(recorded, day, random.plan(List.of("M1", "M2")), events.facts()));
            else if (kind < 60 && !reports.isEmpty()) {
                UpdateAccepted accepted = random.one(reports);
                boolean alone = random.in100(30);
                events.tell(new EvidenceAdded(
                        recorded,
                        alone ? day : accepted.effectiveOn(),
                        random.backing(
                                "E" + sequence, alone ? null : accepted.update().id())));
            } else {
                boolean corrects = !reports.isEmpty() && random.in100(20);
                UpdateAccepted report = new UpdateAccepted(
                        recorded,
                        day,
                        random.report(
                                "U" + sequence, corrects ? random.one(reports).update() : null));
                reports.add(report);
                events.tell(report);
            }
        }
        return events.facts();
    }

    /** Nothing is stated of a milestone before the day from which it was planned. */
    private static CommitmentEvent planned(
            EntryRef recorded,
            LocalDate day,
            CommitmentEvent.MilestoneStatement statement,
            List<CommitmentEvent> told) {
        LocalDate first = told.stream()
                .filter(event -> event instanceof CommitmentEvent.MilestoneStated known
                        && known.statement().id().equals(statement.id()))
                .map(event -> ((CommitmentEvent.MilestoneStated) event).effectiveOn())
                .findFirst()
                .orElse(day);
        return new CommitmentEvent.MilestoneStated(recorded, day.isBefore(first) ? first : day, statement);
    }
}
