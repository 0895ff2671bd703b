package org.servanda.proofs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.servanda.start.BeforeDatabase;
import org.servanda.start.StartRefusal;

/**
 * Checks at the start the names of the log and of its key. Auditors write these names down, so a name that cannot be
 * used for signing is refused before it is used.
 */
@ApplicationScoped
class LogNames {

    private final ProofsConfig config;

    LogNames(ProofsConfig config) {
        this.config = config;
    }

    void require(@Observes BeforeDatabase start) {
        requireName("origin", config.origin());
        requireName("key-name", config.keyName());
    }

    private static void requireName(String setting, String name) {
        try {
            VerifierKey.requireName(name);
        } catch (IllegalArgumentException e) {
            throw new StartRefusal("servanda.proofs." + setting + ": " + e.getMessage(), e);
        }
    }
}
