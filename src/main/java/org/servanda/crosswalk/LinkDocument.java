package org.servanda.crosswalk;

import java.util.Objects;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.commitments.Confidence;
import org.servanda.commitments.links.LinkBody;
import org.servanda.text.Bilingual;
import org.servanda.web.BodyValidation;

/** The fields of a link that can be changed, as the document that a merge patch is applied to. */
@Schema(name = "LinkPatch", description = "What is to be changed about a link, as JSON Merge Patch (RFC 7396).")
record LinkDocument(
        @Schema(description = "How sure the reader is; needs a reason, and the link a new review.")
                Confidence confidence,
        @Schema(
                        description = "What in the two texts shows it; needs a reason, and the link a new review.",
                        maxLength = NewLink.LONGEST_BASIS)
                Bilingual basis,
        @Schema(description = "Whether someone other than who asserts it has checked it: the caller.") Boolean reviewed,
        @Schema(description = "Whether it is not held any more; needs a reason.") Boolean withdrawn,
        @Schema(description = "Why it is changed.", maxLength = BodyValidation.MAX_REASON_LENGTH) String reason) {

    static LinkDocument of(LinkBody body) {
        return new LinkDocument(body.confidence(), body.basis(), body.reviewedBy() != null, false, null);
    }

    /** Whether confidence and basis are the same. */
    boolean sameJudgement(LinkDocument other) {
        return confidence == other.confidence && Objects.equals(basis, other.basis);
    }

    boolean isReviewed() {
        return Boolean.TRUE.equals(reviewed);
    }

    boolean isWithdrawn() {
        return Boolean.TRUE.equals(withdrawn);
    }
}
