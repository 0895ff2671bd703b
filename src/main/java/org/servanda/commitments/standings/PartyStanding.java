package org.servanda.commitments.standings;

import java.io.Serializable;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

import org.servanda.commitments.PartyStatus;
import org.servanda.commitments.timeline.PartyProgress;

/** The status of one party in a row of {@link Standing}, as queries read it. A party without an update has no row. */
@Entity
@Immutable
@Table(name = "standing_party")
class PartyStanding {

    /** The columns that {@link Standing} writes. */
    @Embeddable
    record Value(
            @Column(length = 40, nullable = false) String party, @Column(length = 20, nullable = false) String status) {

        Value(PartyProgress progress) {
            this(progress.party(), progress.status().name());
        }
    }

    @Embeddable
    record Key(@Column(name = "standing_id") long standing, @Column(length = 40) String party)
            implements Serializable {}

    @EmbeddedId
    private Key key;

    /** A {@link PartyStatus} as text, so that a query can compare it with {@code not_reported} where there is no row. */
    @Column(length = 20, nullable = false)
    private String status;
}
