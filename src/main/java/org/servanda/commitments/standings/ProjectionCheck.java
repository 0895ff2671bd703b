package org.servanda.commitments.standings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.servanda.commitments.Commitment;
import org.servanda.commitments.CommitmentEntryKinds;
import org.servanda.commitments.Commitments;
import org.servanda.commitments.counts.FacetCount;
import org.servanda.commitments.counts.FacetCountChanges;
import org.servanda.commitments.counts.FacetCounts;
import org.servanda.commitments.timeline.BitemporalReplay;
import org.servanda.commitments.timeline.CommitmentEvent;
import org.servanda.ledger.Entries;
import org.servanda.ledger.Ledger;

/**
 * Compares the stored projection, standings and facet counts, with a replay of the ledger. One commitment after the other, so
 * that memory does not grow with the register; {@link ProjectionRepair} writes what differs.
 */
@ApplicationScoped
public class ProjectionCheck {

    private static final int BATCH_SIZE = 200;

    /** One snapshot, or one write, over the whole register: as long as it takes. */
    private static final Duration TIMEOUT = Duration.ofDays(1);

    private final Ledger ledger;
    private final Entries entries;
    private final StandingProjection projection;
    private final ProjectionRepair repair;
    private final Commitments commitments;
    private final Standings standings;
    private final FacetCounts facetCounts;
    private final EntityManager entities;

    ProjectionCheck(
            Ledger ledger,
            Entries entries,
            StandingProjection projection,
            ProjectionRepair repair,
            Commitments commitments,
            Standings standings,
            FacetCounts facetCounts,
            EntityManager entities) {
        this.ledger = ledger;
        this.entries = entries;
        this.projection = projection;
        this.repair = repair;
        this.commitments = commitments;
        this.standings = standings;
        this.facetCounts = facetCounts;
        this.entities = entities;
    }

    /** Writes a line for each difference, then a summary. @return whether there is no difference */
    public boolean check(Consumer<String> out) {
        return inOneTransaction(() -> {
            CheckRun run = new CheckRun(out);
            compareAll(run, comparison -> {}, differences -> {});
            run.summarize();
            return run.differences == 0;
        });
    }

    /** Checks and replaces what differs by what the replay gives. @return whether everything is right afterwards */
    public boolean rebuild(Consumer<String> out) {
        return inOneTransaction(() -> {
            ledger.lock();
            CheckRun run = new CheckRun(out);
            compareAll(run, repair::replace, repair::add);
            run.summarize();
            if (run.differences > run.missing) out.accept("the replayed ones were written in place of the stored");
            return run.missing == 0;
        });
    }

    private static boolean inOneTransaction(Callable<Boolean> work) {
        return QuarkusTransaction.requiringNew()
                .timeout((int) TIMEOUT.toSeconds())
                .call(work);
    }

    /** What a check has seen so far, and where its lines go. */
    private static final class CheckRun {

        private final Consumer<String> out;
        private final FacetCountChanges counts = new FacetCountChanges();
        private long commitments;
        private long states;
        private long differences;

        /** Commitments of the ledger without a row of their own; no repair can make one. */
        private long missing;

        CheckRun(Consumer<String> out) {
            this.out = out;
        }

        void differ(String line) {
            differences++;
            out.accept(line);
        }

        void summarize() {
            out.accept("%d commitment(s) with %d rectangle(s) replayed: %s"
                    .formatted(
                            commitments, states, differences == 0 ? "no difference" : differences + " difference(s)"));
        }
    }

    /** A commitment with its replayed rows. @param sequence of the last event, 0 where there is none */
    record Replayed(Commitment commitment, long sequence, List<Standing> rows) {}

    private void compareAll(
            CheckRun run, Consumer<Replayed> repairStandings, Consumer<Map<FacetCount.Key, Long>> repairCounts) {
        String last = "";
        for (List<String> codes = codesAfter(last); !codes.isEmpty(); codes = codesAfter(last)) {
            for (String code : codes) {
                compare(commitments.byCode(code), run, repairStandings);
                entities.clear();
            }
            last = codes.get(codes.size() - 1);
        }
        findMissing(run);
        repairCounts.accept(compareCounts(run));
    }

    private List<String> codesAfter(String code) {
        return entities.createQuery("select code from Commitment where code > ?1 order by code", String.class)
                .setParameter(1, code)
                .setMaxResults(BATCH_SIZE)
                .getResultList();
    }

    private void compare(Commitment commitment, CheckRun run, Consumer<Replayed> repairStandings) {
        List<CommitmentEvent> events = projection.events(commitment);
        BitemporalReplay replay = BitemporalReplay.of(events);
        Replayed replayed = new Replayed(commitment, lastSequence(events), StandingProjection.rows(replay));
        run.counts.added(replay.openStates());
        List<String> lines = differences(replayed);
        lines.forEach(line -> run.differ(commitment.code() + " " + line));
        run.commitments++;
        run.states += replayed.rows().size();
        if (!lines.isEmpty()) repairStandings.accept(replayed);
    }

    private static long lastSequence(List<CommitmentEvent> events) {
        return events.isEmpty() ? 0 : events.get(events.size() - 1).recorded().sequence();
    }

    private List<String> differences(Replayed replayed) {
        Commitment commitment = replayed.commitment();
        List<String> lines = new ArrayList<>(ComparableStanding.differences(
                standings.all(commitment.code()).stream()
                        .map(Standing::comparable)
                        .toList(),
                replayed.rows().stream().map(Standing::comparable).toList()));
        if (replayed.sequence() != commitment.projectedSequence())
            lines.add("follows entry " + commitment.projectedSequence() + ", replayed: " + replayed.sequence());
        return lines;
    }

    /** Commitments that only the ledger has: their row holds more than the projection, so that no replay can make it. */
    private void findMissing(CheckRun run) {
        String prefix = CommitmentEntryKinds.subject("");
        String noun = prefix.substring(0, prefix.length() - 1);
        String last = "";
        for (List<String> subjects = entries.subjects(noun, last, BATCH_SIZE);
                !subjects.isEmpty();
                subjects = entries.subjects(noun, last, BATCH_SIZE)) {
            for (String subject : subjects) {
                if (commitments.findByCode(subject.substring(prefix.length())).isPresent()) continue;
                run.missing++;
                run.differ(subject + " is in the ledger, but there is no such commitment: restore a backup");
            }
            last = subjects.get(subjects.size() - 1);
            entities.clear();
        }
    }

    /** What each stored count must be increased by to be the replayed count. */
    private Map<FacetCount.Key, Long> compareCounts(CheckRun run) {
        Map<FacetCount.Key, Long> replayed = run.counts.changes();
        Map<FacetCount.Key, Long> stored = new HashMap<>();
        facetCounts.listAll().forEach(count -> stored.put(count.key(), count.n()));
        Map<String, FacetCount.Key> keys = new TreeMap<>();
        replayed.keySet().forEach(key -> keys.put(key.toString(), key));
        stored.keySet().forEach(key -> keys.put(key.toString(), key));
        Map<FacetCount.Key, Long> differences = new HashMap<>();
        for (FacetCount.Key key : keys.values()) {
            long storedCount = stored.getOrDefault(key, 0L);
            long replayedCount = replayed.getOrDefault(key, 0L);
            if (storedCount == replayedCount) continue;
            run.differ("the count of %s is stored as %d, replayed as %d".formatted(key, storedCount, replayedCount));
            differences.put(key, replayedCount - storedCount);
        }
        return differences;
    }
}
