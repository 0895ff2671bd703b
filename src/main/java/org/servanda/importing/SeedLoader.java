package org.servanda.importing;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import org.servanda.start.BeforeDatabase;

/**
 * Brings the seeds into the register at every start. They are read before the store is opened: with seeds that are broken,
 * or not there, no register is made.
 */
@ApplicationScoped
class SeedLoader {

    /** After the store introduced itself, before anything serves. */
    private static final int AFTER_STORE = 200;

    /** A busy machine may take minutes, and a start that gives up does no better the next time. */
    private static final int PATIENCE_SECONDS = 3_600;

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
    @TransactionConfiguration(timeout = PATIENCE_SECONDS)
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
