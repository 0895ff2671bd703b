package org.servanda.commitments;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.servanda.ledger.Entries;
import org.servanda.text.Digest;
import org.servanda.text.JsonText;

/**
 * Writes the standings: reads what the ledger says about a commitment, and for each entry that its standings do not
 * follow yet, closes the rectangles that it ended and opens those that it began. In the transaction of the entry.
 */
@ApplicationScoped
public class Chronicle {

    private final Entries entries;
    private final Standings standings;
    private final Tallies tallies;
    private final FactsRead read;
    private final EntityManager entities;

    Chronicle(Entries entries, Standings standings, Tallies tallies, FactsRead read, EntityManager entities) {
        this.entries = entries;
        this.standings = standings;
        this.tallies = tallies;
        this.read = read;
        this.entities = entities;
    }

    /** Everything the ledger says about a commitment and its instrument, in the order of recording. */
    List<Fact> facts(Commitment commitment) {
        return facts(commitment, 0);
    }

    private List<Fact> facts(Commitment commitment, long behind) {
        return Fact.entries(commitment, entries, behind).stream()
                .map(Fact::of)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The same for a writer, who holds the lock and may come back for more. */
    private List<Fact> factsOnce(Commitment commitment) {
        return read.about(commitment.code(), behind -> facts(commitment, behind));
    }

    /** What a report must fit into, as known now; for a writer. */
    public ReportingHistory reportingHistory(Commitment commitment) {
        return ReportingHistory.of(factsOnce(commitment));
    }

    /** What an edit must fit into, as known now; for a writer. */
    List<Fact> known(Commitment commitment) {
        return factsOnce(commitment);
    }

    /** Brings these commitments and the kept counts up to the last entry. */
    public void follow(Iterable<Commitment> changed) {
        TallyChanges counts = new TallyChanges();
        for (Commitment commitment : changed) follow(commitment, counts);
        tallies.apply(counts);
    }

    private void follow(Commitment commitment, TallyChanges counts) {
        List<Fact> facts = factsOnce(commitment);
        Map<Rectangle, Standing> open = null;
        for (int known = 1; known <= facts.size(); known++) {
            Fact fact = facts.get(known - 1);
            if (fact.recorded().sequence() <= commitment.followed()) continue;
            if (open == null) open = open(commitment, Timeline.of(facts.subList(0, known - 1)));
            List<Rectangle> after = Rectangle.next(open.keySet(), facts.subList(0, known));
            open = rewrite(open, after, fact.recorded().sequence(), counts);
            commitment.follow(fact.recorded().sequence());
        }
    }

    /** The open rectangles with their rows, in the order of days. Their states need not be read: they follow from the facts. */
    private Map<Rectangle, Standing> open(Commitment commitment, List<Slice> timeline) {
        Map<Rectangle, Standing> open = new LinkedHashMap<>();
        if (timeline.isEmpty()) return open;
        for (Standing row : standings.open(commitment.code())) {
            State state = Timeline.on(timeline, row.validFrom()).orElseThrow();
            open.put(new Rectangle(row.validFrom(), row.validTo(), state, row.origin()), row);
        }
        return open;
    }

    /** Ends the rows that hold no more and begins those that hold now; the others count as they did. */
    private Map<Rectangle, Standing> rewrite(
            Map<Rectangle, Standing> before, List<Rectangle> after, long sequence, TallyChanges counts) {
        Map<Rectangle, Standing> ended = new LinkedHashMap<>(before);
        after.forEach(ended::remove);
        ended.values().forEach(row -> row.close(sequence));
        counts.removed(ended.keySet());
        // Else the new ones would be written first, and a commitment stand in two ways at once.
        if (!ended.isEmpty()) standings.flush();
        Map<Details, KeptDetails> details = new HashMap<>();
        before.forEach((former, row) -> details.put(former.state().details(), row.details()));
        Map<Rectangle, Standing> open = new LinkedHashMap<>();
        for (Rectangle next : after) {
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

    private KeptDetails keep(Details details) {
        String digest = Digest.sha256(JsonText.write(details));
        return entities.createQuery("from KeptDetails d where d.code = ?1 and d.digest = ?2", KeptDetails.class)
                .setParameter(1, details.promise().code())
                .setParameter(2, digest)
                .getResultStream()
                .findFirst()
                .orElseGet(() -> {
                    KeptDetails kept = new KeptDetails(details);
                    entities.persist(kept);
                    return kept;
                });
    }
}
