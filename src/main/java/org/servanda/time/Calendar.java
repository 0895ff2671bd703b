package org.servanda.time;

import java.time.Clock;
import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Says which day it is in the register's zone. */
@ApplicationScoped
public class Calendar {

    private final Clock clock;
    private final TimeConfig config;

    Calendar(Clock clock, TimeConfig config) {
        this.clock = clock;
        this.config = config;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), config.zone());
    }

    @Produces
    @Singleton
    static Clock systemClock() {
        return Clock.systemUTC();
    }
}
