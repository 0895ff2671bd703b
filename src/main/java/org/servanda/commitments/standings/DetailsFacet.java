package org.servanda.commitments.standings;

import java.io.Serializable;

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

/** A facet of the details of a commitment, such as one of several areas, parties or owners, as queries read it. */
@Entity
@Immutable
@Table(name = "commitment_facet")
public class DetailsFacet {

    /** The columns that {@link StoredDetails} writes. */
    @Embeddable
    record Value(
            @Enumerated(EnumType.STRING) @Column(length = 16, nullable = false) Dimension dimension,
            @Column(name = "facet_value", length = 40, nullable = false) String value) {

        Value(Facet facet) {
            this(facet.dimension(), facet.value());
        }
    }

    @Embeddable
    record Key(
            @Column(name = "details_id") long details,
            @Enumerated(EnumType.STRING) @Column(length = 16) Dimension dimension,
            @Column(name = "facet_value", length = 40) String value)
            implements Serializable {}

    @EmbeddedId
    private Key key;
}
