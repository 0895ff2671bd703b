package org.servanda.commitments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

import org.servanda.ledger.Recorded;

/**
 * A state over a stretch of days, since the entry that made it so: a rectangle of the two times that is still open. What is
 * known later does not change what was known before (rules 1.1, 1.2 and 1.5).
 */
record Rectangle(LocalDate from, LocalDate to, State state, Origin origin) {

    /**
     * The rectangles that are open once a commitment has a new timeline. A day whose state is the same as before keeps
     * its origin, however the stretch around it was cut: what did not change must not look changed.
     *
     * @param former the rectangles that were open before
     * @param timeline the new one
     * @param now the change that brought it
     */
    static List<Rectangle> after(Collection<Rectangle> former, List<Slice> timeline, Origin now) {
        TreeSet<LocalDate> borders = new TreeSet<>();
        former.forEach(rectangle -> borders.add(rectangle.from()));
        former.forEach(rectangle -> borders.add(rectangle.to()));
        timeline.forEach(slice -> borders.add(slice.from()));
        timeline.forEach(slice -> borders.add(slice.to()));
        List<LocalDate> days = new ArrayList<>(borders);
        List<Rectangle> open = new ArrayList<>();
        for (int i = 0; i + 1 < days.size(); i++) {
            LocalDate day = days.get(i);
            LocalDate end = days.get(i + 1);
            Timeline.on(timeline, day)
                    .ifPresent(state -> add(open, new Rectangle(day, end, state, origin(former, day, state, now))));
        }
        return open;
    }

    /** The rectangles that are open once the last of these facts is known, from those that were open before it. */
    static List<Rectangle> next(Collection<Rectangle> former, List<Fact> facts) {
        Recorded last = facts.get(facts.size() - 1).recorded();
        int version = former.stream()
                .mapToInt(rectangle -> rectangle.origin().version() + 1)
                .max()
                .orElse(0);
        return after(former, Timeline.of(facts), new Origin(last.sequence(), last.at(), version));
    }

    private static Origin origin(Collection<Rectangle> former, LocalDate day, State state, Origin now) {
        return former.stream()
                .filter(rectangle -> !day.isBefore(rectangle.from()) && day.isBefore(rectangle.to()))
                .filter(rectangle -> rectangle.state().equals(state))
                .findFirst()
                .map(Rectangle::origin)
                .orElse(now);
    }

    private static void add(List<Rectangle> open, Rectangle next) {
        Rectangle last = open.isEmpty() ? null : open.get(open.size() - 1);
        boolean goesOn = last != null
                && last.to().equals(next.from())
                && last.origin().equals(next.origin())
                && last.state().equals(next.state());
        if (goesOn) open.set(open.size() - 1, new Rectangle(last.from(), next.to(), last.state(), last.origin()));
        else open.add(next);
    }
}
