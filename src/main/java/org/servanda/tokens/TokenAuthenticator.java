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

/** Authenticates access tokens when a provider is configured; otherwise no token is accepted. */
@ApplicationScoped
class TokenAuthenticator implements BearerAuthenticator {

    /** Priority of the log line: before the database reports itself. */
    private static final int FIRST = 50;

    private static final Logger LOG = Logger.getLogger(TokenAuthenticator.class);

    /** A signed token in its compact form (RFC 7515, 7.1); the third part is empty when it is not signed. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");

    /** The validator and the claims mapper of the provider. */
    private record ProviderTokens(TokenValidator validator, ClaimsMapper mapper) {}

    private final Optional<OidcProvider> provider;
    private final Optional<ProviderTokens> providerTokens;
    private final Parties parties;
    private final Clock clock;

    TokenAuthenticator(OidcConfig config, Parties parties, Clock clock) {
        this.provider = OidcProvider.of(config);
        this.providerTokens = provider.map(oidcProvider -> new ProviderTokens(
                new TokenValidator(oidcProvider, new JwksCache(new JwksClient(oidcProvider), clock)),
                new ClaimsMapper(oidcProvider)));
        this.parties = parties;
        this.clock = clock;
    }

    /** Observes the event so that this bean is created, which validates the settings, before there is a register. */
    void checkSettings(@Observes BeforeDatabase start) {}

    /**
     * Logs the provider. The provider is not contacted before the first token comes: it may start later than the
     * register.
     */
    void announce(@Observes @Priority(FIRST) StartupEvent start) {
        provider.ifPresent(
                oidcProvider -> LOG.infof("tokens: from %s, for %s", oidcProvider.issuer(), oidcProvider.audience()));
    }

    @Override
    public Optional<Identity> authenticate(String bearer) {
        if (!FORM.matcher(bearer).matches()) return Optional.empty();
        return providerTokens.map(tokens -> tokens.mapper.identity(
                tokens.validator.claims(bearer, clock.instant()),
                () -> QuarkusTransaction.requiringNew().call(parties::codes)));
    }
}
