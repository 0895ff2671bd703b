package org.servanda.commitments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

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
    private final EntityManager entities;

    Chronicle(Entries entries, Standings standings, Tallies tallies, EntityManager entities) {
        this.entries = entries;
        this.standings = standings;
        this.tallies = tallies;
        this.entities = entities;
    }

    /** Everything the ledger says about a commitment and its instrument, in the order of recording. */
    List<Fact> facts(Commitment commitment) {
        return entries
                .about(Set.of("instrument/" + commitment.instrument(), CommitmentKinds.subject(commitment.code())))
                .stream()
                .map(Fact::of)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The course of a commitment, or of one party of it, as known now. */
    public Course course(Commitment commitment, String party) {
        return Course.of(facts(commitment), party);
    }

    /** Brings these commitments and the kept counts up to the last entry. */
    public void follow(Iterable<Commitment> changed) {
        TallyChanges counts = new TallyChanges();
        for (Commitment commitment : changed) follow(commitment, counts);
        tallies.apply(counts);
    }

    private void follow(Commitment commitment, TallyChanges counts) {
        List<Fact> facts = facts(commitment);
        List<Rectangle> before = null;
        for (int known = 1; known <= facts.size(); known++) {
            Fact fact = facts.get(known - 1);
            if (fact.recorded().sequence() <= commitment.followed()) continue;
            if (before == null) before = open(commitment, Timeline.of(facts.subList(0, known - 1)));
            List<Rectangle> after = Rectangle.next(before, facts.subList(0, known));
            rewrite(commitment, before, after, fact.recorded().sequence());
            count(before, after, counts);
            commitment.follow(fact.recorded().sequence());
            before = after;
        }
    }

    /** The open rectangles with their states, which need not be read: they follow from the facts. */
    private List<Rectangle> open(Commitment commitment, List<Slice> timeline) {
        if (timeline.isEmpty()) return List.of();
        return standings.open(commitment.code()).stream()
                .map(row -> new Rectangle(
                        row.validFrom(),
                        row.validTo(),
                        Timeline.on(timeline, row.validFrom()).orElseThrow(),
                        row.origin()))
                .toList();
    }

    private void rewrite(Commitment commitment, List<Rectangle> before, List<Rectangle> after, long sequence) {
        Set<Rectangle> kept = new HashSet<>(before);
        kept.retainAll(after);
        if (kept.size() < before.size()) {
            Map<LocalDate, Standing> rows = standings.open(commitment.code()).stream()
                    .collect(Collectors.toMap(Standing::validFrom, Function.identity()));
            for (Rectangle old : before) {
                if (!kept.contains(old)) rows.get(old.from()).close(sequence);
            }
            // Else the new ones would be written first, and a commitment stand in two ways at once.
            standings.flush();
        }
        Map<Details, KeptDetails> details = new HashMap<>();
        List<Standing> opened = new ArrayList<>();
        for (Rectangle next : after) {
            if (kept.contains(next)) continue;
            KeptDetails its = details.computeIfAbsent(next.state().details(), this::keep);
            opened.add(new Standing(next, sequence, its));
        }
        standings.persist(opened);
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

    private static void count(List<Rectangle> before, List<Rectangle> after, TallyChanges counts) {
        Optional<State> was = latest(before);
        Optional<State> is = latest(after);
        if (was.equals(is)) return;
        was.ifPresent(counts::removed);
        is.ifPresent(counts::added);
    }

    private static Optional<State> latest(List<Rectangle> open) {
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(open.get(open.size() - 1).state());
    }
}
