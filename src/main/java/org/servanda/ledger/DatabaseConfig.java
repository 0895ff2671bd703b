package org.servanda.ledger;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** Whether the store is made, and how long it is waited for. */
@ConfigMapping(prefix = "servanda.store")
interface DatabaseConfig {

    /** So long a host that says nothing is waited for; 0 for a command, for which nobody waits. */
    @WithName("patience")
    int patienceSeconds();

    /** Whether a register is made where there is none; a command works on one that is there. */
    @WithDefault("true")
    boolean madeAtStart();

    /** Shorter, so that the store stops working on a statement before nobody waits for it any more; 0 for no limit. */
    default Duration statement() {
        return Duration.ofSeconds(Math.max(0, patienceSeconds() - 2));
    }

    default boolean patient() {
        return patienceSeconds() == 0;
    }
}
