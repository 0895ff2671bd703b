package org.servanda.commitments.standings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.servanda.commitments.Commitment;
import org.servanda.commitments.CommitmentEntryKinds;
import org.servanda.commitments.counts.FacetCountChanges;
import org.servanda.commitments.counts.FacetCountWriter;
import org.servanda.commitments.timeline.BitemporalReplay;
import org.servanda.commitments.timeline.BitemporalReplay.RecordedState;
import org.servanda.commitments.timeline.BitemporalState;
import org.servanda.commitments.timeline.CommitmentDetails;
import org.servanda.commitments.timeline.CommitmentEvent;
import org.servanda.commitments.timeline.CommitmentState;
import org.servanda.commitments.timeline.Timeline;
import org.servanda.commitments.timeline.TimelineSegment;
import org.servanda.commitments.timeline.UpdateHistory;
import org.servanda.ledger.Entries;
import org.servanda.ledger.Entry;
import org.servanda.text.JsonText;
import org.servanda.text.Sha256;

/**
 * The projection of the ledger into standings and facet counts. For each event that is not projected yet it closes the rows
 * that the event ends and inserts the rows that it begins, in the transaction of the ledger entry.
 */
@ApplicationScoped
public class StandingProjection {

    private final Entries entries;
    private final Standings standings;
    private final FacetCountWriter countWriter;
    private final EventCache cache;
    private final EntityManager entities;

    StandingProjection(
            Entries entries,
            Standings standings,
            FacetCountWriter countWriter,
            EventCache cache,
            EntityManager entities) {
        this.entries = entries;
        this.standings = standings;
        this.countWriter = countWriter;
        this.cache = cache;
        this.entities = entities;
    }

    /** All events of a commitment and its instrument, in recorded order. */
    List<CommitmentEvent> events(Commitment commitment) {
        return events(commitment, 0);
    }

    private List<CommitmentEvent> events(Commitment commitment, long afterSequence) {
        return entries(commitment, entries, afterSequence).stream()
                .map(CommitmentEvent::of)
                .flatMap(Optional::stream)
                .toList();
    }

    /** All events for a writer, who holds the lock and asks repeatedly within one transaction. */
    private List<CommitmentEvent> cachedEvents(Commitment commitment) {
        return cache.about(commitment.code(), afterSequence -> events(commitment, afterSequence));
    }

    /** The updates that a new update must fit, as known now; for a writer. */
    public UpdateHistory updateHistory(Commitment commitment) {
        return UpdateHistory.of(cachedEvents(commitment));
    }

    /** The events that a new edit must fit, as known now; for a writer. */
    public List<CommitmentEvent> eventsForWriter(Commitment commitment) {
        return cachedEvents(commitment);
    }

    /** Projects the events that are not projected yet, up to the last ledger entry. */
    public void catchUp(Iterable<Commitment> changed) {
        FacetCountChanges counts = new FacetCountChanges();
        for (Commitment commitment : changed) catchUp(commitment, counts);
        countWriter.add(counts.changes());
    }

    private void catchUp(Commitment commitment, FacetCountChanges counts) {
        List<CommitmentEvent> events = cachedEvents(commitment);
        Map<BitemporalState, Standing> open = null;
        for (int count = 1; count <= events.size(); count++) {
            CommitmentEvent event = events.get(count - 1);
            if (event.recorded().sequence() <= commitment.projectedSequence()) continue;
            if (open == null) open = open(commitment, Timeline.of(events.subList(0, count - 1)));
            List<BitemporalState> after = BitemporalState.openAfter(open.keySet(), events.subList(0, count));
            open = rewrite(open, after, event.recorded().sequence(), counts);
            commitment.markProjected(event.recorded().sequence());
        }
    }

    /** The open states with their rows, by day. The states are not read from the rows, since they follow from the events. */
    private Map<BitemporalState, Standing> open(Commitment commitment, List<TimelineSegment> timeline) {
        Map<BitemporalState, Standing> open = new LinkedHashMap<>();
        if (timeline.isEmpty()) return open;
        for (Standing row : standings.open(commitment.code())) {
            CommitmentState state = Timeline.stateOn(timeline, row.validFrom()).orElseThrow();
            open.put(new BitemporalState(row.validFrom(), row.validTo(), state, row.origin()), row);
        }
        return open;
    }

    /** Closes the rows whose state ended, inserts the rows of new states, and keeps unchanged rows. */
    private Map<BitemporalState, Standing> rewrite(
            Map<BitemporalState, Standing> before,
            List<BitemporalState> after,
            long sequence,
            FacetCountChanges counts) {
        Map<BitemporalState, Standing> ended = new LinkedHashMap<>(before);
        after.forEach(ended::remove);
        ended.values().forEach(row -> row.close(sequence));
        counts.removed(ended.keySet());
        // Hibernate writes inserts before updates: without the flush a commitment would have two open rows for one day.
        if (!ended.isEmpty()) standings.flush();
        Map<CommitmentDetails, StoredDetails> details = new HashMap<>();
        before.forEach((state, row) -> details.put(state.state().details(), row.details()));
        Map<BitemporalState, Standing> open = new LinkedHashMap<>();
        for (BitemporalState next : after) {
            Standing row = before.get(next);
            if (row == null) {
                row = new Standing(
                        next, sequence, details.computeIfAbsent(next.state().details(), this::stored));
                standings.persist(row);
                counts.added(Set.of(next));
            }
            open.put(next, row);
        }
        return open;
    }

    private StoredDetails stored(CommitmentDetails details) {
        String digest = Sha256.sha256(JsonText.write(details));
        return entities.createQuery("from StoredDetails d where d.code = ?1 and d.digest = ?2", StoredDetails.class)
                .setParameter(1, details.text().code())
                .setParameter(2, digest)
                .getResultStream()
                .findFirst()
                .orElseGet(() -> {
                    StoredDetails inserted = new StoredDetails(details);
                    entities.persist(inserted);
                    return inserted;
                });
    }

    /** The rows that a replay gives; rows with the same details share one {@link StoredDetails}. */
    static List<Standing> rows(BitemporalReplay replay) {
        Map<CommitmentDetails, StoredDetails> details = new HashMap<>();
        List<Standing> rows = new ArrayList<>();
        for (RecordedState recorded : replay.states()) {
            StoredDetails stored =
                    details.computeIfAbsent(recorded.state().state().details(), StoredDetails::new);
            Standing row = new Standing(recorded.state(), recorded.recordedFrom(), stored);
            if (!recorded.open()) row.close(recorded.recordedTo());
            rows.add(row);
        }
        return rows;
    }

    /** The ledger entries about a commitment and its instrument, those after a sequence. */
    public static List<Entry> entries(Commitment commitment, Entries ledger, long afterSequence) {
        return ledger.about(
                CommitmentEvent.INSTRUMENT + commitment.instrument(),
                CommitmentEntryKinds.subject(commitment.code()),
                afterSequence);
    }
}
