package org.servanda.keys;

import java.time.Clock;
import java.util.Optional;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.access.BearerAuthenticator;
import org.servanda.access.Identity;

/**
 * Authenticates API keys. It reads the key from the database for every request, in a transaction that ends before the
 * request's own begins: a key that was revoked on one node is refused at once on all nodes.
 */
@ApplicationScoped
class ApiKeyAuthenticator implements BearerAuthenticator {

    private final ApiKeys keys;
    private final Clock clock;

    ApiKeyAuthenticator(ApiKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Optional<Identity> authenticate(String bearer) {
        return ApiKeySecret.parse(bearer)
                .flatMap(secret -> QuarkusTransaction.requiringNew().call(() -> keys.findByIdOptional(secret.id())
                        .filter(key -> key.accepts(secret, clock.instant()))
                        .map(ApiKey::identity)));
    }
}
