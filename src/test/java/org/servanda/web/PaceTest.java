package org.servanda.web;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** How slowly a body may come. */
class PaceTest {

    private long now;
    private final Pace pace = new Pace(Duration.ofSeconds(10), () -> now);

    private void after(int seconds) {
        now += Duration.ofSeconds(seconds).toNanos();
    }

    @Test
    void aPauseOfTenSecondsIsTooLong() {
        after(9);
        assertFalse(pace.tooSlow());
        after(1);
        assertTrue(pace.tooSlow());
    }

    @Test
    void aByteEachTwoSecondsIsTooSlowThoughItNeverPauses() {
        for (int bytes = 0; bytes < 4; bytes++) {
            after(2);
            pace.came(1);
            assertFalse(pace.tooSlow());
        }
        after(2);
        pace.came(1);
        assertTrue(pace.tooSlow());
    }

    @Test
    void aKibibyteASecondIsFastEnoughForEver() {
        for (int seconds = 0; seconds < 600; seconds++) {
            after(1);
            pace.came(1_024);
            assertFalse(pace.tooSlow());
        }
    }

    @Test
    void whatCameFastIsNoCreditForLater() {
        pace.came(19_000_000);
        boolean cut = false;
        for (int seconds = 0; seconds < 25; seconds += 5) {
            after(5);
            pace.came(1);
            cut |= pace.tooSlow();
        }
        assertTrue(cut);
    }
}
