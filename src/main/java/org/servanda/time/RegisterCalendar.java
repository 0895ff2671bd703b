package org.servanda.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Says which day it is in the register's zone. */
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

    /** When a day begins in the register's zone. */
    public Instant beginningOf(LocalDate day) {
        return day.atStartOfDay(config.zone()).toInstant();
    }

    @Produces
    @Singleton
    static Clock systemClock() {
        return Clock.systemUTC();
    }
}
