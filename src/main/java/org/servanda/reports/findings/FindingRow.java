package org.servanda.reports.findings;

import java.time.Instant;
import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing that an auditor should look at. New fields are added at the end; none is ever moved or taken out. */
@Schema(name = "ReportedFinding", description = "One thing that an auditor should look at; not a fault by itself.")
record FindingRow(
        @Schema(required = true, description = "Code of the commitment.") String code,
        @Schema(required = true, description = "Code of the instrument it stands in.") String instrument,
        @Schema(description = "Short title in Chinese.") String titleZh,
        @Schema(description = "Short title in English.") String titleEn,
        @Schema(required = true, description = "What kind of finding it is.") FindingKind finding,
        @Schema(required = true, description = "What this kind is called.") String findingLabel,
        @Schema(description = "The day in the world that it is about; absent for what is about the text.") LocalDate on,
        @Schema(required = true, description = "Number of the ledger entry that brought it.") Long entry,
        @Schema(required = true, description = "When that entry was recorded (UTC).") Instant recordedAt,
        @Schema(description = "Who recorded it, as the ledger names it.") String who,
        @Schema(description = "Id of the update, the assessment, the milestone or the evidence that it is about.")
                String subject,
        @Schema(description = "What was found, in Chinese.") String detailZh,
        @Schema(description = "What was found, in English.") String detailEn) {}
