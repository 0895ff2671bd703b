package org.servanda.commitments;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.instruments.Quote;
import org.servanda.text.Bilingual;
import org.servanda.text.PrintedAs;
import org.servanda.time.DatePrecision;

/** The basis of a status that was read off the text: the words that support it. */
@Schema(description = "What the status rests on.")
public record StatusBasis(
        @Schema(required = true, description = "The words that support it.") Quote quote,
        @Schema(required = true, description = "How sure the reader was.") Confidence confidence,
        @Schema(required = true, description = "The day from which it holds.") LocalDate effectiveOn,
        @Schema(required = true, description = "How exactly that day is known.") @PrintedAs("datePrecision")
                DatePrecision precision,
        @Schema(description = "How it was read where that is not obvious.") Bilingual note) {}
