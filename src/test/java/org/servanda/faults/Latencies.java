package org.servanda.faults;

import java.util.Arrays;

/** How long answers took. */
class Latencies {

    private long[] nanos = new long[1_024];
    private int count;

    /** @param begin by the clock of {@link System#nanoTime} */
    synchronized void add(long begin) {
        if (count == nanos.length) nanos = Arrays.copyOf(nanos, 2 * count);
        nanos[count++] = System.nanoTime() - begin;
    }

    synchronized int count() {
        return count;
    }

    /** In milliseconds, such that this share of all took no longer; nought when there was none. */
    synchronized double millis(double share) {
        if (count == 0) return 0;
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(share * count) - 1] / 1e6;
    }
}
