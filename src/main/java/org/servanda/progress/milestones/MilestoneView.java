package org.servanda.progress.milestones;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.ledger.Entry;
import org.servanda.progress.Evidence;
import org.servanda.text.Bilingual;

/** A milestone as it is answered. */
@Schema(name = "Milestone", description = "A step on the way of a commitment.")
public record MilestoneView(
        @Schema(required = true, description = "Its id; never reused.", examples = "ACJS-2024.III.2-M1") String id,
        @Schema(required = true, description = "Code of the commitment.") String commitment,
        @Schema(required = true, description = "What is to be there then.") Bilingual title,
        @Schema(required = true, description = "Where it stands on the day.") MilestoneState state,
        @Schema(required = true, description = "The day by which it is planned.") LocalDate plannedOn,
        @Schema(description = "The day by which it is expected, where that is another.") LocalDate forecastOn,
        @Schema(description = "The day on which it was achieved.") LocalDate achievedOn,
        @Schema(required = true, description = "What backs it.") List<Evidence> evidence,
        @Schema(required = true, description = "The last day up to the one asked for from which something of it holds.")
                LocalDate effectiveOn,
        @Schema(required = true, description = "When that was recorded (UTC).") Instant recordedAt,
        @Schema(description = "Why that is so.") String reason,
        @Schema(required = true, description = "Number of the entry in the ledger that says that.") long entry) {

    /** @param day the day for which the state is derived */
    static MilestoneView of(String commitment, Milestone.Snapshot snapshot, LocalDate day) {
        MilestoneBody body = snapshot.body();
        Entry entry = snapshot.last();
        return new MilestoneView(
                body.id(),
                commitment,
                body.title(),
                MilestoneState.of(body, day),
                body.plannedOn(),
                body.forecastOn(),
                body.achievedOn(),
                body.evidence(),
                entry.effectiveOn(),
                entry.recordedAt(),
                entry.reason(),
                entry.sequence());
    }
}
