package org.servanda.commitments;

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

import org.servanda.commitments.Replay.Kept;
import org.servanda.ledger.Entries;
import org.servanda.ledger.Ledger;

/**
 * Compares what is kept of standings and counts with what a replay of the ledger gives, and can put it right. Goes from
 * commitment to commitment, so that it needs no more memory for a million of them than for one.
 */
@ApplicationScoped
public class StandingsCheck {

    private static final int AT_ONCE = 200;

    /** One snapshot, or one write, over the whole register: as long as it takes. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final Ledger ledger;
    private final Entries entries;
    private final Chronicle chronicle;
    private final Commitments commitments;
    private final Standings standings;
    private final Tallies tallies;
    private final EntityManager entities;

    StandingsCheck(
            Ledger ledger,
            Entries entries,
            Chronicle chronicle,
            Commitments commitments,
            Standings standings,
            Tallies tallies,
            EntityManager entities) {
        this.ledger = ledger;
        this.entries = entries;
        this.chronicle = chronicle;
        this.commitments = commitments;
        this.standings = standings;
        this.tallies = tallies;
        this.entities = entities;
    }

    /** Tells each difference and a summary; true when there is no difference. */
    public boolean check(Consumer<String> out) {
        return inOneTransaction(new Run(out, false));
    }

    /** Tells the same, and writes what the replay gives where it differs; true when all is right then. */
    public boolean rebuild(Consumer<String> out) {
        return inOneTransaction(new Run(out, true));
    }

    private static boolean inOneTransaction(Run run) {
        return QuarkusTransaction.requiringNew()
                .timeout((int) PATIENCE.toSeconds())
                .call(run::wholeRegister);
    }

    /** One walk through the register. */
    private final class Run {

        private final Consumer<String> out;
        private final boolean repairs;
        private final TallyChanges counts = new TallyChanges();
        private long seen;
        private long rectangles;
        private long differences;
        private long lost;

        Run(Consumer<String> out, boolean repairs) {
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
            List<Fact> facts = chronicle.facts(commitment);
            Replay replay = Replay.of(facts);
            List<Standing> replayed = rows(replay);
            counts.added(replay.known());
            List<String> lines = new ArrayList<>(Written.differences(
                    standings.all(code).stream().map(Standing::written).toList(),
                    replayed.stream().map(Standing::written).toList()));
            long followed =
                    facts.isEmpty() ? 0 : facts.get(facts.size() - 1).recorded().sequence();
            if (followed != commitment.followed())
                lines.add("follows entry " + commitment.followed() + ", replayed: " + followed);
            lines.forEach(line -> differ(code + " " + line));
            seen++;
            rectangles += replayed.size();
            if (repairs && !lines.isEmpty()) {
                commitment.follow(followed);
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
            String noun = CommitmentKinds.subject("");
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
            Map<Tally.Key, Long> replayed = counts.changes();
            Map<Tally.Key, Tally> kept = new HashMap<>();
            tallies.listAll().forEach(tally -> kept.put(tally.key(), tally));
            Map<String, Tally.Key> keys = new TreeMap<>();
            replayed.keySet().forEach(key -> keys.put(key.toString(), key));
            kept.keySet().forEach(key -> keys.put(key.toString(), key));
            Map<Tally.Key, Long> repaired = new HashMap<>();
            for (Tally.Key key : keys.values()) {
                Tally tally = kept.get(key);
                long stored = tally == null ? 0 : tally.n();
                long right = replayed.getOrDefault(key, 0L);
                if (stored == right) continue;
                differ("the count of %s is stored as %d, replayed as %d".formatted(key, stored, right));
                if (!repairs) continue;
                repaired.put(key, right - stored);
            }
            tallies.add(repaired);
        }
    }

    /** The rows that a replay gives, each text of details once. */
    private static List<Standing> rows(Replay replay) {
        Map<Details, KeptDetails> details = new HashMap<>();
        List<Standing> rows = new ArrayList<>();
        for (Kept kept : replay.all()) {
            KeptDetails its = details.computeIfAbsent(kept.rectangle().state().details(), KeptDetails::new);
            Standing row = new Standing(kept.rectangle(), kept.known(), its);
            if (!kept.open()) row.close(kept.until());
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
