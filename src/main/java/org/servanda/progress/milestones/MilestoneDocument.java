package org.servanda.progress.milestones;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.progress.Evidence;
import org.servanda.progress.EvidenceRules;
import org.servanda.text.Bilingual;
import org.servanda.web.BodyValidation;

/** A milestone as a request plans it, and as a merge patch changes it. */
@Schema(name = "MilestonePlan", description = "A step on the way of a commitment, as it is planned or changed.")
record MilestoneDocument(
        @Schema(description = "What is to be there then; both languages.") Bilingual title,
        @Schema(description = "The day by which it is planned.") LocalDate plannedOn,
        @Schema(description = "The day by which it is expected, where that is another.") LocalDate forecastOn,
        @Schema(description = "The day on which it was achieved; never one to come.") LocalDate achievedOn,
        @Schema(
                        description =
                                "Whether nobody waits for it any more; needs a reason. What was achieved cannot be dropped.")
                Boolean dropped,
        @Schema(description = "What backs it.", maxItems = EvidenceRules.MOST_EVIDENCE) List<Evidence> evidence,
        @Schema(description = "The day in the world from which this holds; today when left out, never one to come.")
                LocalDate effectiveOn,
        @Schema(description = "Why it is so now.", maxLength = BodyValidation.MAX_REASON_LENGTH) String reason) {

    /** The document that a patch is applied to. */
    static MilestoneDocument of(MilestoneBody body) {
        return new MilestoneDocument(
                body.title(),
                body.plannedOn(),
                body.forecastOn(),
                body.achievedOn(),
                body.dropped(),
                body.evidence(),
                null,
                null);
    }

    boolean isDropped() {
        return Boolean.TRUE.equals(dropped);
    }
}
