package org.servanda.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Outcomes of the updates that clients submitted, by key, and the longest time without any acknowledgement. */
class ClientOutcomes {

    private final Map<String, String> acknowledged = new HashMap<>();
    private final Set<String> uncertain = new HashSet<>();
    private final List<String> wrong = new ArrayList<>();
    private long last;
    private Duration longestGap = Duration.ZERO;

    /** An update was recorded under this id. */
    synchronized void acknowledge(String key, String id) {
        acknowledged.put(key, id);
        // Not the time of day: that is what a test may set.
        long now = System.nanoTime();
        Duration gap = Duration.ofNanos(last == 0 ? 0 : now - last);
        if (gap.compareTo(longestGap) > 0) longestGap = gap;
        last = now;
    }

    /** Nobody can say whether an update was recorded; the same key will tell. */
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

    /** The outcomes up to now. */
    synchronized OutcomeTotals totals() {
        long resolved = uncertain.stream().filter(acknowledged::containsKey).count();
        return new OutcomeTotals(Map.copyOf(acknowledged), uncertain.size(), resolved, List.copyOf(wrong), longestGap);
    }

    /**
     * Outcomes of a whole run.
     *
     * @param acknowledged id by key
     * @param uncertain number of outcomes that were unknown for a while
     * @param resolved number of these that are known by now
     */
    record OutcomeTotals(
            Map<String, String> acknowledged, int uncertain, long resolved, List<String> wrong, Duration gap) {}
}
