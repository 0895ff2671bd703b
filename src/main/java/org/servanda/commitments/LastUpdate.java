package org.servanda.commitments;

import java.time.Instant;
import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.text.Bilingual;

/** The latest uncorrected update, in short. */
@Schema(description = "The latest accepted update, in short.")
public record LastUpdate(
        @Schema(required = true, description = "Id of the update.") String id,
        @Schema(required = true, description = "The day in the world that it speaks of.") LocalDate effectiveOn,
        @Schema(required = true, description = "When it was accepted (UTC).") Instant recordedAt,
        @Schema(description = "The one party it speaks of; absent when it speaks of the whole.") String party,
        @Schema(description = "What it says.") Bilingual narrative) {}
