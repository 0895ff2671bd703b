package org.servanda.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads days and moments as ISO 8601 and RFC 3339 write them, and no other way: whoever guesses what another spelling means
 * may be a day off. The only place that knows between which days anything lies. Both stores, JSON and every client can hold
 * these days; PostgreSQL has none before 4713 BC, and a year of more than four digits is no date of the contract.
 */
public final class IsoTime {

    /** The first day that anything may speak of: before every instrument, and the same in every calendar in use since. */
    public static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    /** The last day that anything may speak of. */
    public static final LocalDate LAST = LocalDate.of(2200, 12, 31);

    /** Between which days everything lies, in words. */
    public static final String BOUNDS = "from " + FIRST + " to " + LAST;

    /** What a day must be, in words. */
    public static final String DAY = "a day such as 2026-03-31 (ISO 8601), " + BOUNDS;

    /** What a moment must be, in words. */
    public static final String MOMENT = "a moment with zone such as 2026-04-01T00:00:00Z (ISO 8601), " + BOUNDS;

    private static final Pattern DAY_FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private static final Pattern MOMENT_FORM =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");

    private IsoTime() {}

    /** A day of the calendar within the bounds; empty for anything else. */
    public static Optional<LocalDate> day(String text) {
        if (!DAY_FORM.matcher(text).matches()) return Optional.empty();
        try {
            return Optional.of(LocalDate.parse(text)).filter(IsoTime::within);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A moment whose day in UTC is within the bounds; empty for anything else, as where the zone is missing. */
    public static Optional<Instant> moment(String text) {
        if (!MOMENT_FORM.matcher(text).matches()) return Optional.empty();
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant())
                    .filter(moment -> within(LocalDate.ofInstant(moment, ZoneOffset.UTC)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static boolean within(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }

    /** The last moment, up to this one, that a store can hold: both keep microseconds, and PostgreSQL's driver would round. */
    public static Instant floor(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    /** The first moment, from this one on, that a store can hold. */
    public static Instant ceiling(Instant moment) {
        Instant floor = floor(moment);
        return floor.equals(moment) ? floor : floor.plus(1, ChronoUnit.MICROS);
    }
}
