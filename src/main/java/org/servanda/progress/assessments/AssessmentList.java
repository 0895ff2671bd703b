package org.servanda.progress.assessments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** List of the assessments of a commitment, with the read point. */
@Schema(description = "The assessments of a commitment, in the order in which they were recorded.")
record AssessmentList(
        @Schema(required = true, description = "The assessments.") List<AssessmentView> items,
        @Schema(required = true, description = "Up to which day in the world they speak.") LocalDate asOf,
        @Schema(required = true, description = "When the last entry that counts was recorded (UTC).") Instant knownAt,
        @Schema(required = true, description = "Revision of the register that was read.") long revision) {}
