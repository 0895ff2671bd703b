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
 * A precomputed count: the number of commitments that have both of two values, as known now. Beside it, by how much that
 * number changed in a month and on a day of valid time. A value paired with itself counts the commitments with that value.
 */
@Entity
@Immutable
@Table(name = "commitment_tally")
public class FacetCount {

    /** The period that a count is about. */
    enum Period {
        /** The number of commitments, over all time. */
        all,
        /** The change of that number within a month. */
        month,
        /** The change of that number on a day. */
        day
    }

    /** Start of the period {@code all}: a constant before any day, the same in every calendar. */
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

        Key(Facet first, Facet second) {
            this(first, second, Period.all, BEGINNING);
        }

        Key(Facet first, Facet second, Period period, LocalDate startsOn) {
            this(first.dimension(), first.value(), second.dimension(), second.value(), period, startsOn);
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
