package org.servanda.commitments.timeline;

import java.util.ArrayList;
import java.util.List;

import org.servanda.commitments.EndOfTime;

/**
 * The replay of the events of a commitment: all its bitemporal states, those that later entries ended included.
 * Stated a second time, independently, in {@code org.servanda.verify.Replay}.
 */
public final class BitemporalReplay {

    /**
     * A bitemporal state with its range of ledger entries.
     *
     * @param recordedFrom sequence of the entry since which it is known
     * @param recordedTo sequence of the entry from which on it is no longer known, {@link EndOfTime#OPEN} while it is
     */
    public record RecordedState(BitemporalState state, long recordedFrom, long recordedTo) {

        public boolean open() {
            return recordedTo == EndOfTime.OPEN;
        }
    }

    private final List<RecordedState> closed = new ArrayList<>();
    private List<RecordedState> open = List.of();

    private BitemporalReplay() {}

    /** @param events in recorded order */
    public static BitemporalReplay of(List<CommitmentEvent> events) {
        BitemporalReplay replay = new BitemporalReplay();
        for (int count = 1; count <= events.size(); count++) replay.replayLast(events.subList(0, count));
        return replay;
    }

    private void replayLast(List<CommitmentEvent> events) {
        long sequence = events.get(events.size() - 1).recorded().sequence();
        List<BitemporalState> previous = openStates();
        List<BitemporalState> next = BitemporalState.openAfter(previous, events);
        for (RecordedState recorded : open)
            if (!next.contains(recorded.state()))
                closed.add(new RecordedState(recorded.state(), recorded.recordedFrom(), sequence));
        open = next.stream()
                .map(state -> previous.contains(state)
                        ? open.get(previous.indexOf(state))
                        : new RecordedState(state, sequence, EndOfTime.OPEN))
                .toList();
    }

    /** All states that were ever known: the closed ones, then the open ones. */
    public List<RecordedState> states() {
        List<RecordedState> states = new ArrayList<>(closed);
        states.addAll(open);
        return states;
    }

    /** The states that are known after the last event, by day. */
    public List<BitemporalState> openStates() {
        return open.stream().map(RecordedState::state).toList();
    }
}
