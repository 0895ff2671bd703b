package org.servanda.keys;

import java.time.Clock;
import java.util.Optional;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.access.BearerAuthenticator;
import org.servanda.access.Identity;

/**
 * Looks a key up in the store for every request, in a transaction that ends before the request's own begins: so a key
 * that was revoked on one node is closed at once on all.
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
    public Optional<Identity> find(String bearer) {
        return ApiKeySecret.parse(bearer)
                .flatMap(secret -> QuarkusTransaction.requiringNew().call(() -> keys.findByIdOptional(secret.id())
                        .filter(key -> key.opensFor(secret, clock.instant()))
                        .map(ApiKey::pass)));
    }
}
