package org.servanda.progress.updates;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.commitments.Status;
import org.servanda.progress.Evidence;
import org.servanda.text.Bilingual;

/** An update as it is answered. */
@Schema(name = "Update", description = "A report of how a commitment stood on a day, and what became of it.")
public record UpdateView(
        @Schema(required = true, description = "Its id; never reused.", examples = "ACJS-2024.III.2-U1") String id,
        @Schema(required = true, description = "Code of the commitment.") String commitment,
        @Schema(required = true, description = "What became of it.") UpdateState state,
        @Schema(required = true, description = "The day in the world that it speaks of.") LocalDate effectiveOn,
        @Schema(required = true, description = "When it was recorded (UTC).") Instant recordedAt,
        @Schema(required = true, description = "Where the commitment stood on that day.") Status status,
        @Schema(description = "How much was done, 0 to 100, as the reporter saw it.") Integer percent,
        @Schema(description = "What it takes away: percent, where it said null; absent where it takes nothing away.")
                List<String> cleared,
        @Schema(description = "Code of the one party it speaks of; absent for the commitment as a whole.") String party,
        @Schema(required = true, description = "What happened.") Bilingual narrative,
        @Schema(required = true, description = "What backs it.") List<Evidence> evidence,
        @Schema(description = "Id of the update that it puts right.") String corrects,
        @Schema(description = "Id of the update that stands in its place.") String correctedBy,
        @Schema(description = "Why.") Bilingual reason,
        @Schema(description = "Code of the commitment that takes its place.") String successor,
        @Schema(required = true, description = "Who reported, as the ledger names it.") String submittedBy,
        @Schema(description = "Who decided, as the ledger names it.") String decidedBy,
        @Schema(description = "When it was decided (UTC): from then on it counts, or not.") Instant decidedAt,
        @Schema(description = "What was said with the decision; for those concerned only.") Bilingual note,
        @Schema(required = true, description = "Number of its last entry in the ledger.") long entry) {}
