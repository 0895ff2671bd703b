package org.servanda.commitments;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

import org.servanda.text.Bilingual;

/** One line of the crosswalk between instruments: who promised the same elsewhere, or builds on it. */
@Entity
@Table(name = "commitment_link")
public class Link {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "commitment_link_seq")
    @SequenceGenerator(name = "commitment_link_seq", sequenceName = "commitment_link_seq", allocationSize = 50)
    private Long id;

    @Column(name = "from_code", length = 60, nullable = false)
    private String source;

    @Column(name = "to_code", length = 60, nullable = false)
    private String target;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private LinkType type;

    @Enumerated(EnumType.STRING)
    @Column(length = 10, nullable = false)
    private Confidence confidence;

    @Column(name = "basis_zh", length = 2_000)
    private String basisZh;

    @Column(name = "basis_en", length = 2_000)
    private String basisEn;

    protected Link() {}

    public Link(String from, String to, LinkType type, Confidence confidence, Bilingual basis) {
        if (from.equals(to)) throw new IllegalArgumentException(from + " cannot be linked to itself");
        source = from;
        target = to;
        this.type = type;
        take(confidence, basis);
    }

    /** Takes a corrected reading; true when anything is different. */
    public boolean revise(Confidence corrected, Bilingual basis) {
        if (corrected == confidence && basis.equals(basis())) return false;
        take(corrected, basis);
        return true;
    }

    private void take(Confidence corrected, Bilingual basis) {
        confidence = corrected;
        basisZh = basis.zh();
        basisEn = basis.en();
    }

    /** What makes a link the same link: its two ends and its type. */
    public String identity() {
        return source + " " + type + " " + target;
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
