package org.servanda.commitments.links;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

import org.servanda.commitments.Confidence;
import org.servanda.commitments.EndOfTime;
import org.servanda.ledger.EntryRef;
import org.servanda.text.Bilingual;

/**
 * A link of the crosswalk between two commitments of different instruments. It holds from the day on which both commitments
 * exist, and is known from one ledger entry to another. A withdrawn link stays, so that a reader who finds the same link
 * again sees that it was judged before.
 */
@Entity
@Table(name = "commitment_link")
public class Link {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "commitment_link_seq")
    @SequenceGenerator(name = "commitment_link_seq", sequenceName = "commitment_link_seq", allocationSize = 50)
    private Long id;

    @Column(name = "from_code", length = 60, nullable = false, updatable = false)
    private String source;

    @Column(name = "to_code", length = 60, nullable = false, updatable = false)
    private String target;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false, updatable = false)
    private LinkType type;

    @Enumerated(EnumType.STRING)
    @Column(length = 10, nullable = false, updatable = false)
    private Confidence confidence;

    @Column(name = "basis_zh", length = 2_000, updatable = false)
    private String basisZh;

    @Column(name = "basis_en", length = 2_000, updatable = false)
    private String basisEn;

    @Column(name = "asserted_by", length = 80, nullable = false, updatable = false)
    private String assertedBy;

    @Column(name = "reviewed_by", length = 80, updatable = false)
    private String reviewedBy;

    @Column(nullable = false, updatable = false)
    private boolean withdrawn;

    @Column(name = "valid_from", nullable = false, updatable = false)
    private LocalDate validFrom;

    @Column(name = "recorded_from", nullable = false, updatable = false)
    private long recordedFrom;

    @Column(name = "recorded_to", nullable = false)
    private long recordedTo;

    protected Link() {}

    /**
     * @param withdrawn whether it no longer holds
     * @param since the day from which both commitments exist
     * @param recorded the ledger entry that records it
     */
    public Link(LinkBody body, boolean withdrawn, LocalDate since, EntryRef recorded) {
        source = body.from();
        target = body.to();
        type = body.type();
        confidence = body.confidence();
        basisZh = body.basis().zh();
        basisEn = body.basis().en();
        assertedBy = body.assertedBy();
        reviewedBy = body.reviewedBy();
        this.withdrawn = withdrawn;
        validFrom = since;
        recordedFrom = recorded.sequence();
        recordedTo = EndOfTime.OPEN;
    }

    /** Ends its recorded time: from this ledger entry on another version of the link is known. */
    public void close(EntryRef recorded) {
        recordedTo = recorded.sequence();
    }

    public boolean assertedBy(String actor) {
        return assertedBy.equals(actor);
    }

    public boolean withdrawn() {
        return withdrawn;
    }

    public LocalDate since() {
        return validFrom;
    }

    public long recordedFrom() {
        return recordedFrom;
    }

    /** The body of its ledger entry. */
    public LinkBody body() {
        return new LinkBody(source, target, type, confidence, basis(), assertedBy, reviewedBy);
    }

    String source() {
        return source;
    }

    String target() {
        return target;
    }

    public LinkView seenFrom(String code) {
        boolean outgoing = source.equals(code);
        return new LinkView(
                outgoing ? target : source,
                outgoing ? LinkView.Direction.outgoing : LinkView.Direction.incoming,
                type,
                confidence,
                basis(),
                assertedBy,
                reviewedBy);
    }

    private Bilingual basis() {
        return basisZh == null && basisEn == null ? null : new Bilingual(basisZh, basisEn);
    }
}
