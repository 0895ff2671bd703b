package org.servanda.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What clients were told of their reports, by key, and for how long all of them were told nothing. */
class ClientOutcomes {

    private final Map<String, String> acknowledged = new HashMap<>();
    private final Set<String> uncertain = new HashSet<>();
    private final List<String> wrong = new ArrayList<>();
    private long last;
    private Duration longestGap = Duration.ZERO;

    /** A report was recorded under this id. */
    synchronized void acknowledge(String key, String id) {
        acknowledged.put(key, id);
        // Not the time of day: that is what a test may set.
        long now = System.nanoTime();
        Duration gap = Duration.ofNanos(last == 0 ? 0 : now - last);
        if (gap.compareTo(longestGap) > 0) longestGap = gap;
        last = now;
    }

    /** Nobody can say whether a report was recorded; the same key will tell. */
    synchronized void doubt(String key) {
        uncertain.add(key);
    }

    /** An answer that no client should ever get. */
    synchronized void wrong(String answer) {
        wrong.add(answer);
    }

    synchronized int count() {
        return acknowledged.size();
    }

    /** As it is now. */
    synchronized OutcomeTotals totals() {
        long resolved = uncertain.stream().filter(acknowledged::containsKey).count();
        return new OutcomeTotals(Map.copyOf(acknowledged), uncertain.size(), resolved, List.copyOf(wrong), longestGap);
    }

    /**
     * What was told in a whole run.
     *
     * @param acknowledged id by key
     * @param uncertain how many outcomes were unknown for a while
     * @param resolved how many of these are known by now
     */
    record OutcomeTotals(Map<String, String> acknowledged, int uncertain, long resolved, List<String> wrong, Duration gap) {}
}
