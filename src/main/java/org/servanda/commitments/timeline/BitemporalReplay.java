package org.servanda.commitments.timeline;

import java.util.ArrayList;
import java.util.List;

import org.servanda.commitments.EndOfTime;

/**
 * What the ledger's facts about a commitment make of it: every rectangle of the two times, closed ones too.
 * Stated a second time, independently, in {@code org.servanda.verify.Replay}.
 */
public final class BitemporalReplay {

    /**
     * A rectangle with its stretch of entries.
     *
     * @param known the entry that brings it
     * @param until the entry from which it is not known so any more
     */
    public record RecordedState(BitemporalState state, long recordedFrom, long recordedTo) {

        public boolean open() {
            return recordedTo == EndOfTime.OPEN;
        }
    }

    private final List<RecordedState> closed = new ArrayList<>();
    private List<RecordedState> open = List.of();

    private BitemporalReplay() {}

    /** @param facts in the order of their recording */
    public static BitemporalReplay of(List<CommitmentEvent> events) {
        BitemporalReplay replay = new BitemporalReplay();
        for (int known = 1; known <= events.size(); known++) replay.learn(events.subList(0, known));
        return replay;
    }

    private void learn(List<CommitmentEvent> events) {
        long now = events.get(events.size() - 1).recorded().sequence();
        List<BitemporalState> former = open.stream().map(RecordedState::state).toList();
        List<BitemporalState> next = BitemporalState.openAfter(former, events);
        for (RecordedState old : open)
            if (!next.contains(old.state())) closed.add(new RecordedState(old.state(), old.recordedFrom(), now));
        open = next.stream()
                .map(bitemporalState -> former.contains(bitemporalState)
                        ? open.get(former.indexOf(bitemporalState))
                        : new RecordedState(bitemporalState, now, EndOfTime.OPEN))
                .toList();
    }

    public List<RecordedState> states() {
        List<RecordedState> all = new ArrayList<>(closed);
        all.addAll(open);
        return all;
    }

    /** What is known now. */
    public List<BitemporalState> openStates() {
        return open.stream().map(RecordedState::state).toList();
    }
}
