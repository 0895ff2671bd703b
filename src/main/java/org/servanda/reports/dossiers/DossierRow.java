package org.servanda.reports.dossiers;

import java.time.Instant;
import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One line of what is known of a commitment. New fields are added at the end; none is ever moved or taken out.
 *
 * @param printedAs how {@code before} and {@code after} are printed; no format has it as a field
 */
@Schema(name = "DossierLine", description = "One line of what is known of a commitment.")
public record DossierRow(
        @Schema(required = true, description = "Code of the commitment.") String code,
        @Schema(required = true, description = "Of what the line tells; the sections come in this order.")
                Section section,
        @Schema(description = "The day in the world from which it holds or of which it speaks.") LocalDate on,
        @Schema(description = "When it was recorded (UTC).") Instant recordedAt,
        @Schema(description = "Number of its entry in the ledger.") Long entry,
        @Schema(
                        description =
                                "What it is about: id of the update, assessment, milestone or evidence, code of the linked commitment, place of the passage.")
                String id,
        @Schema(description = "Code of the party that it speaks of.") String party,
        @Schema(description = "Who said or did it, as the ledger names it.") String who,
        @Schema(description = "What happened, in the trail, as the history names it.") String kind,
        @Schema(
                        description =
                                "What is told, as the API's answers name it; absent in the trail for what changed no field.")
                String field,
        @Schema(description = "The value before; in the trail, and where the lead was changed.") String before,
        @Schema(description = "The value; several are joined by semicolons, what is no plain value is JSON.")
                String after,
        @Schema(description = "What is said, in Chinese.") String textZh,
        @Schema(description = "What is said, in English.") String textEn,
        @Schema(description = "Address of the evidence.") String url,
        @Schema(description = "SHA-256 of the passage's words, or of the document that is the evidence.") String sha256,
        @Schema(description = "Why, where that was said.") String reason,
        @Schema(description = "In the trail: the last day on which it holds; absent where it goes on.") LocalDate to,
        @JsonIgnore @Schema(hidden = true) String printedAs) {

    /** Of what a line tells, in the order of the dossier. */
    @Schema(name = "DossierSection", description = "Of what a line of a dossier tells.")
    public enum Section {
        standing,
        text,
        passage,
        owner,
        report,
        evidence,
        milestone,
        assessment,
        link,
        trail
    }
}
