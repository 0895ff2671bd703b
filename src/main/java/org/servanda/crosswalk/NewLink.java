package org.servanda.crosswalk;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.commitments.Confidence;
import org.servanda.commitments.links.LinkType;
import org.servanda.text.Bilingual;
import org.servanda.web.BodyValidation;

/** A link to a commitment of another instrument, as it is sent. */
@Schema(description = "A relation to a commitment of another instrument.")
record NewLink(
        @Schema(
                        required = true,
                        description = "Code of the commitment of another instrument.",
                        examples = "BRDE-2023.16.1")
                String to,
        @Schema(
                        required = true,
                        description =
                                "How this one relates to it. same_promise holds in both directions and is recorded once.")
                LinkType type,
        @Schema(required = true, description = "How sure the reader is.") Confidence confidence,
        @Schema(
                        required = true,
                        description = "Why: what in the two texts shows it; in one language at least.",
                        maxLength = LONGEST_BASIS)
                Bilingual basis,
        @Schema(
                        description = "Why it is entered, where that needs to be said.",
                        maxLength = BodyValidation.MAX_REASON_LENGTH)
                String reason) {

    static final int LONGEST_BASIS = 1_000;
}
