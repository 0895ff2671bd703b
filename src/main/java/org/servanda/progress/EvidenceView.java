package org.servanda.progress;

import java.time.Instant;
import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.ledger.EntryRef;

/** Evidence as it is answered, with the update, assessment or milestone that it supports, and its ledger entry. */
@Schema(name = "CommitmentEvidence", description = "Something that backs what is said of a commitment.")
public record EvidenceView(
        @Schema(description = "Its id, where it was added by itself; never reused.", examples = "ACJS-2024.III.2-E1")
                String id,
        @Schema(required = true, description = "Code of the commitment.") String commitment,
        @Schema(description = "Id of the update, the assessment or the milestone that it backs.") String backs,
        @Schema(required = true, description = "What it is.") Evidence evidence,
        @Schema(required = true, description = "The day in the world of what it backs.") LocalDate effectiveOn,
        @Schema(required = true, description = "When it was recorded (UTC).") Instant recordedAt,
        @Schema(required = true, description = "Number of the entry in the ledger that brought it.") long entry) {

    /** @param effectiveOn the day of what the evidence supports */
    public static EvidenceView of(String commitment, EvidenceBody body, LocalDate effectiveOn, EntryRef recorded) {
        return new EvidenceView(
                body.id(), commitment, body.backs(), body.evidence(), effectiveOn, recorded.at(), recorded.sequence());
    }
}
