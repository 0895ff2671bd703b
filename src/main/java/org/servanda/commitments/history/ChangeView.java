package org.servanda.commitments.history;

import java.time.Instant;
import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.commitments.EndOfTime;
import org.servanda.ledger.Entry;

/** One change of one field, as it is answered. */
@Schema(name = "Change", description = "One change of one field, or something that happened and changed none.")
public record ChangeView(
        @Schema(required = true, description = "Number of its entry in the ledger.") long entry,
        @Schema(
                        required = true,
                        description =
                                "What happened: recorded, corrected (the text was read better), edited, submitted, noted (what was said with the decision to accept), accepted, returned, assessed, milestone.")
                String kind,
        @Schema(
                        description =
                                "The field that it changed as the commitment has it, lastUpdate/id for the id of its latest update, parties/TH/status and the like for one party, milestones/…-M1/plannedOn for a field of a milestone, links/outgoing/implements/… for a link as a whole; absent for what changed none.")
                String field,
        @Schema(description = "The value on those days as known before; absent when there was none.") Object old,
        @Schema(name = "new", description = "The value on those days as known since; absent when there is none.")
                @JsonProperty("new")
                Object now,
        @Schema(description = "The first day on which it is another than before; absent for what changed no field.")
                LocalDate from,
        @Schema(description = "The last such day; absent where it goes on.") LocalDate to,
        @Schema(description = "The day in the world that the entry speaks of.") LocalDate effectiveOn,
        @Schema(required = true, description = "When it was recorded (UTC).") Instant recordedAt,
        @Schema(required = true, description = "Who did it, as the ledger names it.") String actor,
        @Schema(description = "Why, where that was said.") String reason,
        @Schema(description = "Id of the update, where it is one.") String update) {

    /** A range of days. @param to the first day after it */
    record DayRange(LocalDate from, LocalDate to) {}

    /** @param dayRange on which the field differs; null where the change is not about days */
    static ChangeView of(Entry entry, String field, Object old, Object now, DayRange dayRange, String update) {
        return new ChangeView(
                entry.sequence(),
                entry.kind(),
                field,
                old,
                now,
                dayRange == null ? null : dayRange.from(),
                dayRange == null || dayRange.to().equals(EndOfTime.FOREVER)
                        ? null
                        : dayRange.to().minusDays(1),
                entry.effectiveOn(),
                entry.recordedAt(),
                entry.actor(),
                entry.reason(),
                update);
    }
}
