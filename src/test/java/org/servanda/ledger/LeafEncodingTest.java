package org.servanda.ledger;

import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import org.servanda.text.Bilingual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

class LeafEncodingTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.000001Z");

    private static final NewEntry ENTRY = new NewEntry(
            "seeds", "area/AI", "recorded", LocalDate.of(2026, 1, 2), null, new Bilingual("人工智能", "AI \"x\""));

    private static final String SALT = "000102030405060708090a0b0c0d0e0f";

    private static String text(long sequence, Instant at, NewEntry entry, String body) {
        return text(sequence, at, entry, body, SALT);
    }

    private static String text(long sequence, Instant at, NewEntry entry, String body, String salt) {
        return LeafEncoding.text(new Entry(
                sequence,
                at,
                entry.actor(),
                entry.subject(),
                entry.kind(),
                entry.effectiveOn(),
                entry.reason(),
                body,
                salt));
    }

    @Test
    void theHashOfTheEmptyLeafIsThePublishedOne() {
        // RFC 6962: SHA-256 over the single byte 00, as in the test vectors of Certificate Transparency.
        assertEquals("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", LeafEncoding.hash(""));
    }

    @Test
    void jsonHasOneCanonicalForm() {
        // The example of RFC 8785, 3.2.2, cut down: members by UTF-16 order, shortest numbers, no white space.
        assertEquals(
                "{\"a\":[56,{\"d\":true,\"e\":1}],\"é\":\"€\",\"人\":null}",
                LeafEncoding.canonical("{ \"人\": null, \"é\":\"\\u20ac\", \"a\":[ 5.6e1 , {\"e\":1.0,\"d\":true} ] }"));
    }

    @Test
    void everyFieldOfAnEntryIsUnderTheHash() {
        String text = text(7, NOW, ENTRY, "{}");
        assertEquals(
                "{\"actor\":\"seeds\",\"body\":\"{}\",\"effectiveOn\":\"2026-01-02\",\"kind\":\"recorded\","
                        + "\"recordedAt\":\"2026-11-21T10:00:00.000001Z\",\"salt\":\"000102030405060708090a0b0c0d0e0f\",\"sequence\":7,\"subject\":\"area/AI\"}",
                text);
        for (String other : new String[] {
            text(8, NOW, ENTRY, "{}"),
            text(7, NOW.plusNanos(1_000), ENTRY, "{}"),
            text(7, NOW, ENTRY, "{\"x\":1}"),
            text(7, NOW, new NewEntry("a", "area/AI", "recorded", null, null, ENTRY.body()), "{}"),
            text(7, NOW, new NewEntry("seeds", "area/AI", "recorded", null, "why", ENTRY.body()), "{}"),
            text(7, NOW, ENTRY, "{}", SALT.replace('0', '1')),
        }) {
            assertNotEquals(LeafEncoding.hash(text), LeafEncoding.hash(other));
        }
    }
}
