package org.servanda.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The calendar of the register: today's date in its time zone. */
@ApplicationScoped
public class RegisterCalendar {

    private final Clock clock;
    private final TimeConfig config;

    RegisterCalendar(Clock clock, TimeConfig config) {
        this.clock = clock;
        this.config = config;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), config.zone());
    }

    /** The moment at which a day begins in the register's time zone. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(config.zone()).toInstant();
    }

    @Produces
    @Singleton
    static Clock systemClock() {
        return Clock.systemUTC();
    }
}
