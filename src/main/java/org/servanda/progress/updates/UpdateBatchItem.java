package org.servanda.progress.updates;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.commitments.Status;
import org.servanda.progress.Evidence;
import org.servanda.progress.EvidenceRules;
import org.servanda.text.Bilingual;

/** One update of a batch: a {@link NewUpdate} with the code of its commitment. */
@Schema(name = "ReportListItem", description = "A report of how things stood on a day.")
record UpdateBatchItem(
        @Schema(required = true, description = "Code of the commitment.", examples = "ACJS-2024.III.2")
                String commitment,
        @Schema(required = true, description = "The day in the world that it speaks of; never one to come.")
                LocalDate effectiveOn,
        @Schema(required = true, description = "Where the commitment stood on that day.") Status status,
        @Schema(
                        implementation = Integer.class,
                        nullable = true,
                        description =
                                "How much was done, as the reporter sees it; left out, what was said before holds while the status is the same; null takes that away. completed is 100 or left out.",
                        minimum = "0",
                        maximum = "100")
                PercentStatement percent,
        @Schema(required = true, description = "What happened, in one language at least.") Bilingual narrative,
        @Schema(description = "What backs it.", maxItems = EvidenceRules.MOST_EVIDENCE) List<Evidence> evidence,
        @Schema(description = "Code of the one party it speaks of.") String party,
        @Schema(description = "Id of the accepted update that it puts right; needs a reason.") String corrects,
        @Schema(description = "Why, where the report of a single one needs a reason.") Bilingual reason,
        @Schema(description = "Code of the commitment that takes its place; for superseded only.") String successor) {

    NewUpdate update() {
        return new NewUpdate(effectiveOn, status, percent, narrative, evidence, party, corrects, reason, successor);
    }
}
