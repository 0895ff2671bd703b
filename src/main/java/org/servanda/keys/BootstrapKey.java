package org.servanda.keys;

import java.time.Clock;
import java.util.Optional;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

import org.servanda.access.Role;
import org.servanda.ledger.Ledger;

/**
 * Issues the first admin key at the start of a register that never had a key. The key is shown once, on the console or
 * in a file. A register whose admin keys have all ended gets another key in a file only: a person who can set the
 * file's name controls the program.
 */
@ApplicationScoped
class BootstrapKey {

    /** Priority after the seeds, and before anything is served. */
    private static final int AFTER_SEEDS = 300;

    private static final Logger LOG = Logger.getLogger(BootstrapKey.class);
    private static final String ACTOR = "start";

    private final boolean atStart;
    private final Optional<AdminKeyFile> file;
    private final Ledger ledger;
    private final ApiKeys keys;
    private final ApiKeyIssuer issuer;
    private final Clock clock;

    BootstrapKey(KeyConfig config, Ledger ledger, ApiKeys keys, ApiKeyIssuer issuer, Clock clock) {
        this.atStart = config.atStart();
        this.file = config.adminKeyFile().map(AdminKeyFile::new);
        this.ledger = ledger;
        this.keys = keys;
        this.issuer = issuer;
        this.clock = clock;
    }

    void onStart(@Observes @Priority(AFTER_SEEDS) StartupEvent start) {
        if (!atStart) return;
        QuarkusTransaction.requiringNew().call(this::issueIfNeeded).ifPresent(this::announce);
    }

    /**
     * Takes the writer lock first, so that of several nodes that start together one issues a key and the others see it.
     */
    private Optional<ApiKeyView> issueIfNeeded() {
        ledger.lock();
        if (keys.countValidAdminKeys(clock.instant()) > 0) return Optional.empty();
        boolean mayRecover = file.isPresent() && !file.get().exists();
        if (keys.count() > 0 && !mayRecover) {
            LOG.warn("no admin key is valid any more; to get one, start with SERVANDA_ADMIN_KEY_FILE naming a file that"
                    + " does not exist yet");
            return Optional.empty();
        }
        ApiKeyView issued = issuer.issue(new NewApiKey(Role.admin, null, "Made at start", null), ACTOR);
        keys.flush();
        // Written last before the commit, and kept even if the commit fails: an invalid key in a file is better than a
        // lost valid one.
        file.ifPresent(target -> target.write(issued.key()));
        return Optional.of(issued);
    }

    private void announce(ApiKeyView key) {
        if (file.isPresent()) {
            System.out.printf(
                    "admin key %s, valid until %s, is in %s%n",
                    key.id(), key.expiresAt(), file.get().path());
            return;
        }
        System.out.printf(
                """
                a key to begin with. It is shown once and kept nowhere: put it in a safe place.

                    id          %s
                    role        %s
                    valid until %s
                    key         %s
                """,
                key.id(), key.role(), key.expiresAt(), key.key());
    }
}
