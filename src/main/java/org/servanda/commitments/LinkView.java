package org.servanda.commitments;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.text.Bilingual;

/** A link as one of its two commitments sees it. */
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
        @Schema(required = true, description = "Why: what in the two texts shows it.") Bilingual basis) {

    /** Which of the two commitments the relation starts from. */
    public enum Direction {
        outgoing,
        incoming
    }

    /** A link as it is recorded: neither of the two commitments sees it from its side. */
    public record Between(String from, String to, LinkType type, Confidence confidence, Bilingual basis) {

        public Between {
            if (from.equals(to)) throw new IllegalArgumentException(from + " cannot be linked to itself");
        }

        /** What makes a link the same link: its two ends and its type. */
        public String identity() {
            return from + " " + type + " " + to;
        }
    }
}
