package org.servanda.commitments.links;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.commitments.Confidence;
import org.servanda.text.Bilingual;
import org.servanda.text.PrintedAs;

/** A link as it is answered, seen from one of its two commitments. */
@Schema(name = "Link", description = "A relation to a commitment of another instrument, seen from one of the two.")
public record LinkView(
        @Schema(required = true, description = "Code of the other commitment.") String to,
        @Schema(
                        required = true,
                        description =
                                "outgoing: this one stands to the other as the type says; incoming: the other one to this.")
                Direction direction,
        @Schema(required = true, description = "How they relate.") LinkType type,
        @Schema(required = true, description = "How sure the reader was.") Confidence confidence,
        @Schema(required = true, description = "Why: what in the two texts shows it.") Bilingual basis,
        @Schema(required = true, description = "Who says so, as the ledger names it.") String assertedBy,
        @Schema(description = "Who has checked it, someone else; absent while nobody has.") String reviewedBy) {

    /** Which of the two commitments the relation starts from. */
    @PrintedAs(PrintedAs.FIELD)
    public enum Direction {
        outgoing,
        incoming
    }
}
