package org.servanda.commitments;

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

import org.servanda.ledger.Recorded;
import org.servanda.text.Bilingual;

/**
 * One line of the crosswalk between instruments: who promised the same elsewhere, or builds on it. It is there from the
 * day both commitments are, and known from one entry to another.
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

    @Column(name = "valid_from", nullable = false, updatable = false)
    private LocalDate validFrom;

    @Column(name = "recorded_from", nullable = false, updatable = false)
    private long recordedFrom;

    @Column(name = "recorded_to", nullable = false)
    private long recordedTo;

    protected Link() {}

    /**
     * @param one the day from which one of the two commitments is there
     * @param other the day from which the other one is
     * @param recorded the entry that brings it
     */
    public Link(LinkView.Between between, LocalDate one, LocalDate other, Recorded recorded) {
        source = between.from();
        target = between.to();
        type = between.type();
        confidence = between.confidence();
        basisZh = between.basis().zh();
        basisEn = between.basis().en();
        validFrom = later(one, other);
        recordedFrom = recorded.sequence();
        recordedTo = Standing.OPEN;
    }

    /** From this entry on it is not known any more. */
    public void close(Recorded recorded) {
        recordedTo = recorded.sequence();
    }

    /** Whether it says this, from the later of the two days on. */
    public boolean says(LinkView.Between other, LocalDate one, LocalDate another) {
        return between().equals(other) && validFrom.equals(later(one, another));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    public LinkView.Between between() {
        return new LinkView.Between(source, target, type, confidence, basis());
    }

    String source() {
        return source;
    }

    String target() {
        return target;
    }

    LinkView seenFrom(String code) {
        boolean outgoing = source.equals(code);
        return new LinkView(
                outgoing ? target : source,
                outgoing ? LinkView.Direction.outgoing : LinkView.Direction.incoming,
                type,
                confidence,
                basis());
    }

    private Bilingual basis() {
        return basisZh == null && basisEn == null ? null : new Bilingual(basisZh, basisEn);
    }
}
