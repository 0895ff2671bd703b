package org.servanda.commitments.standings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

import jakarta.transaction.TransactionScoped;

import org.servanda.commitments.timeline.CommitmentEvent;

/**
 * A cache of events for one writing transaction, so that each ledger entry is read and parsed once. It stays valid, since
 * under the lock of the ledger only this transaction adds entries.
 */
@TransactionScoped
class EventCache {

    private final Map<String, List<CommitmentEvent>> events = new HashMap<>();

    /**
     * All events of a commitment.
     *
     * @param readAfter reads the events after a sequence
     */
    List<CommitmentEvent> about(String code, LongFunction<List<CommitmentEvent>> readAfter) {
        List<CommitmentEvent> cached = events.computeIfAbsent(code, none -> new ArrayList<>());
        long last =
                cached.isEmpty() ? 0 : cached.get(cached.size() - 1).recorded().sequence();
        cached.addAll(readAfter.apply(last));
        return Collections.unmodifiableList(cached);
    }
}
