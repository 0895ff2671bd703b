package org.servanda.commitments;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.text.Bilingual;
import org.servanda.time.DatePrecision;

/** The time a commitment sets itself. */
@Schema(description = "The time the commitment sets itself. Absent when the text states none.")
public record TimeFrame(
        @Schema(description = "First day.") LocalDate from,
        @Schema(description = "Last day.") LocalDate to,
        @Schema(required = true, description = "How exactly the text states it.") DatePrecision precision,
        @Schema(required = true, description = "The words of the text.") Bilingual text) {}
