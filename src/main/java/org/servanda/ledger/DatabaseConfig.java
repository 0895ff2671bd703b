package org.servanda.ledger;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** Settings of the database: whether it is created, and how long to wait for it. */
@ConfigMapping(prefix = "servanda.store")
interface DatabaseConfig {

    /** Seconds to wait for a host that does not answer; 0 means no limit, for a command, whose caller can wait. */
    @WithName("patience")
    int patienceSeconds();

    /** Whether a register is created where there is none; a command works on an existing one only. */
    @WithDefault("true")
    boolean madeAtStart();

    /**
     * Limit for a statement. It is shorter than the patience, so that the database stops working on a statement before
     * its client stops waiting; 0 for no limit.
     */
    default Duration statementTimeout() {
        return Duration.ofSeconds(Math.max(0, patienceSeconds() - 2));
    }

    default boolean waitsForever() {
        return patienceSeconds() == 0;
    }
}
