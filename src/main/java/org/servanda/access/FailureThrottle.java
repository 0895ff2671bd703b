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
 * Rate limit for invalid credentials of an address, so that nobody tries keys by the million. The counts are kept per
 * process: they slow an attacker down and decide nothing else. A valid key is never refused because of the failures of
 * other clients.
 */
class FailureThrottle {

    private static final Logger LOG = Logger.getLogger(FailureThrottle.class);
    private static final Duration WINDOW = Duration.ofMinutes(1);

    /** Addresses counted at one time, so that an attacker with many addresses cannot fill the memory. */
    private static final int MAX_ADDRESSES = 10_000;

    private record Window(Instant end, int failures) {}

    private final int limit;
    private final Clock clock;
    private final ConcurrentMap<String, Window> windows = Caffeine.newBuilder()
            .maximumSize(MAX_ADDRESSES)
            .expireAfterWrite(WINDOW)
            .<String, Window>build()
            .asMap();

    FailureThrottle(int limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /** Counts a failure and returns the problem to answer with. */
    ProblemException add(String address, ProblemException problem) {
        Instant now = clock.instant();
        Window window = windows.compute(
                address,
                (key, current) -> current == null || !now.isBefore(current.end)
                        ? new Window(now.plus(WINDOW), 1)
                        : new Window(current.end, current.failures + 1));
        if (window.failures <= limit) return problem;
        if (window.failures == limit + 1)
            LOG.warnf("more than %d keys from %s were not valid within a minute", limit, address);
        return new ProblemException(
                        ProblemType.TOO_MANY_FAILURES,
                        "More than " + limit + " keys from this address were not valid within a minute.")
                .retryAfter(Math.max(1, Duration.between(now, window.end).toSeconds()));
    }
}
