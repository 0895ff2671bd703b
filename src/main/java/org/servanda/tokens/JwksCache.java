package org.servanda.tokens;

import java.io.IOException;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;

/**
 * Cache of the provider's public keys (JWKS). Keys are fetched for the first token, again when they are too old or a
 * token names an unknown key, and never more often than the minimum interval, however many tokens come. While the
 * provider is down, the cached keys are used for a limited time.
 */
class JwksCache {

    private static final Logger LOG = Logger.getLogger(JwksCache.class);

    /** Age after which keys are fetched again: a key that the provider has withdrawn is refused after this time. */
    static final Duration MAX_AGE = Duration.ofMinutes(10);

    /**
     * Age up to which cached keys are used while the provider is down: it issues no tokens then, and most earlier ones
     * have expired by that time.
     */
    static final Duration MAX_STALE = Duration.ofHours(1);

    /**
     * Minimum time between two fetches: a provider may be slow, and anyone can invent key ids. A new key is accepted
     * this much later at worst.
     */
    static final Duration MIN_FETCH_INTERVAL = Duration.ofSeconds(10);

    /**
     * How long a request waits for a fetch: a healthy provider answers well within this time, and requests must not
     * pile up behind one that does not.
     */
    private static final Duration MAX_WAIT = Duration.ofSeconds(1);

    private record CachedKeys(List<JsonWebKey> keys, Instant at) {

        boolean within(Duration age, Instant now) {
            return at.plus(age).isAfter(now);
        }
    }

    private final JwksSource source;
    private final Clock clock;
    private final Duration wait;
    private final VerificationJwkSelector selector = new VerificationJwkSelector();
    private final ReentrantLock fetchLock = new ReentrantLock();
    private volatile CachedKeys cached = new CachedKeys(List.of(), Instant.EPOCH);
    private Instant lastAttempt = Instant.EPOCH;
    private volatile boolean providerDown;

    JwksCache(JwksSource source, Clock clock) {
        this(source, clock, MAX_WAIT);
    }

    /** @param wait how long a request waits for a fetch that another request has started */
    JwksCache(JwksSource source, Clock clock, Duration wait) {
        this.source = source;
        this.clock = clock;
        this.wait = wait;
    }

    /**
     * The key that a token names; empty when the provider has no such key.
     *
     * @throws ProblemException when the keys cannot be fetched now
     */
    Optional<Key> key(JsonWebSignature token) {
        if (!cached.within(MAX_AGE, clock.instant()))
            refresh(cached.within(MAX_STALE, clock.instant()) ? Duration.ZERO : wait);
        if (!cached.within(MAX_STALE, clock.instant())) throw unchecked();
        Optional<Key> key = select(token);
        if (key.isPresent()) return key;
        // The key may be new: fetch again. If that fails, or another thread's fetch takes too long, the token cannot be
        // checked now.
        if (!refresh(wait) || providerDown) throw unchecked();
        return select(token);
    }

    private Optional<Key> select(JsonWebSignature token) {
        try {
            return Optional.ofNullable(selector.select(token, cached.keys)).map(JsonWebKey::getKey);
        } catch (JoseException e) {
            return Optional.empty();
        }
    }

    /** Fetches the keys; false when another thread is fetching and takes longer than {@code maxWait}. */
    private boolean refresh(Duration maxWait) {
        try {
            if (!fetchLock.tryLock(maxWait.toMillis(), TimeUnit.MILLISECONDS)) return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            Instant now = clock.instant();
            if (lastAttempt.plus(MIN_FETCH_INTERVAL).isAfter(now)) return true;
            lastAttempt = now;
            cached = new CachedKeys(List.copyOf(source.fetch()), now);
            providerDown = false;
        } catch (IOException e) {
            providerDown = true;
            LOG.warnf("tokens cannot be checked with new keys: %s", e.getMessage());
        } finally {
            fetchLock.unlock();
        }
        return true;
    }

    private static ProblemException unchecked() {
        return new ProblemException(
                        ProblemType.TOKENS_UNCHECKED,
                        "The identity provider does not say with which keys it signs. Ask again; API keys work meanwhile.")
                .retryAfter(MIN_FETCH_INTERVAL.toSeconds());
    }
}
