package org.servanda.commitments.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.node.TextNode;

import org.servanda.commitments.CommitmentKind;
import org.servanda.commitments.CommitmentText;
import org.servanda.commitments.Confidence;
import org.servanda.commitments.Obligation;
import org.servanda.commitments.Owner;
import org.servanda.commitments.OwnerHow;
import org.servanda.commitments.RollUp;
import org.servanda.commitments.Status;
import org.servanda.commitments.StatusBasis;
import org.servanda.commitments.TimeFrame;
import org.servanda.commitments.TimeFrameBasis;
import org.servanda.commitments.timeline.CommitmentEdit.Clearable;
import org.servanda.instruments.Quote;
import org.servanda.ledger.EntryRef;
import org.servanda.text.Bilingual;
import org.servanda.text.Language;
import org.servanda.time.DatePrecision;

/** Builds the events of a test case; each event gets the next sequence. */
final class EventBuilder {

    static final LocalDate ADOPTED = LocalDate.of(2024, 10, 10);
    static final int INTERVAL = 90;

    private final List<CommitmentEvent> events = new ArrayList<>();

    /** An instrument of 10 October 2024 and a commitment in it whose text says declared. */
    static EventBuilder ofOneCommitment() {
        return new EventBuilder().adopted(ADOPTED).textRead(text("As it reads", "AI"));
    }

    static LocalDate day(int month, int day) {
        return LocalDate.of(2025, month, day);
    }

    /** The moment at which the event with a sequence was recorded. */
    static Instant recordedAt(long sequence) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(sequence);
    }

    private EntryRef next() {
        long sequence = events.size() + 1;
        return new EntryRef(sequence, recordedAt(sequence));
    }

    EventBuilder add(CommitmentEvent event) {
        events.add(event);
        return this;
    }

    EventBuilder adopted(LocalDate day) {
        return add(new CommitmentEvent.InstrumentRecorded(next(), day, INTERVAL));
    }

    EventBuilder textRead(CommitmentText commitmentText) {
        return add(new CommitmentEvent.TextRecorded(next(), commitmentText));
    }

    EventBuilder edited(LocalDate on, CommitmentEdit edit) {
        return add(new CommitmentEvent.Edited(next(), on, edit));
    }

    EventBuilder titled(LocalDate on, String title) {
        return edited(on, new CommitmentEdit(new Bilingual(null, title), null, null, null, null, null, null, null));
    }

    EventBuilder ledBy(LocalDate on, String party) {
        return edited(
                on, new CommitmentEdit(null, null, null, new Owner.Assigned(party, null, on), null, null, null, null));
    }

    EventBuilder rolledUp(LocalDate on, RollUp rule) {
        return edited(on, new CommitmentEdit(null, null, null, null, null, null, rule, null));
    }

    EventBuilder cleared(LocalDate on, Clearable field) {
        return edited(on, new CommitmentEdit(null, null, null, null, null, null, null, List.of(field)));
    }

    EventBuilder dueBy(LocalDate on, LocalDate end) {
        return edited(on, new CommitmentEdit(null, null, null, null, null, frame(end), null, null));
    }

    static TimeFrame frame(LocalDate end) {
        return new TimeFrame(null, end, DatePrecision.day, new Bilingual(null, "by then"), TimeFrameBasis.assigned);
    }

    EventBuilder updated(LocalDate on, String id, Status status) {
        return updated(on, id, status, null, null, null);
    }

    EventBuilder corrected(LocalDate on, String id, Status status, String corrects) {
        return updated(on, id, status, null, null, corrects);
    }

    EventBuilder updatedWithPercent(LocalDate on, String id, Status status, int percent) {
        return updated(on, id, status, percent, null, null);
    }

    EventBuilder updatedForParty(LocalDate on, String id, String party, Status status) {
        return updated(on, id, status, 77, party, null);
    }

    EventBuilder updatedWithEvidence(LocalDate on, String id, Status status) {
        return add(new CommitmentEvent.UpdateAccepted(
                next(),
                on,
                new AcceptedUpdate(
                        id,
                        status,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(TextNode.valueOf("a page")),
                        null,
                        "secretariat/k1")));
    }

    private EventBuilder updated(
            LocalDate on, String id, Status status, Integer percent, String party, String corrects) {
        return add(new CommitmentEvent.UpdateAccepted(
                next(),
                on,
                new AcceptedUpdate(
                        id, status, percent, party, corrects, null, null, null, null, null, "secretariat/k1")));
    }

    List<CommitmentEvent> events() {
        return List.copyOf(events);
    }

    List<TimelineSegment> timeline() {
        return Timeline.of(events);
    }

    CommitmentState stateOn(LocalDate day) {
        return Timeline.stateOn(timeline(), day).orElseThrow();
    }

    CommitmentDetails details(LocalDate day) {
        return stateOn(day).details();
    }

    Progress progress(LocalDate day) {
        return stateOn(day).progress();
    }

    /** The bitemporal states that are open after the last event. */
    List<BitemporalState> openStates() {
        List<BitemporalState> open = List.of();
        for (int known = 1; known <= events.size(); known++)
            open = BitemporalState.openAfter(open, events.subList(0, known));
        return open;
    }

    static CommitmentText text(String title, String area) {
        Bilingual words = new Bilingual("推动人工智能准则的交流", "Exchange on AI principles");
        return new CommitmentText(
                "ACJS-2024.III.2",
                "ACJS-2024",
                1,
                "III.2",
                new Bilingual(null, title),
                words,
                null,
                area,
                List.of(),
                CommitmentKind.pledge,
                Obligation.promote,
                List.of("CN", "LA"),
                new Owner.Stated(OwnerHow.not_stated, null, null),
                List.of(),
                null,
                List.of(),
                null,
                null,
                Status.declared,
                new StatusBasis(new Quote(Language.zh, "推动", 0, 2), Confidence.high, ADOPTED, DatePrecision.day, null));
    }
}
