package org.servanda.commitments.links;

import org.servanda.commitments.Confidence;
import org.servanda.text.Bilingual;

/**
 * A link as the ledger keeps it, seen from neither of its two commitments.
 *
 * @param assertedBy who says so, as the ledger names it
 * @param reviewedBy who has checked it, someone else; null while nobody has
 */
public record LinkBody(
        String from,
        String to,
        LinkType type,
        Confidence confidence,
        Bilingual basis,
        String assertedBy,
        String reviewedBy) {

    /** An entry took a link back that it was in before. */
    public static final String WITHDRAWN = "withdrawn";

    public static final String RECORDED = "recorded";
    public static final String CORRECTED = "corrected";

    /** Someone else has checked it. */
    public static final String REVIEWED = "reviewed";

    public LinkBody {
        if (from.equals(to)) throw new IllegalArgumentException(from + " cannot be linked to itself");
    }

    /** What makes a link the same link: its two ends and its type. */
    public String identity() {
        return from + " " + type + " " + to;
    }

    /** The subject under which the ledger keeps it. */
    public String subject() {
        return "link/" + identity();
    }

    /** Whether it says the same, whoever asserts it. */
    public boolean saysTheSameAs(LinkBody other) {
        return identity().equals(other.identity()) && confidence == other.confidence && basis.equals(other.basis);
    }

    public LinkBody reviewedBy(String reviewer) {
        return new LinkBody(from, to, type, confidence, basis, assertedBy, reviewer);
    }
}
