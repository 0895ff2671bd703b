package org.servanda.progress.updates;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.commitments.Status;
import org.servanda.progress.Evidence;
import org.servanda.progress.EvidenceRules;
import org.servanda.text.Bilingual;

/** An update as it is sent: how a commitment stood on a day. */
@Schema(description = "A report of how things stood on a day.")
public record NewUpdate(
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
        @Schema(
                        description = "What backs it; operational and completed need one at least.",
                        maxItems = EvidenceRules.MOST_EVIDENCE)
                List<Evidence> evidence,
        @Schema(
                        description =
                                "Code of the one party it speaks of: one that is bound, or assigned to lead on that day; the commitment as a whole when left out. What a focal point reports is the word of its party in either case.")
                String party,
        @Schema(
                        description =
                                "Id of the accepted update that it puts right, which named the same party or none; needs a reason. A focal point corrects what its own party reported.")
                String corrects,
        @Schema(
                        description =
                                "Why: for suspended, cancelled and superseded, for what was closed and is taken up again, and for a correction.")
                Bilingual reason,
        @Schema(description = "Code of the commitment that takes its place; for superseded only.") String successor) {

    /** The update as it was sent, from the body of its entry, so that its rules can be checked again. */
    static NewUpdate of(UpdateBody body) {
        return new NewUpdate(
                body.effectiveOn(),
                body.status(),
                PercentStatement.of(body.percent(), body.clearsPercent()),
                body.narrative(),
                body.evidence(),
                body.party(),
                body.corrects(),
                body.reason(),
                body.successor());
    }
}
