package org.servanda.web;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The minimum rate of a body: no pause as long as the patience, and on average a kibibyte a second in each period of
 * that length.
 */
final class MinimumBodyRate {

    private static final long LEAST_PER_SECOND = 1_024;

    private final LongSupplier nanos;
    private final Duration patience;
    private long windowStart;
    private long lastReceived;
    private long bytesInWindow;

    /** @param nanos a monotonic clock in nanoseconds, such as {@link System#nanoTime} */
    MinimumBodyRate(Duration patience, LongSupplier nanos) {
        this.nanos = nanos;
        this.patience = patience;
        this.windowStart = nanos.getAsLong();
        this.lastReceived = windowStart;
    }

    void received(int count) {
        bytesInWindow += count;
        lastReceived = nanos.getAsLong();
    }

    boolean tooSlow() {
        long now = nanos.getAsLong();
        if (now - lastReceived >= patience.toNanos()) return true;
        if (now - windowStart < patience.toNanos()) return false;
        boolean tooFewBytes = bytesInWindow < LEAST_PER_SECOND * patience.toSeconds();
        // Each period counts by itself: a fast start is no credit for later.
        windowStart = now;
        bytesInWindow = 0;
        return tooFewBytes;
    }

    static ProblemException problem() {
        return new ProblemException(
                        ProblemType.BODY_TOO_SLOW,
                        "The body came too slowly. Send it without pauses, at a kibibyte a second or faster.")
                .with("Connection", "close");
    }
}
