package org.servanda.ledger;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A ledger entry with its leaf hash in the log.
 *
 * @param storedHash the leaf hash as it was stored with the entry
 */
public record HashedEntry(Entry entry, Hash storedHash) {

    /** The constructor for the columns of a query. */
    HashedEntry(
            long sequence,
            Instant recordedAt,
            String actor,
            String subject,
            String kind,
            LocalDate effectiveOn,
            String reason,
            String body,
            String salt,
            String leafHash) {
        this(
                new Entry(sequence, recordedAt, actor, subject, kind, effectiveOn, reason, body, salt),
                new Hash(leafHash));
    }

    /** The canonical text that is hashed (RFC 8785). */
    public String leaf() {
        return LeafEncoding.text(entry);
    }

    /** Whether the stored hash still equals the hash of the entry's text. */
    public boolean intact() {
        return Hash.leaf(leaf()).equals(storedHash);
    }
}
