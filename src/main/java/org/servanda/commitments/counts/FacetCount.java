package org.servanda.commitments.counts;

import java.io.Serializable;
import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

import org.servanda.commitments.filters.Dimension;
import org.servanda.commitments.filters.Facet;

/**
 * A kept count: how many commitments have both of two values, or one value (then both are the same), as far as is known
 * now; and by how many that number changed in the world in a month, and on a day.
 */
@Entity
@Immutable
@Table(name = "commitment_tally")
public class FacetCount {

    /** Over which time it counts. */
    enum Period {
        /** How many there are. */
        all,
        /** By how many they changed within a month. */
        month,
        /** By how many they changed on a day. */
        day
    }

    /** Stands for the beginning of what counts over all time; before any day, and in every calendar the same. */
    static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

    @Embeddable
    public record Key(
            @Enumerated(EnumType.STRING) @Column(length = 16) Dimension dimension,
            @Column(name = "facet_value", length = 40) String value,
            @Enumerated(EnumType.STRING) @Column(name = "other_dimension", length = 16) Dimension otherDimension,
            @Column(name = "other_value", length = 40) String otherValue,
            @Enumerated(EnumType.STRING) @Column(length = 5) Period period,
            @Column(name = "starts_on") LocalDate startsOn)
            implements Serializable {

        Key(Facet one, Facet other) {
            this(one, other, Period.all, BEGINNING);
        }

        Key(Facet one, Facet other, Period period, LocalDate startsOn) {
            this(one.dimension(), one.value(), other.dimension(), other.value(), period, startsOn);
        }

        @Override
        public String toString() {
            String values = dimension + "=" + value + " with " + otherDimension + "=" + otherValue;
            return period == Period.all ? values : values + ", change in the " + period + " from " + startsOn;
        }
    }

    @EmbeddedId
    private Key key;

    @Column(nullable = false)
    private long n;

    protected FacetCount() {}

    public Key key() {
        return key;
    }

    public long n() {
        return n;
    }
}
