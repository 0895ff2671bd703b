package org.servanda.proofs;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.ledger.HashedEntry;

/** A log entry in responses: its hash, and its text for callers who may read it. */
@Schema(name = "LogEntry", description = "An entry of the log: its hash, and the text that is hashed.")
record LogEntryView(
        @Schema(required = true, description = "Its number, from 1; its index in the tree is one less.") long sequence,
        @Schema(
                        required = true,
                        description =
                                "SHA-256 over a zero byte and the text as UTF-8 (RFC 6962, 2.1), lower-case hexadecimal.",
                        examples = "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")
                String leafHash,
        @Schema(
                        description =
                                "The very text that is hashed: the entry as canonical JSON (RFC 8785), its body a text in it, with a salt of 128 random bits, so that the hash alone tells nothing of the text. Absent when withheld.")
                String leaf,
        @Schema(description = "True when the caller may not read it; absent otherwise.") Boolean withheld) {

    static LogEntryView of(HashedEntry hashedEntry, boolean everything) {
        boolean shown = everything || PublicEntries.isPublic(hashedEntry.entry());
        return new LogEntryView(
                hashedEntry.entry().sequence(),
                hashedEntry.storedHash().hex(),
                shown ? hashedEntry.leaf() : null,
                shown ? null : Boolean.TRUE);
    }
}
