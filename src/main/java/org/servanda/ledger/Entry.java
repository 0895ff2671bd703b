package org.servanda.ledger;

import java.time.Instant;
import java.time.LocalDate;

import org.servanda.text.JsonText;

/**
 * An entry of the ledger: who did what to which subject, from which day, and when it was recorded.
 *
 * @param sequence its number, which is the revision of the register from this entry on
 * @param body what was recorded, as canonical JSON (RFC 8785)
 * @param salt see {@link Salt}
 */
public record Entry(
        long sequence,
        Instant recordedAt,
        String actor,
        String subject,
        String kind,
        LocalDate effectiveOn,
        String reason,
        String body,
        String salt) {

    public EntryRef recorded() {
        return new EntryRef(sequence, recordedAt);
    }

    public <T extends Record> T body(Class<T> type) {
        return JsonText.read(body, type);
    }
}
