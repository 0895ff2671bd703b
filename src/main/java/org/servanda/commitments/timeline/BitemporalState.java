package org.servanda.commitments.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

import org.servanda.ledger.EntryRef;

/**
 * A bitemporal state of a commitment: its state over a range of days (valid time), known since the entry that made it so
 * (recorded time). A later entry never changes what was known before (rules 1.1, 1.2 and 1.5).
 *
 * @param to the first day after it
 * @param origin the version since which the state is known
 */
public record BitemporalState(LocalDate from, LocalDate to, CommitmentState state, StateVersion origin) {

    /**
     * The states that are open once a commitment has a new timeline. A day whose state is the same as before keeps its
     * origin, even where the range of days around it is another: an unchanged state must not look changed.
     *
     * @param previous the states that were open before
     * @param timeline the new timeline
     * @param version the version that a changed state gets
     */
    static List<BitemporalState> merge(
            Collection<BitemporalState> previous, List<TimelineSegment> timeline, StateVersion version) {
        TreeSet<LocalDate> boundaries = new TreeSet<>();
        previous.forEach(state -> boundaries.add(state.from()));
        previous.forEach(state -> boundaries.add(state.to()));
        timeline.forEach(segment -> boundaries.add(segment.from()));
        timeline.forEach(segment -> boundaries.add(segment.to()));
        List<LocalDate> days = new ArrayList<>(boundaries);
        List<BitemporalState> open = new ArrayList<>();
        for (int i = 0; i + 1 < days.size(); i++) {
            LocalDate from = days.get(i);
            LocalDate to = days.get(i + 1);
            Timeline.stateOn(timeline, from)
                    .ifPresent(state ->
                            append(open, new BitemporalState(from, to, state, origin(previous, from, state, version))));
        }
        return open;
    }

    /**
     * The states that are open once the last event is known.
     *
     * @param previous the states that were open before the last event
     * @param events all events so far, in recorded order
     */
    public static List<BitemporalState> openAfter(Collection<BitemporalState> previous, List<CommitmentEvent> events) {
        EntryRef last = events.get(events.size() - 1).recorded();
        int version = previous.stream()
                .mapToInt(state -> state.origin().version() + 1)
                .max()
                .orElse(0);
        return merge(previous, Timeline.of(events), new StateVersion(last.sequence(), last.at(), version));
    }

    private static StateVersion origin(
            Collection<BitemporalState> previous, LocalDate day, CommitmentState state, StateVersion version) {
        return previous.stream()
                .filter(known -> !day.isBefore(known.from()) && day.isBefore(known.to()))
                .filter(known -> known.state().equals(state))
                .findFirst()
                .map(BitemporalState::origin)
                .orElse(version);
    }

    private static void append(List<BitemporalState> open, BitemporalState next) {
        BitemporalState last = open.isEmpty() ? null : open.get(open.size() - 1);
        boolean extendsLast = last != null
                && last.to().equals(next.from())
                && last.origin().equals(next.origin())
                && last.state().equals(next.state());
        if (extendsLast)
            open.set(open.size() - 1, new BitemporalState(last.from(), next.to(), last.state(), last.origin()));
        else open.add(next);
    }
}
