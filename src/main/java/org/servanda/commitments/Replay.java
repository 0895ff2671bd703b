package org.servanda.commitments;

import java.util.ArrayList;
import java.util.List;

/** What the ledger's facts about a commitment make of it: every rectangle of the two times, closed ones too. */
final class Replay {

    /**
     * A rectangle with its stretch of entries.
     *
     * @param known the entry that brings it
     * @param until the entry from which it is not known so any more
     */
    record Kept(Rectangle rectangle, long known, long until) {

        boolean open() {
            return until == EndOfTime.OPEN;
        }
    }

    private final List<Kept> closed = new ArrayList<>();
    private List<Kept> open = List.of();

    private Replay() {}

    /** @param facts in the order of their recording */
    static Replay of(List<Fact> facts) {
        Replay replay = new Replay();
        for (int known = 1; known <= facts.size(); known++) replay.learn(facts.subList(0, known));
        return replay;
    }

    private void learn(List<Fact> facts) {
        long now = facts.get(facts.size() - 1).recorded().sequence();
        List<Rectangle> former = open.stream().map(Kept::rectangle).toList();
        List<Rectangle> next = Rectangle.next(former, facts);
        for (Kept old : open)
            if (!next.contains(old.rectangle())) closed.add(new Kept(old.rectangle(), old.known(), now));
        open = next.stream()
                .map(rectangle -> former.contains(rectangle)
                        ? open.get(former.indexOf(rectangle))
                        : new Kept(rectangle, now, EndOfTime.OPEN))
                .toList();
    }

    List<Kept> all() {
        List<Kept> all = new ArrayList<>(closed);
        all.addAll(open);
        return all;
    }

    /** What is known now. */
    List<Rectangle> known() {
        return open.stream().map(Kept::rectangle).toList();
    }
}
