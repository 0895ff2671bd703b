package org.servanda.commitments;

import java.time.Instant;
import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.ledger.Entry;

/** One change of one field. */
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
                                "The field that it changed, parties/TH/status for the status of one party, milestones/…-M1/plannedOn for a field of a milestone, links/outgoing/implements/… for a link as a whole; absent for what changed none.")
                String field,
        @Schema(description = "The value on that day as known before; absent when there was none.") Object old,
        @Schema(name = "new", description = "The value on that day as known since; absent when there is none.")
                @JsonProperty("new")
                Object now,
        @Schema(description = "The day in the world from which it holds.") LocalDate effectiveOn,
        @Schema(required = true, description = "When it was recorded (UTC).") Instant recordedAt,
        @Schema(required = true, description = "Who did it, as the ledger names it.") String actor,
        @Schema(description = "Why, where that was said.") String reason,
        @Schema(description = "Id of the update, where it is one.") String update) {

    static ChangeView of(Entry entry, String field, Object old, Object now, String update) {
        return new ChangeView(
                entry.sequence(),
                entry.kind(),
                field,
                old,
                now,
                entry.effectiveOn(),
                entry.recordedAt(),
                entry.actor(),
                entry.reason(),
                update);
    }
}
