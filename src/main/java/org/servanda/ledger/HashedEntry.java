package org.servanda.ledger;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An entry with the hash under which the log has it.
 *
 * @param kept as it was written with the entry
 */
public record HashedEntry(Entry entry, Hash kept) {

    /** As a query gives it. */
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

    /** The canonical text that is hashed. */
    public String leaf() {
        return LeafEncoding.text(entry);
    }

    /** Whether its hash still follows from its text. */
    public boolean intact() {
        return Hash.leaf(leaf()).equals(kept);
    }
}
