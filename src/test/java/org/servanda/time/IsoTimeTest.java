package org.servanda.time;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** One spelling for a day and one for a moment, and the bounds of both. */
class IsoTimeTest {

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01", "2024-02-29", "2026-03-31", "2200-12-31"})
    void aDayIsReadAsItIsWritten(String text) {
        assertEquals(Optional.of(LocalDate.parse(text)), IsoTime.day(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1899-12-31",
                "2201-01-01",
                "0000-01-01",
                "9999-12-31",
                "-999999999-01-01",
                "+999999999-12-31",
                "-2026-03-31",
                "2026-02-29",
                "2026-13-01",
                "2026-00-10",
                "2026-3-31",
                "20260331",
                "31.03.2026",
                "03/31/2026",
                "2026-W14-2",
                "2026-090",
                "2026-03-31T00:00:00Z",
                " 2026-03-31",
                "2026-03-31\n",
                "２０２６-03-31",
                "2026‐03‐31",
                "today",
                ""
            })
    void anythingElseIsNoDay(String text) {
        assertEquals(Optional.empty(), IsoTime.day(text));
    }

    @Test
    void aMomentIsReadInEveryZone() {
        assertEquals(moment("2026-06-01T15:30:00Z"), IsoTime.moment("2026-06-01T23:30:00+08:00"));
        assertEquals(moment("2026-06-01T15:30:00Z"), IsoTime.moment("2026-06-01t15:30:00z"));
        assertEquals(moment("2026-06-01T15:30:00.000000001Z"), IsoTime.moment("2026-06-01T15:30:00.000000001Z"));
        assertEquals(moment("1900-01-01T00:00:00Z"), IsoTime.moment("1900-01-01T00:00:00Z"));
        assertEquals(moment("2200-12-31T23:59:59.999999999Z"), IsoTime.moment("2200-12-31T23:59:59.999999999Z"));
    }

    private static Optional<Instant> moment(String text) {
        return Optional.of(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1899-12-31T23:59:59Z",
                "1900-01-01T00:00:00+08:00",
                "2201-01-01T00:00:00Z",
                "2200-12-31T23:59:59-01:00",
                "-1000000000-01-01T00:00:00Z",
                "+1000000000-01-01T00:00:00Z",
                "2026-06-01",
                "2026-06-01T23:30:00",
                "2026-06-01T23:30Z",
                "2026-06-01T24:00:00Z",
                "2026-06-01T23:60:00Z",
                "2026-02-30T00:00:00Z",
                "2026-06-01 23:30:00Z",
                "2026-06-01T23:30:00 08:00",
                "2026-06-01T23:30:00+0800",
                "2026-06-01T23:30:00+19:00",
                "2026-06-01T23:30:00Z[Asia/Bangkok]",
                "2026-06-01T23:30:00.Z",
                "2026-06-01T23:30:00.0000000001Z",
                " 2026-06-01T23:30:00Z",
                "1780000000",
                "now",
                ""
            })
    void anythingElseIsNoMoment(String text) {
        assertEquals(Optional.empty(), IsoTime.moment(text));
    }

    @Test
    void whatNoStoreHoldsIsCutTowardsWhatIsAskedFor() {
        Instant held = Instant.parse("2026-06-01T15:30:00.000001Z");
        assertEquals(held, IsoTime.floor(held));
        assertEquals(held, IsoTime.ceiling(held));
        assertEquals(held.minusNanos(1_000), IsoTime.floor(held.minusNanos(1)));
        assertEquals(held, IsoTime.floor(held.plusNanos(999)));
        assertEquals(held, IsoTime.ceiling(held.minusNanos(999)));
        assertEquals(held.plusNanos(1_000), IsoTime.ceiling(held.plusNanos(1)));
    }
}
