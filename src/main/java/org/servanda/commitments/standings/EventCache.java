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
 * What a writer's transaction has read of the ledger, so that it reads and parses each entry once. Holds because only
 * the writer itself adds entries until it is done.
 */
@TransactionScoped
class EventCache {

    private final Map<String, List<CommitmentEvent>> events = new HashMap<>();

    /**
     * All facts about a commitment.
     *
     * @param behind reads those recorded after an entry
     */
    List<CommitmentEvent> about(String code, LongFunction<List<CommitmentEvent>> behind) {
        List<CommitmentEvent> known = events.computeIfAbsent(code, none -> new ArrayList<>());
        long last = known.isEmpty() ? 0 : known.get(known.size() - 1).recorded().sequence();
        known.addAll(behind.apply(last));
        return Collections.unmodifiableList(known);
    }
}
