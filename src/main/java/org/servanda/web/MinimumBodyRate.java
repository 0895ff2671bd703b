package org.servanda.web;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How slowly a body may come: never a pause as long as the patience, and in each such time a kibibyte a second. */
final class MinimumBodyRate {

    private static final long LEAST_PER_SECOND = 1_024;

    private final LongSupplier nanos;
    private final Duration patience;
    private long begin;
    private long last;
    private long bytes;

    /** @param nanos a clock that nobody sets, such as {@link System#nanoTime} */
    MinimumBodyRate(Duration patience, LongSupplier nanos) {
        this.nanos = nanos;
        this.patience = patience;
        this.begin = nanos.getAsLong();
        this.last = begin;
    }

    void came(int more) {
        bytes += more;
        last = nanos.getAsLong();
    }

    boolean tooSlow() {
        long now = nanos.getAsLong();
        if (now - last >= patience.toNanos()) return true;
        if (now - begin < patience.toNanos()) return false;
        boolean slow = bytes < LEAST_PER_SECOND * patience.toSeconds();
        // What came fast earlier is no credit for later.
        begin = now;
        bytes = 0;
        return slow;
    }

    static ProblemException refusal() {
        return new ProblemException(
                        ProblemType.BODY_TOO_SLOW,
                        "The body came too slowly. Send it without pauses, at a kibibyte a second or faster.")
                .with("Connection", "close");
    }
}
