package org.servanda.web;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** How slowly a body may come. */
class MinimumBodyRateTest {

    private long now;
    private final MinimumBodyRate rate = new MinimumBodyRate(Duration.ofSeconds(10), () -> now);

    private void after(int seconds) {
        now += Duration.ofSeconds(seconds).toNanos();
    }

    @Test
    void aPauseOfTenSecondsIsTooLong() {
        after(9);
        assertFalse(rate.tooSlow());
        after(1);
        assertTrue(rate.tooSlow());
    }

    @Test
    void aByteEachTwoSecondsIsTooSlowThoughItNeverPauses() {
        for (int bytes = 0; bytes < 4; bytes++) {
            after(2);
            rate.received(1);
            assertFalse(rate.tooSlow());
        }
        after(2);
        rate.received(1);
        assertTrue(rate.tooSlow());
    }

    @Test
    void aKibibyteASecondIsFastEnoughForEver() {
        for (int seconds = 0; seconds < 600; seconds++) {
            after(1);
            rate.received(1_024);
            assertFalse(rate.tooSlow());
        }
    }

    @Test
    void whatCameFastIsNoCreditForLater() {
        rate.received(19_000_000);
        boolean cut = false;
        for (int seconds = 0; seconds < 25; seconds += 5) {
            after(5);
            rate.received(1);
            cut |= rate.tooSlow();
        }
        assertTrue(cut);
    }
}
