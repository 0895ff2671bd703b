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

/** Reads off what is known of a commitment how its status, and those of its parties, moved from day to day. */
final class StatusTransitions {

    /** Stands for the commitment as a whole among its parties. */
    private static final String WHOLE = "";

    private final Map<Long, Entry> entries = new TreeMap<>();
    private final List<CommitmentEvent> events;
    private final List<UncorrectedUpdate> reports;

    /** @param known all entries about the commitment and its instrument, in the order of the ledger */
    StatusTransitions(List<Entry> known) {
        known.forEach(entry -> entries.put(entry.sequence(), entry));
        events = known.stream()
                .map(CommitmentEvent::of)
                .flatMap(Optional::stream)
                .toList();
        reports = UncorrectedUpdate.of(events.stream()
                .filter(UpdateAccepted.class::isInstance)
                .map(UpdateAccepted.class::cast)
                .toList());
    }

    /** Those up to a day, in the order of the world; on one day that of the whole before those of its parties. */
    List<StatusTransition> until(LocalDate last) {
        List<StatusTransition> transitions = new ArrayList<>();
        Map<String, Status> former = new TreeMap<>();
        LocalDate first = null;
        for (TimelineSegment segment : Timeline.of(events)) {
            if (segment.from().isAfter(last)) break;
            Status stated = segment.state().details().text().status();
            for (Map.Entry<String, Status> now : statuses(segment.state()).entrySet()) {
                Status was = former.getOrDefault(now.getKey(), stated);
                if (was != now.getValue())
                    transitions.add(move(now.getKey(), was, now.getValue(), segment.from(), first == null));
            }
            // A party that has no status any more, by another rule, comes from the text again.
            former = statuses(segment.state());
            first = segment.from();
        }
        return transitions;
    }

    private static Map<String, Status> statuses(CommitmentState state) {
        Map<String, Status> statuses =
                new TreeMap<>(Map.of(WHOLE, state.progress().status()));
        if (state.progress().parties() != null)
            state.progress().parties().forEach(its -> statuses.put(its.party(), its.status()));
        return statuses;
    }

    private StatusTransition move(String whose, Status from, Status to, LocalDate on, boolean first) {
        String party = whose.equals(WHOLE) ? null : whose;
        UncorrectedUpdate said = null;
        for (UncorrectedUpdate report : reports) {
            // What was reported of days before the commitment was made holds from its first day.
            boolean then = report.effectiveOn().equals(on)
                    || first && report.effectiveOn().isBefore(on);
            boolean its = party == null || report.speaker() == null || party.equals(report.speaker());
            boolean better = said == null || report.status() == to || said.status() != to;
            if (then && its && better) said = report;
        }
        return said == null
                ? new StatusTransition(on, party, from, to, otherwise(on), null, first)
                : new StatusTransition(
                        said.effectiveOn(),
                        party,
                        from,
                        to,
                        entries.get(said.event().recorded().sequence()),
                        said.id(),
                        first);
    }

    /** No report: the rule was declared by which the whole follows from its parties, or the text read better. */
    private Entry otherwise(LocalDate on) {
        Entry cause = null;
        for (CommitmentEvent event : events) {
            boolean edit = event instanceof CommitmentEvent.Edited edited
                    && edited.effectiveOn().equals(on);
            boolean text = event instanceof CommitmentEvent.TextRecorded
                    && (cause == null || !cause.kind().equals(CommitmentEntryKinds.EDITED));
            if (edit || text) cause = entries.get(event.recorded().sequence());
        }
        return cause;
    }
}
