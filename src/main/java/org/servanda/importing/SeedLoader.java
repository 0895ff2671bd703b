package org.servanda.importing;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import org.servanda.start.BeforeDatabase;

/**
 * Loads the seeds into the register at every start. They are read before the database is opened, so that faulty or missing
 * seeds make no register.
 */
@ApplicationScoped
class SeedLoader {

    /** Priority of the observer: after the line about the database, before the first answer. */
    private static final int AFTER_STORE = 200;

    /** A busy machine may take minutes, and a start that gives up does no better the next time. */
    private static final int TIMEOUT_SECONDS = 3_600;

    private final SeedConfig config;
    private final SeedWriter writer;
    private Seeds seeds;

    SeedLoader(SeedConfig config, SeedWriter writer) {
        this.config = config;
        this.writer = writer;
    }

    void read(@Observes BeforeDatabase start) {
        if (!config.atStart()) return;
        seeds = new SeedReader(config.dir().map(SeedFolder::at).orElseGet(SeedFolder::inProgram)).read();
    }

    @Transactional
    @TransactionConfiguration(timeout = TIMEOUT_SECONDS)
    void load(@Observes @Priority(AFTER_STORE) StartupEvent start) {
        if (!config.atStart()) return;
        int changes = writer.apply(seeds);
        long commitments = seeds.instruments().stream()
                .mapToLong(instrument -> instrument.commitments().size())
                .sum();
        System.out.printf(
                "register: %d instruments with %d commitments, %d links in the seeds; %s%n",
                seeds.instruments().size(),
                commitments,
                seeds.links().size(),
                changes == 0 ? "nothing changed" : changes + " record(s) changed");
        seeds = null;
    }
}
