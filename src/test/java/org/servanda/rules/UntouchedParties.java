package org.servanda.rules;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.servanda.rules.Fact.Reported;

/** Rule 3.4: where a party stands that neither the correction nor what it corrects speaks of, never changes by it. */
final class UntouchedParties {

    private static final List<String> STANDING =
            List.of("status", "since", "percent", "percentOn", "assurance", "lastUpdate");

    private final TrackedCommitment commitment;
    private final Differences differences;

    UntouchedParties(TrackedCommitment commitment, Differences differences) {
        this.commitment = commitment;
        this.differences = differences;
    }

    /**
     * Compares what the register says before and after a correction.
     *
     * @param before what was known before it
     */
    void compare(KnownEvents before, Reported correction, long entry, LocalDate day) {
        OracleUpdate corrected = before.countingReport(correction.corrects()).orElseThrow();
        String word = before.wordOf(corrected);
        if (word == null && speaksForEach(before, day)) return;
        Map<String, Object> old = standings(day, entry - 1);
        standings(day, entry).forEach((party, standing) -> {
            if (!party.equals(word))
                differences.compare(
                        "3.4 untouched parties",
                        old.get(party),
                        standing,
                        () -> commitment.code + " " + party + " on " + day + " known at " + entry + " by "
                                + correction);
        });
    }

    /** Whether on any day up to this one an update about the whole speaks for each party (rules 4.3 and 4.4). */
    private static boolean speaksForEach(KnownEvents known, LocalDate day) {
        EditRules editRules = new EditRules(known);
        return known.changeDays(day).stream()
                .anyMatch(on -> !editRules.rollUp(on).equals("lead"));
    }

    private Map<String, Object> standings(LocalDate day, long revision) {
        Map<String, Object> all = new TreeMap<>();
        for (Map<String, Object> item :
                RegisterClient.items(commitment.path() + "/parties?asOf=" + day + "&knownAt=" + revision)) {
            Map<String, Object> standing = new HashMap<>(item);
            standing.keySet().retainAll(STANDING);
            all.put(item.get("party").toString(), standing);
        }
        return all;
    }
}
