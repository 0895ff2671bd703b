package org.servanda.keys;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.servanda.text.Sha256;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The text of a key: random, checked, and told to nobody. */
class ApiKeySecretTest {

    /** The checksum was computed outside of this program (Python: zlib.crc32). */
    private static final String GOOD = "svd_abcdefghij_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg0aJk9t";

    @Test
    void aKeyIsReadBackAsItWasMade() {
        for (int i = 0; i < 1_000; i++) {
            ApiKeySecret made = ApiKeySecret.random();
            assertEquals(64, made.text().length());
            assertEquals(
                    made.id(), ApiKeySecret.parse(made.text()).orElseThrow().id());
        }
    }

    @Test
    void noTwoKeysAreAlike() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 1_000; i++) ids.add(ApiKeySecret.random().id());
        assertEquals(1_000, ids.size());
    }

    @Test
    void theChecksumIsTheOneThatIsDescribed() {
        assertEquals("abcdefghij", ApiKeySecret.parse(GOOD).orElseThrow().id());
    }

    @Test
    void oneWrongCharacterAnywhereIsSeen() {
        for (int i = 0; i < GOOD.length(); i++) {
            char other = GOOD.charAt(i) == 'x' ? 'y' : 'x';
            String wrong = GOOD.substring(0, i) + other + GOOD.substring(i + 1);
            assertTrue(ApiKeySecret.parse(wrong).isEmpty(), wrong);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "svd_", "svd__", "ghp_abcdefghij_", GOOD + "0", " " + GOOD, GOOD + "\n", "光缆"})
    void whatIsNoKeyIsNotRead(String text) {
        assertTrue(ApiKeySecret.parse(text).isEmpty());
    }

    @Test
    void theDigestIsOverTheWholeKeyAndComparedAsAWhole() {
        ApiKeySecret secret = ApiKeySecret.parse(GOOD).orElseThrow();
        assertEquals(Sha256.sha256(GOOD), secret.hash());
        assertTrue(secret.hasHash(Sha256.sha256(GOOD)));
        assertFalse(secret.hasHash(Sha256.sha256(GOOD + "x")));
        assertFalse(secret.hasHash(""));
    }

    @Test
    void asATextItIsSafeToLog() {
        assertEquals("svd_abcdefghij_…", ApiKeySecret.parse(GOOD).orElseThrow().toString());
    }
}
