package org.servanda.commitments.links;

import org.servanda.commitments.Confidence;
import org.servanda.text.Bilingual;

/**
 * A link as the body of its ledger entry, seen from neither of its two commitments.
 *
 * @param assertedBy the actor that asserts the link, as the ledger names actors
 * @param reviewedBy another actor that has checked it; null while nobody has
 */
public record LinkBody(
        String from,
        String to,
        LinkType type,
        Confidence confidence,
        Bilingual basis,
        String assertedBy,
        String reviewedBy) {

    /** Kind of the ledger entry that withdraws a link. */
    public static final String WITHDRAWN = "withdrawn";

    public static final String RECORDED = "recorded";
    public static final String CORRECTED = "corrected";

    /** Kind of the ledger entry by which another actor has checked the link. */
    public static final String REVIEWED = "reviewed";

    public LinkBody {
        if (from.equals(to)) throw new IllegalArgumentException(from + " cannot be linked to itself");
    }

    /** The identity of a link: its two ends and its type. */
    public String identity() {
        return from + " " + type + " " + to;
    }

    /** The subject of its ledger entries. */
    public String subject() {
        return "link/" + identity();
    }

    /** Whether the other link states the same, by whatever actor. */
    public boolean saysTheSameAs(LinkBody other) {
        return identity().equals(other.identity()) && confidence == other.confidence && basis.equals(other.basis);
    }

    public LinkBody reviewedBy(String reviewer) {
        return new LinkBody(from, to, type, confidence, basis, assertedBy, reviewer);
    }
}
