package org.servanda.tokens;

import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

import org.servanda.access.BearerAuthenticator;
import org.servanda.access.Identity;
import org.servanda.parties.Parties;
import org.servanda.start.BeforeDatabase;

/** Tokens as bearers, when a provider is set; without one no token counts. */
@ApplicationScoped
class TokenAuthenticator implements BearerAuthenticator {

    /** Before the store says which it is. */
    private static final int FIRST = 50;

    private static final Logger LOG = Logger.getLogger(TokenAuthenticator.class);

    /** A signed token in its compact form (RFC 7515, 7.1); the third part is empty when it is not signed. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");

    /** What belongs to a provider. */
    private record Door(TokenValidator check, ClaimsMapper holders) {}

    private final Optional<OidcProvider> provider;
    private final Optional<Door> door;
    private final Parties parties;
    private final Clock clock;

    TokenAuthenticator(OidcConfig config, Parties parties, Clock clock) {
        this.provider = OidcProvider.of(config);
        this.door = provider.map(set ->
                new Door(new TokenValidator(set, new JwksCache(new JwksClient(set), clock)), new ClaimsMapper(set)));
        this.parties = parties;
        this.clock = clock;
    }

    /** Settings that are wrong are found out when this is made; so it is made before there is a register. */
    void make(@Observes BeforeDatabase start) {}

    /** The provider itself is not asked before the first token comes: it may start later than the register. */
    void introduce(@Observes @Priority(FIRST) StartupEvent start) {
        provider.ifPresent(set -> LOG.infof("tokens: from %s, for %s", set.issuer(), set.audience()));
    }

    @Override
    public Optional<Identity> find(String bearer) {
        if (!FORM.matcher(bearer).matches()) return Optional.empty();
        return door.map(open ->
                open.holders.pass(open.check.claims(bearer, clock.instant()), () -> QuarkusTransaction.requiringNew()
                        .call(parties::codes)));
    }
}
