package org.servanda.tokens;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

import org.servanda.testing.ConcurrentClients;
import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** When the provider is asked for its keys, and what holds while it does not answer. */
class JwksCacheTest {

    private static final RsaJsonWebKey OLD = TokenSigner.newKey("old");
    private static final RsaJsonWebKey NEW = TokenSigner.newKey("new");

    private Instant now = Instant.parse("2026-11-21T12:00:00Z");
    private List<JsonWebKey> published = List.of(OLD);
    private boolean away;
    private Duration delay = Duration.ZERO;
    private final AtomicInteger asked = new AtomicInteger();

    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);

    private final JwksCache keys = new JwksCache(this::fetch, clock, Duration.ofMinutes(5));

    private List<JsonWebKey> fetch() throws IOException {
        asked.incrementAndGet();
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        if (away) throw new IOException("away");
        return published;
    }

    private boolean known(RsaJsonWebKey key) {
        return known(key, keys);
    }

    private static boolean known(RsaJsonWebKey key, JwksCache keys) {
        try {
            JsonWebSignature token = new JsonWebSignature();
            token.setCompactSerialization(new TokenSigner(key, Map.of()).good());
            return keys.key(token).isPresent();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private void unchecked(RsaJsonWebKey key) {
        assertEquals(
                ProblemType.TOKENS_UNCHECKED,
                assertThrows(ProblemException.class, () -> known(key)).type());
    }

    private void later(Duration time) {
        now = now.plus(time);
    }

    @Test
    void theProviderIsAskedOnceForManyTokens() throws Exception {
        ConcurrentClients.of(20, client -> known(OLD));
        assertEquals(1, asked.get());
    }

    @Test
    void aNewKeyIsFoundWhenATokenNamesItButNotAtEveryMadeUpName() {
        assertTrue(known(OLD));
        published = List.of(OLD, NEW);
        assertFalse(known(NEW), "it was asked a moment ago");
        later(JwksCache.MIN_FETCH_INTERVAL);
        assertTrue(known(NEW));
        RsaJsonWebKey madeUp = TokenSigner.newKey("made-up");
        for (int i = 0; i < 50; i++) assertFalse(known(madeUp));
        assertEquals(2, asked.get());
    }

    @Test
    void allTokensThatNameANewKeyAtOnceAreTaken() throws Exception {
        assertTrue(known(OLD));
        published = List.of(NEW);
        delay = Duration.ofMillis(300);
        later(JwksCache.MIN_FETCH_INTERVAL);
        assertFalse(ConcurrentClients.of(8, client -> known(NEW)).contains(false));
        assertEquals(2, asked.get());
    }

    @Test
    void behindASlowProviderTokensDoNotPileUp() throws Exception {
        CountDownLatch refusals = new CountDownLatch(5);
        JwksCache slow = new JwksCache(
                () -> {
                    // It answers when all others have been sent away; else never.
                    await(refusals);
                    return fetch();
                },
                clock,
                Duration.ofMillis(1));
        List<Boolean> answered = ConcurrentClients.of(6, client -> {
            try {
                return known(OLD, slow);
            } catch (ProblemException refused) {
                assertEquals(ProblemType.TOKENS_UNCHECKED, refused.type());
                refusals.countDown();
                return false;
            }
        });
        assertEquals(1, answered.stream().filter(known -> known).count());
        assertEquals(1, asked.get());
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void aKeyThatWasWithdrawnOpensNothingAfterAWhile() {
        assertTrue(known(OLD));
        published = List.of(NEW);
        later(JwksCache.MAX_AGE);
        assertFalse(known(OLD));
        assertTrue(known(NEW));
    }

    @Test
    void whileTheProviderIsAwayTheLastKeysServeForATime() {
        assertTrue(known(OLD));
        away = true;
        later(JwksCache.MAX_AGE.plusMinutes(20));
        assertTrue(known(OLD));
        unchecked(NEW);
        later(JwksCache.MAX_STALE);
        unchecked(OLD);
        away = false;
        later(JwksCache.MIN_FETCH_INTERVAL);
        assertTrue(known(OLD));
    }

    @Test
    void aProviderThatIsAwayIsNotAskedForEachToken() {
        away = true;
        for (int i = 0; i < 50; i++) unchecked(OLD);
        assertEquals(1, asked.get());
        later(JwksCache.MIN_FETCH_INTERVAL);
        unchecked(OLD);
        assertEquals(2, asked.get());
    }
}
