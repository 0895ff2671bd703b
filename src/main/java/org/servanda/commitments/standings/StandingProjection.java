package org.servanda.commitments.standings;

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
import org.servanda.commitments.counts.FacetCounts;
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
 * Writes the standings: reads what the ledger says about a commitment, and for each entry that its standings do not
 * follow yet, closes the rectangles that it ended and opens those that it began. In the transaction of the entry.
 */
@ApplicationScoped
public class StandingProjection {

    private final Entries entries;
    private final Standings standings;
    private final FacetCounts facetCounts;
    private final EventCache read;
    private final EntityManager entities;

    StandingProjection(
            Entries entries, Standings standings, FacetCounts facetCounts, EventCache read, EntityManager entities) {
        this.entries = entries;
        this.standings = standings;
        this.facetCounts = facetCounts;
        this.read = read;
        this.entities = entities;
    }

    /** Everything the ledger says about a commitment and its instrument, in the order of recording. */
    List<CommitmentEvent> events(Commitment commitment) {
        return events(commitment, 0);
    }

    private List<CommitmentEvent> events(Commitment commitment, long behind) {
        return entries(commitment, entries, behind).stream()
                .map(CommitmentEvent::of)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The same for a writer, who holds the lock and may come back for more. */
    private List<CommitmentEvent> cachedEvents(Commitment commitment) {
        return read.about(commitment.code(), behind -> events(commitment, behind));
    }

    /** What a report must fit into, as known now; for a writer. */
    public UpdateHistory updateHistory(Commitment commitment) {
        return UpdateHistory.of(cachedEvents(commitment));
    }

    /** What an edit must fit into, as known now; for a writer. */
    public List<CommitmentEvent> eventsForWriter(Commitment commitment) {
        return cachedEvents(commitment);
    }

    /** Brings these commitments and the kept counts up to the last entry. */
    public void catchUp(Iterable<Commitment> changed) {
        FacetCountChanges counts = new FacetCountChanges();
        for (Commitment commitment : changed) catchUp(commitment, counts);
        facetCounts.apply(counts);
    }

    private void catchUp(Commitment commitment, FacetCountChanges counts) {
        List<CommitmentEvent> events = cachedEvents(commitment);
        Map<BitemporalState, Standing> open = null;
        for (int known = 1; known <= events.size(); known++) {
            CommitmentEvent event = events.get(known - 1);
            if (event.recorded().sequence() <= commitment.projectedSequence()) continue;
            if (open == null) open = open(commitment, Timeline.of(events.subList(0, known - 1)));
            List<BitemporalState> after = BitemporalState.openAfter(open.keySet(), events.subList(0, known));
            open = rewrite(open, after, event.recorded().sequence(), counts);
            commitment.markProjected(event.recorded().sequence());
        }
    }

    /** The open rectangles with their rows, in the order of days. Their states need not be read: they follow from the facts. */
    private Map<BitemporalState, Standing> open(Commitment commitment, List<TimelineSegment> timeline) {
        Map<BitemporalState, Standing> open = new LinkedHashMap<>();
        if (timeline.isEmpty()) return open;
        for (Standing row : standings.open(commitment.code())) {
            CommitmentState state = Timeline.stateOn(timeline, row.validFrom()).orElseThrow();
            open.put(new BitemporalState(row.validFrom(), row.validTo(), state, row.origin()), row);
        }
        return open;
    }

    /** Ends the rows that hold no more and begins those that hold now; the others count as they did. */
    private Map<BitemporalState, Standing> rewrite(
            Map<BitemporalState, Standing> before,
            List<BitemporalState> after,
            long sequence,
            FacetCountChanges counts) {
        Map<BitemporalState, Standing> ended = new LinkedHashMap<>(before);
        after.forEach(ended::remove);
        ended.values().forEach(row -> row.close(sequence));
        counts.removed(ended.keySet());
        // Else the new ones would be written first, and a commitment stand in two ways at once.
        if (!ended.isEmpty()) standings.flush();
        Map<CommitmentDetails, StoredDetails> details = new HashMap<>();
        before.forEach((former, row) -> details.put(former.state().details(), row.details()));
        Map<BitemporalState, Standing> open = new LinkedHashMap<>();
        for (BitemporalState next : after) {
            Standing row = before.get(next);
            if (row == null) {
                row = new Standing(
                        next, sequence, details.computeIfAbsent(next.state().details(), this::keep));
                standings.persist(row);
                counts.added(Set.of(next));
            }
            open.put(next, row);
        }
        return open;
    }

    private StoredDetails keep(CommitmentDetails details) {
        String digest = Sha256.sha256(JsonText.write(details));
        return entities.createQuery("from StoredDetails d where d.code = ?1 and d.digest = ?2", StoredDetails.class)
                .setParameter(1, details.text().code())
                .setParameter(2, digest)
                .getResultStream()
                .findFirst()
                .orElseGet(() -> {
                    StoredDetails kept = new StoredDetails(details);
                    entities.persist(kept);
                    return kept;
                });
    }

    /** The ledger entries that events of a commitment are found in, those recorded after an entry. */
    public static List<Entry> entries(Commitment commitment, Entries ledger, long behind) {
        return ledger.about(
                CommitmentEvent.INSTRUMENT + commitment.instrument(),
                CommitmentEntryKinds.subject(commitment.code()),
                behind);
    }
}
