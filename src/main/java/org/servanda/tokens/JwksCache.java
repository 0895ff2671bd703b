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
 * The keys of the provider, as they were fetched last. They are fetched when the first token comes, again when they are
 * no longer fresh or a token names one that is not among them, and never more often than the pause allows, however many
 * tokens come. While the provider is away the last ones serve, for a time.
 */
class JwksCache {

    private static final Logger LOG = Logger.getLogger(JwksCache.class);

    /** After this a key that the provider has withdrawn opens nothing any more. */
    static final Duration FRESH = Duration.ofMinutes(10);

    /** A provider that is away issues nothing, and what it issued before has mostly ended by then. */
    static final Duration KEPT = Duration.ofHours(1);

    /** A provider may be slow, and anybody can make up names of keys; a new key counts this much later at worst. */
    static final Duration PAUSE = Duration.ofSeconds(10);

    /** A provider that answers does so well within this; behind one that does not, requests must not pile up. */
    private static final Duration WAIT = Duration.ofSeconds(1);

    private record Fetched(List<JsonWebKey> keys, Instant at) {

        boolean within(Duration age, Instant now) {
            return at.plus(age).isAfter(now);
        }
    }

    private final JwksSource source;
    private final Clock clock;
    private final Duration wait;
    private final VerificationJwkSelector selector = new VerificationJwkSelector();
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile Fetched last = new Fetched(List.of(), Instant.EPOCH);
    private Instant tried = Instant.EPOCH;
    private volatile boolean away;

    JwksCache(JwksSource source, Clock clock) {
        this(source, clock, WAIT);
    }

    /** @param wait how long a request waits for the answer that another one has asked the provider for */
    JwksCache(JwksSource source, Clock clock, Duration wait) {
        this.source = source;
        this.clock = clock;
        this.wait = wait;
    }

    /**
     * The key that a token says it is signed with; empty when the provider has no such key.
     *
     * @throws ProblemException when that cannot be found out now
     */
    Optional<Key> of(JsonWebSignature token) {
        if (!last.within(FRESH, clock.instant())) refresh(last.within(KEPT, clock.instant()) ? Duration.ZERO : wait);
        if (!last.within(KEPT, clock.instant())) throw unchecked();
        Optional<Key> key = select(token);
        if (key.isPresent()) return key;
        // Perhaps the provider has a new key, and cannot say so or is just saying it to somebody else.
        if (!refresh(wait) || away) throw unchecked();
        return select(token);
    }

    private Optional<Key> select(JsonWebSignature token) {
        try {
            return Optional.ofNullable(selector.select(token, last.keys)).map(JsonWebKey::getKey);
        } catch (JoseException e) {
            return Optional.empty();
        }
    }

    /** False when another fetches, and takes longer than this. */
    private boolean refresh(Duration most) {
        try {
            if (!fetching.tryLock(most.toMillis(), TimeUnit.MILLISECONDS)) return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            Instant now = clock.instant();
            if (tried.plus(PAUSE).isAfter(now)) return true;
            tried = now;
            last = new Fetched(List.copyOf(source.fetch()), now);
            away = false;
        } catch (IOException e) {
            away = true;
            LOG.warnf("tokens cannot be checked with new keys: %s", e.getMessage());
        } finally {
            fetching.unlock();
        }
        return true;
    }

    private static ProblemException unchecked() {
        return new ProblemException(
                        ProblemType.TOKENS_UNCHECKED,
                        "The identity provider does not say with which keys it signs. Ask again; API keys work meanwhile.")
                .retryAfter(PAUSE.toSeconds());
    }
}
