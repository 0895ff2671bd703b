package org.servanda.access;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Keys that do not count are counted, by address and by the minute. */
class FailureThrottleTest {

    private static final ProblemException WRONG = ProblemException.invalidToken("wrong");

    private Instant now = Instant.parse("2026-11-21T12:00:00Z");

    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);

    private final FailureThrottle failureThrottle = new FailureThrottle(2, clock);

    private ProblemType fail(String address) {
        return failureThrottle.add(address, WRONG).type();
    }

    @Test
    void whatIsMoreThanTheLimitWithinAMinuteIsHeldUp() {
        assertEquals(ProblemType.UNAUTHENTICATED, fail("a"));
        assertEquals(ProblemType.UNAUTHENTICATED, fail("a"));
        assertEquals(ProblemType.TOO_MANY_FAILURES, fail("a"));
        assertEquals(ProblemType.TOO_MANY_FAILURES, fail("a"));
        assertEquals(ProblemType.UNAUTHENTICATED, fail("b"));
    }

    @Test
    void theNextMinuteBeginsAnew() {
        for (int i = 0; i < 5; i++) fail("a");
        now = now.plusSeconds(59);
        assertEquals(ProblemType.TOO_MANY_FAILURES, fail("a"));
        now = now.plusSeconds(1);
        assertEquals(ProblemType.UNAUTHENTICATED, fail("a"));
    }
}
