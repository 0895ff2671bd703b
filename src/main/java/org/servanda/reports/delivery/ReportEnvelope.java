package org.servanda.reports.delivery;

import java.time.Instant;
import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.text.Language;

/** The fields of a report before its rows, for the contract; {@link ReportContract} adds the rows. */
@Schema(description = "What a report says of itself.")
record ReportEnvelope(
        @Schema(required = true, description = "Name of the report.") String report,
        @Schema(required = true, description = "Its title.") String title,
        @Schema(required = true, description = "Language of title and labels.") Language lang,
        @Schema(required = true, description = "The day whose state was read.") LocalDate asOf,
        @Schema(required = true, description = "When the last entry that counts was recorded (UTC).") Instant knownAt,
        @Schema(required = true, description = "Revision of the register that was read.") long revision,
        @Schema(required = true, description = "The filter as a query string; empty for all.") String filter,
        @Schema(required = true, description = "The address that gives these rows for ever.") String address) {}
