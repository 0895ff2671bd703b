package org.servanda.progress.assessments;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.commitments.AssessmentFinding;
import org.servanda.commitments.AssessmentResult;
import org.servanda.progress.Evidence;
import org.servanda.progress.EvidenceRules;
import org.servanda.text.Bilingual;

/** An assessment as it is sent: an auditor's own judgement of how a commitment stood on a day. */
@Schema(description = "An auditor's own judgement of how things stood on a day. It never touches the status.")
record NewAssessment(
        @Schema(required = true, description = "The day in the world that it speaks of; never one to come.")
                LocalDate assessedOn,
        @Schema(
                        required = true,
                        description = "How far the commitment has been carried out, on the assessor's own scale.",
                        enumeration = {"no_evidence", "not_started", "limited", "substantial", "complete"})
                AssessmentResult result,
        @Schema(
                        description =
                                "What it makes of what decides the whole on that day, as recorded now: the last report about it or, where nothing was reported, what the text says. Confirmed makes it verified where that has evidence or this brings some, disputed makes it disputed, until something else decides.")
                AssessmentFinding finding,
        @Schema(required = true, description = "What it rests on, in one language at least.") Bilingual rationale,
        @Schema(description = "What backs it.", maxItems = EvidenceRules.MOST_EVIDENCE) List<Evidence> evidence,
        @Schema(description = "Id of the assessment that it puts right; needs a reason.") String corrects,
        @Schema(description = "Why it is put right.") Bilingual reason) {}
