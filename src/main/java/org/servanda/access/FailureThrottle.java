package org.servanda.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentMap;

import com.github.benmanes.caffeine.cache.Caffeine;
import org.jboss.logging.Logger;

import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;

/**
 * Counts the bearers from an address that did not count, so that nobody tries them by the million. Kept per process:
 * it slows an attacker down and decides nothing. A key that is valid is never held up by the failures of others.
 */
class FailureThrottle {

    private static final Logger LOG = Logger.getLogger(FailureThrottle.class);
    private static final Duration WINDOW = Duration.ofMinutes(1);

    /** Addresses remembered at once, so that an attacker with many cannot fill the memory. */
    private static final int ADDRESSES = 10_000;

    private record Window(Instant end, int failures) {}

    private final int limit;
    private final Clock clock;
    private final ConcurrentMap<String, Window> windows = Caffeine.newBuilder()
            .maximumSize(ADDRESSES)
            .expireAfterWrite(WINDOW)
            .<String, Window>build()
            .asMap();

    FailureThrottle(int limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /** Notes one more failure and says how to refuse it. */
    ProblemException add(String address, ProblemException problem) {
        Instant now = clock.instant();
        Window window = windows.compute(
                address,
                (key, known) -> known == null || !now.isBefore(known.end)
                        ? new Window(now.plus(WINDOW), 1)
                        : new Window(known.end, known.failures + 1));
        if (window.failures <= limit) return problem;
        if (window.failures == limit + 1)
            LOG.warnf("more than %d keys from %s were not valid within a minute", limit, address);
        return new ProblemException(
                        ProblemType.TOO_MANY_FAILURES,
                        "More than " + limit + " keys from this address were not valid within a minute.")
                .retryAfter(Math.max(1, Duration.between(now, window.end).toSeconds()));
    }
}
