package org.servanda.commitments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.servanda.commitments.Fact.Reported;
import org.servanda.ledger.Entry;

/** Reads off what is known of a commitment how its status, and those of its parties, moved from day to day. */
final class Moves {

    /** Stands for the commitment as a whole among its parties. */
    private static final String WHOLE = "";

    private final Map<Long, Entry> entries = new TreeMap<>();
    private final List<Fact> facts;
    private final List<CountingReport> reports;

    /** @param known all entries about the commitment and its instrument, in the order of the ledger */
    Moves(List<Entry> known) {
        known.forEach(entry -> entries.put(entry.sequence(), entry));
        facts = known.stream().map(Fact::of).flatMap(Optional::stream).toList();
        reports = CountingReport.of(facts.stream()
                .filter(Reported.class::isInstance)
                .map(Reported.class::cast)
                .toList());
    }

    /** Those up to a day, in the order of the world; on one day that of the whole before those of its parties. */
    List<Move> until(LocalDate last) {
        List<Move> moves = new ArrayList<>();
        Map<String, Status> former = new TreeMap<>();
        LocalDate first = null;
        for (Slice slice : Timeline.of(facts)) {
            if (slice.from().isAfter(last)) break;
            Status stated = slice.state().details().promise().status();
            for (Map.Entry<String, Status> now : statuses(slice.state()).entrySet()) {
                Status was = former.getOrDefault(now.getKey(), stated);
                if (was != now.getValue())
                    moves.add(move(now.getKey(), was, now.getValue(), slice.from(), first == null));
            }
            // A party that has no status any more, by another rule, comes from the text again.
            former = statuses(slice.state());
            first = slice.from();
        }
        return moves;
    }

    private static Map<String, Status> statuses(State state) {
        Map<String, Status> statuses =
                new TreeMap<>(Map.of(WHOLE, state.progress().status()));
        if (state.progress().parties() != null)
            state.progress().parties().forEach(its -> statuses.put(its.party(), its.status()));
        return statuses;
    }

    private Move move(String whose, Status from, Status to, LocalDate on, boolean first) {
        String party = whose.equals(WHOLE) ? null : whose;
        CountingReport said = null;
        for (CountingReport report : reports) {
            // What was reported of days before the commitment was made holds from its first day.
            boolean then = report.on().equals(on) || first && report.on().isBefore(on);
            boolean its = party == null || report.speaker() == null || party.equals(report.speaker());
            boolean better = said == null || report.status() == to || said.status() != to;
            if (then && its && better) said = report;
        }
        return said == null
                ? new Move(on, party, from, to, otherwise(on), null, first)
                : new Move(
                        said.on(),
                        party,
                        from,
                        to,
                        entries.get(said.reported().recorded().sequence()),
                        said.id(),
                        first);
    }

    /** No report: the rule was declared by which the whole follows from its parties, or the text read better. */
    private Entry otherwise(LocalDate on) {
        Entry cause = null;
        for (Fact fact : facts) {
            boolean edit = fact instanceof Fact.Edited edited && edited.on().equals(on);
            boolean text =
                    fact instanceof Fact.Text && (cause == null || !cause.kind().equals(CommitmentKinds.EDITED));
            if (edit || text) cause = entries.get(fact.recorded().sequence());
        }
        return cause;
    }
}
