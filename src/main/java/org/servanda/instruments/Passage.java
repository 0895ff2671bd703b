package org.servanda.instruments;

import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** A passage of an instrument, at its position in the text; an operative passage names the commitment in it. */
@Entity
@Table(name = "passage")
public class Passage {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "passage_seq")
    @SequenceGenerator(name = "passage_seq", sequenceName = "passage_seq", allocationSize = 50)
    private Long id;

    @Column(length = 40, nullable = false)
    private String instrument;

    @Column(nullable = false)
    private int place;

    @Enumerated(EnumType.STRING)
    @Column(length = 16, nullable = false)
    private PassageKind kind;

    @Embedded
    private CitedPassage cited;

    @Column(length = 60)
    private String commitment;

    protected Passage() {}

    public Passage(String instrument, int place, PassageKind kind, CitedPassage cited, String commitment) {
        this.instrument = instrument;
        this.place = place;
        this.kind = kind;
        this.cited = cited;
        this.commitment = commitment;
    }

    public PassageView view() {
        return new PassageView(
                cited.eid(), cited.lang(), kind, cited.exact(), cited.start(), cited.end(), cited.sha256(), commitment);
    }

    public boolean sameAs(Passage other) {
        return instrument.equals(other.instrument)
                && place == other.place
                && view().equals(other.view())
                && Objects.equals(commitment, other.commitment);
    }
}
