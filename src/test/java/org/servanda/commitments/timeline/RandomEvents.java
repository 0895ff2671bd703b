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

/** Random events of one commitment; the same seed gives the same events. */
final class RandomEvents {

    private static final LocalDate FIRST = EventBuilder.ADOPTED.minusDays(20);

    private RandomEvents() {}

    /** The days are few, so that many events are about one day; sometimes text and instrument are corrected. */
    static List<CommitmentEvent> generate(RandomInputs random, int most) {
        EventBuilder events = EventBuilder.ofOneCommitment();
        CommitmentText commitmentText = EventBuilder.text("As it reads", "AI");
        List<UpdateAccepted> updates = new ArrayList<>();
        for (int sequence = 3; sequence <= most; sequence++) {
            EntryRef recorded = new EntryRef(sequence, EventBuilder.recordedAt(sequence));
            LocalDate day = random.day(FIRST, FIRST.plusDays(60));
            int kind = random.below(100);
            if (kind < 2) events.textRead(random.correctedText(commitmentText));
            else if (kind < 4)
                events.add(new CommitmentEvent.InstrumentRecorded(
                        recorded, EventBuilder.ADOPTED.minusDays(random.below(10)), 30 * (1 + random.below(3))));
            else if (kind < 40) events.edited(day, random.edit(day));
            else if (kind < 50)
                events.add(new Assessed(recorded, day, random.assessment("A" + sequence, events.events())));
            else if (kind < 54)
                events.add(milestoneStated(
                        recorded, day, random.milestoneStatement(List.of("M1", "M2")), events.events()));
            else if (kind < 60 && !updates.isEmpty()) {
                UpdateAccepted accepted = random.oneOf(updates);
                boolean standalone = random.percentChance(30);
                events.add(new EvidenceAdded(
                        recorded,
                        standalone ? day : accepted.effectiveOn(),
                        random.addedEvidence(
                                "E" + sequence,
                                standalone ? null : accepted.update().id())));
            } else {
                boolean corrects = !updates.isEmpty() && random.percentChance(20);
                UpdateAccepted report = new UpdateAccepted(
                        recorded,
                        day,
                        random.update(
                                "U" + sequence, corrects ? random.oneOf(updates).update() : null));
                updates.add(report);
                events.add(report);
            }
        }
        return events.events();
    }

    /** No statement about a milestone has an effective date before the first one. */
    private static CommitmentEvent milestoneStated(
            EntryRef recorded,
            LocalDate day,
            CommitmentEvent.MilestoneStatement statement,
            List<CommitmentEvent> earlier) {
        LocalDate first = earlier.stream()
                .filter(event -> event instanceof CommitmentEvent.MilestoneStated known
                        && known.statement().id().equals(statement.id()))
                .map(event -> ((CommitmentEvent.MilestoneStated) event).effectiveOn())
                .findFirst()
                .orElse(day);
        return new CommitmentEvent.MilestoneStated(recorded, day.isBefore(first) ? first : day, statement);
    }
}
