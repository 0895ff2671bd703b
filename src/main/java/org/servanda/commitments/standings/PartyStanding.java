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

/** Where one party stands in a rectangle of the two times, as queries see it. A party that never reported has none. */
@Entity
@Immutable
@Table(name = "standing_party")
class PartyStanding {

    /** What {@link Standing} writes of it. */
    @Embeddable
    record Value(
            @Column(length = 40, nullable = false) String party, @Column(length = 20, nullable = false) String status) {

        Value(PartyProgress its) {
            this(its.party(), its.status().name());
        }
    }

    @Embeddable
    record Key(@Column(name = "standing_id") long standing, @Column(length = 40) String party)
            implements Serializable {}

    @EmbeddedId
    private Key key;

    /** A {@link PartyStatus} as its word, so that it can be compared with the one of those that have none. */
    @Column(length = 20, nullable = false)
    private String status;
}
