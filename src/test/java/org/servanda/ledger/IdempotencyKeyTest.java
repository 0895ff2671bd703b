package org.servanda.ledger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.servanda.web.ProblemException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** A structured-field string, or what most clients send. */
class IdempotencyKeyTest {

    @Test
    void quotedAndUnquotedItIsTheSame() {
        assertEquals("8e03978e", IdempotencyKey.read("8e03978e"));
        assertEquals("8e03978e", IdempotencyKey.read("\"8e03978e\""));
        assertEquals("8e03978e", IdempotencyKey.read("  \"8e03978e\" "));
    }

    @Test
    void theLongestIsStillRead() {
        String longest = "x".repeat(IdempotencyKey.LONGEST);
        assertEquals(longest, IdempotencyKey.read(longest));
        assertEquals(longest, IdempotencyKey.read('"' + longest + '"'));
        assertThrows(ProblemException.class, () -> IdempotencyKey.read(longest + "x"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\"\"", "a b", "a\tb", "光缆", "a\u0000b", "a\u007fb"})
    void whatIsNoneIsRefused(String header) {
        assertThrows(ProblemException.class, () -> IdempotencyKey.read(header));
    }
}
