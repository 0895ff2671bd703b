package org.servanda.commitments;

import java.io.Serializable;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

/** A kept count: how many commitments have both of two values, or one value (then both are the same). */
@Entity
@Table(name = "commitment_tally")
class Tally {

    @Embeddable
    record Key(
            @Enumerated(EnumType.STRING) @Column(length = 16) Dimension dimension,
            @Column(name = "facet_value", length = 40) String value,
            @Enumerated(EnumType.STRING) @Column(name = "other_dimension", length = 16) Dimension otherDimension,
            @Column(name = "other_value", length = 40) String otherValue)
            implements Serializable {

        Key(Facet one, Facet other) {
            this(one.dimension(), one.value(), other.dimension(), other.value());
        }
    }

    @EmbeddedId
    private Key key;

    @Column(nullable = false)
    private long n;

    protected Tally() {}

    Tally(Key key, long n) {
        this.key = key;
        this.n = n;
    }

    Key key() {
        return key;
    }

    void add(long change) {
        n += change;
    }

    long n() {
        return n;
    }
}
