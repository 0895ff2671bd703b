package org.servanda.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CursorSignerTest {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private final CursorSigner seal = new CursorSigner("a key of the register".getBytes(StandardCharsets.UTF_8));

    @ParameterizedTest
    @ValueSource(strings = {"p", "BRDE-2023/000019", "3f1c\n2026-01-01T00:00:00Z\nACJS-2024/000002", "算力 𠮷 %&+="})
    void whatWasClosedOpensAgain(String place) {
        assertEquals(Optional.of(place), seal.verify(seal.sign(place)));
    }

    @Test
    void aTokenFitsIntoAnAddressAsItIs() {
        for (int i = 0; i < 200; i++) {
            String token = seal.sign("place" + i);
            assertTrue(token.matches("[A-Za-z0-9_-]+"), token);
        }
    }

    @Test
    void thePlaceAloneDecidesTheToken() {
        assertEquals(seal.sign("BRDE-2023/000019"), seal.sign("BRDE-2023/000019"));
        assertNotEquals(seal.sign("BRDE-2023/000019"), seal.sign("BRDE-2023/000020"));
    }

    /** Places of three lengths, so that the last character has no, two and four unused bits. */
    @ParameterizedTest
    @ValueSource(strings = {"BRDE-2023/000019", "BRDE-2023/0000190", "BRDE-2023/00001900"})
    void noSingleCharacterCanBeChanged(String place) {
        String token = seal.sign(place);
        for (int i = 0; i < token.length(); i++) {
            for (char other : ALPHABET.toCharArray()) {
                if (other == token.charAt(i)) continue;
                String bent = token.substring(0, i) + other + token.substring(i + 1);
                assertEquals(Optional.empty(), seal.verify(bent), "character " + i + " is " + other);
            }
        }
    }

    @Test
    void noCharacterCanBeLeftOutOrAdded() {
        String token = seal.sign("BRDE-2023/000019");
        for (int i = 0; i < token.length(); i++) {
            assertEquals(Optional.empty(), seal.verify(token.substring(0, i) + token.substring(i + 1)), "without " + i);
            assertEquals(
                    Optional.empty(), seal.verify(token.substring(0, i) + "A" + token.substring(i)), "more at " + i);
        }
        assertEquals(Optional.empty(), seal.verify(token + "A"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BRDE-2023/000019", "BRDE-2023/0000190", "BRDE-2023/00001900"})
    void paddingIsNotPartOfAToken(String place) {
        String token = seal.sign(place);
        assertEquals(Optional.empty(), seal.verify(token + "="));
        assertEquals(Optional.empty(), seal.verify(token + "=="));
    }

    @Test
    void aTokenOfAnotherKeyIsRefused() {
        CursorSigner other = new CursorSigner("a key of another one".getBytes(StandardCharsets.UTF_8));
        assertEquals(Optional.empty(), seal.verify(other.sign("BRDE-2023/000019")));
    }

    @Test
    void theKeyCannotBeChangedFromOutside() {
        byte[] key = {1, 2, 3};
        CursorSigner kept = new CursorSigner(key);
        String token = kept.sign("BRDE-2023/000019");
        key[0] = 9;
        assertEquals(Optional.of("BRDE-2023/000019"), kept.verify(token));
    }

    @Test
    void aSealOnAnotherPlaceIsRefused() {
        byte[] one = Base64.getUrlDecoder().decode(seal.sign("BRDE-2023/000019"));
        byte[] other = Base64.getUrlDecoder().decode(seal.sign("BRDE-2023/000020"));
        System.arraycopy(one, 0, other, 0, 16);
        assertEquals(
                Optional.empty(),
                seal.verify(Base64.getUrlEncoder().withoutPadding().encodeToString(other)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A",
                "AAAA",
                "AAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAA",
                "not a token!",
                "a+b/c===",
                "游标",
                "===="
            })
    void whatIsNoTokenIsRefused(String text) {
        assertEquals(Optional.empty(), seal.verify(text));
    }
}
