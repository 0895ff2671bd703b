package org.servanda.commitments.standings;

import java.io.Serializable;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

import org.servanda.text.SearchWords;

/** A term of the search index for the details of a commitment, as queries read it. */
@Entity
@Immutable
@Table(name = "commitment_term")
class SearchTerm {

    @Embeddable
    record Key(@Column(name = "details_id") long details, @Column(length = SearchWords.TERM_LENGTH) String term)
            implements Serializable {}

    @EmbeddedId
    private Key key;
}
