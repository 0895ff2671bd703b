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
 * Parses days and moments of ISO 8601 and RFC 3339, and no other form: a parser that guesses the meaning of another
 * form may be a day off. This is the only class that knows the bounds of all days. Both databases, JSON and every
 * client can represent these days; PostgreSQL has none before 4713 BC, and a year of more than four digits is no date
 * of the contract.
 */
public final class IsoTime {

    /**
     * The first allowed day: before every instrument, and the same day in every calendar that has been in use since.
     */
    public static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    /** The last allowed day. */
    public static final LocalDate LAST = LocalDate.of(2200, 12, 31);

    /** The bounds, in words. */
    public static final String BOUNDS = "from " + FIRST + " to " + LAST;

    /** The form of a day, in words. */
    public static final String DAY = "a day such as 2026-03-31 (ISO 8601), " + BOUNDS;

    /** The form of a moment, in words. */
    public static final String MOMENT = "a moment with zone such as 2026-04-01T00:00:00Z (ISO 8601), " + BOUNDS;

    private static final Pattern DAY_FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private static final Pattern MOMENT_FORM =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");

    private IsoTime() {}

    /** Parses a day within the bounds; empty for any other text. */
    public static Optional<LocalDate> day(String text) {
        if (!DAY_FORM.matcher(text).matches()) return Optional.empty();
        try {
            return Optional.of(LocalDate.parse(text)).filter(IsoTime::isWithinBounds);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Parses a moment whose day in UTC is within the bounds; empty for any other text, such as one without zone. */
    public static Optional<Instant> moment(String text) {
        if (!MOMENT_FORM.matcher(text).matches()) return Optional.empty();
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant())
                    .filter(moment -> isWithinBounds(LocalDate.ofInstant(moment, ZoneOffset.UTC)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static boolean isWithinBounds(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }

    /**
     * Rounds down to a moment that a database can store: both store microseconds, and PostgreSQL's driver would round.
     */
    public static Instant floor(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    /** Rounds up to a moment that a database can store. */
    public static Instant ceiling(Instant moment) {
        Instant floor = floor(moment);
        return floor.equals(moment) ? floor : floor.plus(1, ChronoUnit.MICROS);
    }
}
