package org.servanda.commitments.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.servanda.commitments.CommitmentEntryKinds;
import org.servanda.commitments.Status;
import org.servanda.commitments.timeline.CommitmentEvent;
import org.servanda.commitments.timeline.CommitmentEvent.UpdateAccepted;
import org.servanda.commitments.timeline.CommitmentState;
import org.servanda.commitments.timeline.Timeline;
import org.servanda.commitments.timeline.TimelineSegment;
import org.servanda.commitments.timeline.UncorrectedUpdate;
import org.servanda.ledger.Entry;

/** The status transitions of a commitment and of its parties, from its timeline. */
final class StatusTransitions {

    /** Stands for the commitment as a whole among its parties. */
    private static final String WHOLE = "";

    private final Map<Long, Entry> entriesBySequence = new TreeMap<>();
    private final List<CommitmentEvent> events;
    private final List<UncorrectedUpdate> updates;

    /** @param entries all entries about the commitment and its instrument, by sequence */
    StatusTransitions(List<Entry> entries) {
        entries.forEach(entry -> entriesBySequence.put(entry.sequence(), entry));
        events = entries.stream()
                .map(CommitmentEvent::of)
                .flatMap(Optional::stream)
                .toList();
        updates = UncorrectedUpdate.of(events.stream()
                .filter(UpdateAccepted.class::isInstance)
                .map(UpdateAccepted.class::cast)
                .toList());
    }

    /** The transitions up to a day, by effective date; on one day that of the whole before those of its parties. */
    List<StatusTransition> until(LocalDate last) {
        List<StatusTransition> transitions = new ArrayList<>();
        Map<String, Status> previous = new TreeMap<>();
        boolean firstSegment = true;
        for (TimelineSegment segment : Timeline.of(events)) {
            if (segment.from().isAfter(last)) break;
            Status stated = segment.state().details().text().status();
            Map<String, Status> statuses = statuses(segment.state());
            for (Map.Entry<String, Status> status : statuses.entrySet()) {
                Status from = previous.getOrDefault(status.getKey(), stated);
                if (from != status.getValue())
                    transitions.add(transition(status.getKey(), from, status.getValue(), segment.from(), firstSegment));
            }
            // A party that lost its status, by another roll-up rule, starts from the text again.
            previous = statuses;
            firstSegment = false;
        }
        return transitions;
    }

    private static Map<String, Status> statuses(CommitmentState state) {
        Map<String, Status> statuses =
                new TreeMap<>(Map.of(WHOLE, state.progress().status()));
        if (state.progress().parties() != null)
            state.progress().parties().forEach(party -> statuses.put(party.party(), party.status()));
        return statuses;
    }

    private StatusTransition transition(String partyOrWhole, Status from, Status to, LocalDate day, boolean first) {
        String party = partyOrWhole.equals(WHOLE) ? null : partyOrWhole;
        UncorrectedUpdate cause = null;
        for (UncorrectedUpdate update : updates) {
            // An update about a day before the commitment holds from its first day.
            boolean sameDay = update.effectiveOn().equals(day)
                    || first && update.effectiveOn().isBefore(day);
            boolean sameParty = party == null || update.speaker() == null || party.equals(update.speaker());
            boolean statesIt = cause == null || update.status() == to || cause.status() != to;
            if (sameDay && sameParty && statesIt) cause = update;
        }
        return cause == null
                ? new StatusTransition(day, party, from, to, causeWithoutUpdate(day), null, first)
                : new StatusTransition(
                        cause.effectiveOn(),
                        party,
                        from,
                        to,
                        entriesBySequence.get(cause.event().recorded().sequence()),
                        cause.id(),
                        first);
    }

    /** The entry of the last edit of that day, which may set the roll-up rule or the lead; else of the last reading of the text. */
    private Entry causeWithoutUpdate(LocalDate day) {
        Entry cause = null;
        for (CommitmentEvent event : events) {
            boolean edit = event instanceof CommitmentEvent.Edited edited
                    && edited.effectiveOn().equals(day);
            boolean text = event instanceof CommitmentEvent.TextRecorded
                    && (cause == null || !cause.kind().equals(CommitmentEntryKinds.EDITED));
            if (edit || text) cause = entriesBySequence.get(event.recorded().sequence());
        }
        return cause;
    }
}
