package org.servanda.progress.assessments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.commitments.AssessmentFinding;
import org.servanda.commitments.AssessmentResult;
import org.servanda.ledger.EntryRef;
import org.servanda.progress.Evidence;
import org.servanda.text.Bilingual;

/** An assessment as it is answered. */
@Schema(name = "Assessment", description = "An auditor's own judgement of how a commitment stood on a day.")
public record AssessmentView(
        @Schema(required = true, description = "Its id; never reused.", examples = "ACJS-2024.III.2-A1") String id,
        @Schema(required = true, description = "Code of the commitment.") String commitment,
        @Schema(required = true, description = "The day in the world that it speaks of.") LocalDate assessedOn,
        @Schema(required = true, description = "When it was recorded (UTC).") Instant recordedAt,
        @Schema(required = true, description = "How far the commitment has been carried out.") AssessmentResult result,
        @Schema(description = "What it makes of what decided the whole on that day, as recorded before it.")
                AssessmentFinding finding,
        @Schema(required = true, description = "What it rests on.") Bilingual rationale,
        @Schema(required = true, description = "What backs it.") List<Evidence> evidence,
        @Schema(description = "Id of the assessment that it puts right.") String corrects,
        @Schema(description = "Id of the assessment that stands in its place.") String correctedBy,
        @Schema(description = "Why it is put right.") Bilingual reason,
        @Schema(required = true, description = "Who assessed, as the ledger names it.") String assessor,
        @Schema(required = true, description = "Number of its entry in the ledger.") long entry) {

    static AssessmentView of(String commitment, AssessmentBody body, String correctedBy, EntryRef recorded) {
        return new AssessmentView(
                body.id(),
                commitment,
                body.assessedOn(),
                recorded.at(),
                body.result(),
                body.finding(),
                body.rationale(),
                body.evidence() == null ? List.of() : body.evidence(),
                body.corrects(),
                correctedBy,
                body.reason(),
                body.assessor(),
                recorded.sequence());
    }
}
