package org.servanda.commitments;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.text.Bilingual;
import org.servanda.text.PrintedAs;
import org.servanda.time.DatePrecision;

/** The time frame of a commitment: stated by the text, or assigned later. */
@Schema(description = "The time set for the commitment. Absent when there is none.")
public record TimeFrame(
        @Schema(description = "First day.") LocalDate from,
        @Schema(description = "Last day.") LocalDate to,
        @Schema(required = true, description = "How exactly the text states it.") @PrintedAs("datePrecision")
                DatePrecision precision,
        @Schema(required = true, description = "The words of the text, or of the decision that set it.") Bilingual text,
        @Schema(description = "Who set it.") TimeFrameBasis basis) {

    public TimeFrame on(TimeFrameBasis newBasis) {
        return new TimeFrame(from, to, precision, text, newBasis);
    }
}
