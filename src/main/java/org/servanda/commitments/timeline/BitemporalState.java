package org.servanda.commitments.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

import org.servanda.ledger.EntryRef;

/**
 * A state over a stretch of days, since the entry that made it so: a rectangle of the two times that is still open. What is
 * known later does not change what was known before (rules 1.1, 1.2 and 1.5).
 */
public record BitemporalState(LocalDate from, LocalDate to, CommitmentState state, StateVersion origin) {

    /**
     * The rectangles that are open once a commitment has a new timeline. A day whose state is the same as before keeps
     * its origin, however the stretch around it was cut: what did not change must not look changed.
     *
     * @param former the rectangles that were open before
     * @param timeline the new one
     * @param now the change that brought it
     */
    static List<BitemporalState> merge(
            Collection<BitemporalState> former, List<TimelineSegment> timeline, StateVersion now) {
        TreeSet<LocalDate> borders = new TreeSet<>();
        former.forEach(bitemporalState -> borders.add(bitemporalState.from()));
        former.forEach(bitemporalState -> borders.add(bitemporalState.to()));
        timeline.forEach(segment -> borders.add(segment.from()));
        timeline.forEach(segment -> borders.add(segment.to()));
        List<LocalDate> days = new ArrayList<>(borders);
        List<BitemporalState> open = new ArrayList<>();
        for (int i = 0; i + 1 < days.size(); i++) {
            LocalDate day = days.get(i);
            LocalDate end = days.get(i + 1);
            Timeline.stateOn(timeline, day)
                    .ifPresent(
                            state -> add(open, new BitemporalState(day, end, state, origin(former, day, state, now))));
        }
        return open;
    }

    /** The rectangles that are open once the last of these facts is known, from those that were open before it. */
    public static List<BitemporalState> openAfter(Collection<BitemporalState> former, List<CommitmentEvent> events) {
        EntryRef last = events.get(events.size() - 1).recorded();
        int version = former.stream()
                .mapToInt(bitemporalState -> bitemporalState.origin().version() + 1)
                .max()
                .orElse(0);
        return merge(former, Timeline.of(events), new StateVersion(last.sequence(), last.at(), version));
    }

    private static StateVersion origin(
            Collection<BitemporalState> former, LocalDate day, CommitmentState state, StateVersion now) {
        return former.stream()
                .filter(bitemporalState -> !day.isBefore(bitemporalState.from()) && day.isBefore(bitemporalState.to()))
                .filter(bitemporalState -> bitemporalState.state().equals(state))
                .findFirst()
                .map(BitemporalState::origin)
                .orElse(now);
    }

    private static void add(List<BitemporalState> open, BitemporalState next) {
        BitemporalState last = open.isEmpty() ? null : open.get(open.size() - 1);
        boolean goesOn = last != null
                && last.to().equals(next.from())
                && last.origin().equals(next.origin())
                && last.state().equals(next.state());
        if (goesOn) open.set(open.size() - 1, new BitemporalState(last.from(), next.to(), last.state(), last.origin()));
        else open.add(next);
    }
}
