package org.servanda.commitments.standings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
import org.servanda.commitments.timeline.BitemporalReplay.RecordedState;
import org.servanda.commitments.timeline.CommitmentDetails;
import org.servanda.commitments.timeline.CommitmentEvent;
import org.servanda.ledger.Entries;
import org.servanda.ledger.Ledger;

/**
 * Compares what is kept of standings and counts with what a replay of the ledger gives, and can put it right. Goes from
 * commitment to commitment, so that it needs no more memory for a million of them than for one.
 */
@ApplicationScoped
public class ProjectionCheck {

    private static final int AT_ONCE = 200;

    /** One snapshot, or one write, over the whole register: as long as it takes. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final Ledger ledger;
    private final Entries entries;
    private final StandingProjection projection;
    private final Commitments commitments;
    private final Standings standings;
    private final FacetCounts facetCounts;
    private final EntityManager entities;

    ProjectionCheck(
            Ledger ledger,
            Entries entries,
            StandingProjection projection,
            Commitments commitments,
            Standings standings,
            FacetCounts facetCounts,
            EntityManager entities) {
        this.ledger = ledger;
        this.entries = entries;
        this.projection = projection;
        this.commitments = commitments;
        this.standings = standings;
        this.facetCounts = facetCounts;
        this.entities = entities;
    }

    /** Tells each difference and a summary; true when there is no difference. */
    public boolean check(Consumer<String> out) {
        return inOneTransaction(new CheckRun(out, false));
    }

    /** Tells the same, and writes what the replay gives where it differs; true when all is right then. */
    public boolean rebuild(Consumer<String> out) {
        return inOneTransaction(new CheckRun(out, true));
    }

    private static boolean inOneTransaction(CheckRun run) {
        return QuarkusTransaction.requiringNew()
                .timeout((int) PATIENCE.toSeconds())
                .call(run::wholeRegister);
    }

    /** One walk through the register. */
    private final class CheckRun {

        private final Consumer<String> out;
        private final boolean repairs;
        private final FacetCountChanges counts = new FacetCountChanges();
        private long seen;
        private long rectangles;
        private long differences;
        private long lost;

        CheckRun(Consumer<String> out, boolean repairs) {
            this.out = out;
            this.repairs = repairs;
        }

        boolean wholeRegister() {
            if (repairs) ledger.lock();
            String behind = "";
            for (List<String> codes = codes(behind); !codes.isEmpty(); codes = codes(behind)) {
                codes.forEach(this::commitment);
                behind = codes.get(codes.size() - 1);
            }
            findLost();
            counts();
            out.accept("%d commitment(s) with %d rectangle(s) replayed: %s"
                    .formatted(seen, rectangles, differences == 0 ? "no difference" : differences + " difference(s)"));
            if (repairs && differences > lost) out.accept("the replayed ones were written in place of the stored");
            return repairs ? lost == 0 : differences == 0;
        }

        private List<String> codes(String behind) {
            return entities.createQuery("select code from Commitment where code > ?1 order by code", String.class)
                    .setParameter(1, behind)
                    .setMaxResults(AT_ONCE)
                    .getResultList();
        }

        private void commitment(String code) {
            Commitment commitment = commitments.byCode(code);
            List<CommitmentEvent> events = projection.events(commitment);
            BitemporalReplay replay = BitemporalReplay.of(events);
            List<Standing> replayed = rows(replay);
            counts.added(replay.openStates());
            List<String> lines = new ArrayList<>(ComparableStanding.differences(
                    standings.all(code).stream().map(Standing::comparable).toList(),
                    replayed.stream().map(Standing::comparable).toList()));
            long followed = events.isEmpty()
                    ? 0
                    : events.get(events.size() - 1).recorded().sequence();
            if (followed != commitment.projectedSequence())
                lines.add("follows entry " + commitment.projectedSequence() + ", replayed: " + followed);
            lines.forEach(line -> differ(code + " " + line));
            seen++;
            rectangles += replayed.size();
            if (repairs && !lines.isEmpty()) {
                commitment.markProjected(followed);
                entities.flush();
                replace(code, replayed);
            }
            entities.clear();
        }

        private void differ(String line) {
            differences++;
            out.accept(line);
        }

        /** Commitments that only the ledger knows; what else belongs to them is not kept in standings. */
        private void findLost() {
            String behind = "";
            String noun = CommitmentEntryKinds.subject("");
            String kind = noun.substring(0, noun.length() - 1);
            for (List<String> subjects = entries.subjects(kind, behind, AT_ONCE);
                    !subjects.isEmpty();
                    subjects = entries.subjects(kind, behind, AT_ONCE)) {
                for (String subject : subjects) {
                    if (commitments.findByCode(subject.substring(noun.length())).isPresent()) continue;
                    lost++;
                    differ(subject + " is in the ledger, but there is no such commitment: restore a backup");
                }
                behind = subjects.get(subjects.size() - 1);
                entities.clear();
            }
        }

        private void counts() {
            Map<FacetCount.Key, Long> replayed = counts.changes();
            Map<FacetCount.Key, FacetCount> kept = new HashMap<>();
            facetCounts.listAll().forEach(facetCount -> kept.put(facetCount.key(), facetCount));
            Map<String, FacetCount.Key> keys = new TreeMap<>();
            replayed.keySet().forEach(key -> keys.put(key.toString(), key));
            kept.keySet().forEach(key -> keys.put(key.toString(), key));
            Map<FacetCount.Key, Long> repaired = new HashMap<>();
            for (FacetCount.Key key : keys.values()) {
                FacetCount facetCount = kept.get(key);
                long stored = facetCount == null ? 0 : facetCount.n();
                long right = replayed.getOrDefault(key, 0L);
                if (stored == right) continue;
                differ("the count of %s is stored as %d, replayed as %d".formatted(key, stored, right));
                if (!repairs) continue;
                repaired.put(key, right - stored);
            }
            facetCounts.add(repaired);
        }
    }

    /** The rows that a replay gives, each text of details once. */
    private static List<Standing> rows(BitemporalReplay replay) {
        Map<CommitmentDetails, StoredDetails> details = new HashMap<>();
        List<Standing> rows = new ArrayList<>();
        for (RecordedState kept : replay.states()) {
            StoredDetails its = details.computeIfAbsent(kept.state().state().details(), StoredDetails::new);
            Standing row = new Standing(kept.state(), kept.recordedFrom(), its);
            if (!kept.open()) row.close(kept.recordedTo());
            rows.add(row);
        }
        return rows;
    }

    private void replace(String code, List<Standing> replayed) {
        entities.clear();
        for (String table : List.of("commitment_facet", "commitment_term"))
            entities.createNativeQuery("delete from " + table
                            + " where details_id in (select id from commitment_details where code = ?1)")
                    .setParameter(1, code)
                    .executeUpdate();
        entities.createNativeQuery(
                        "delete from standing_party where standing_id in (select id from standing where code = ?1)")
                .setParameter(1, code)
                .executeUpdate();
        for (String table : List.of("standing", "commitment_details"))
            entities.createNativeQuery("delete from " + table + " where code = ?1")
                    .setParameter(1, code)
                    .executeUpdate();
        replayed.stream().map(Standing::details).distinct().forEach(entities::persist);
        standings.persist(replayed);
        entities.flush();
    }
}
