package org.servanda.verify;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * An entry of the ledger. Its line is the text whose hash is in the log.
 *
 * @param on the day in the world from which the entry holds; null where it names none
 * @param place of the entry, with which refusals begin
 */
record Entry(
        long number, Instant recordedAt, String subject, String kind, LocalDate on, JsonObject body, String place) {

    static Entry read(String line, String place) {
        JsonObject fields = CanonicalJson.read(line, place);
        fields.exactlyOr(
                Set.of("effectiveOn", "reason"), "actor", "body", "kind", "recordedAt", "salt", "sequence", "subject");
        long number = fields.number("sequence");
        String entryPlace = place + " (entry " + number + ")";
        fields = new JsonObject(fields.values(), entryPlace);
        fields.text("actor");
        fields.textOr("reason");
        requireSalt(fields.text("salt"), entryPlace);
        return new Entry(
                number,
                fields.moment("recordedAt"),
                fields.text("subject"),
                fields.text("kind"),
                fields.dayOr("effectiveOn"),
                CanonicalJson.read(fields.text("body"), entryPlace + " body"),
                entryPlace);
    }

    /** The salt says nothing itself: it keeps the hash of an entry that is not public from telling what the entry says. */
    private static void requireSalt(String salt, String place) {
        if (!salt.matches("[0-9a-f]{32}"))
            throw new RefusedException(place + " salt", "must be 32 hexadecimal digits, 128 bits of chance");
    }

    /** What the entry is about: {@code commitment}, {@code instrument}, {@code area} or {@code vocabulary}. */
    String subjectType() {
        return subject.substring(0, Math.max(0, subject.indexOf('/')));
    }

    /** The code behind the type. */
    String code() {
        return subject.substring(subject.indexOf('/') + 1);
    }
}
