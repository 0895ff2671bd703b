package org.servanda.access;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import org.servanda.web.Reason;
import org.servanda.web.Refusal;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Keys that do not count are counted, by address and by the minute. */
class FailureThrottleTest {

    private static final Refusal WRONG = Refusal.invalidToken("wrong");

    private Instant now = Instant.parse("2026-11-21T12:00:00Z");

    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);

    private final FailureThrottle failureThrottle = new FailureThrottle(2, clock);

    private Reason fail(String address) {
        return failureThrottle.add(address, WRONG).reason();
    }

    @Test
    void whatIsMoreThanTheLimitWithinAMinuteIsHeldUp() {
        assertEquals(Reason.UNAUTHENTICATED, fail("a"));
        assertEquals(Reason.UNAUTHENTICATED, fail("a"));
        assertEquals(Reason.TOO_MANY_FAILURES, fail("a"));
        assertEquals(Reason.TOO_MANY_FAILURES, fail("a"));
        assertEquals(Reason.UNAUTHENTICATED, fail("b"));
    }

    @Test
    void theNextMinuteBeginsAnew() {
        for (int i = 0; i < 5; i++) fail("a");
        now = now.plusSeconds(59);
        assertEquals(Reason.TOO_MANY_FAILURES, fail("a"));
        now = now.plusSeconds(1);
        assertEquals(Reason.UNAUTHENTICATED, fail("a"));
    }
}
