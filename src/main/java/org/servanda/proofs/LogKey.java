package org.servanda.proofs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/**
 * The public part of a key that signed the log. It is kept when the key signs no more, to verify earlier signatures.
 */
@Entity
@Immutable
@Table(name = "log_key")
class LogKey {

    @Id
    @Column(length = 400)
    private String verifier;

    /** The revision from which on the key signs. */
    @Column(name = "known_from", nullable = false)
    private long knownFrom;

    protected LogKey() {}

    LogKey(VerifierKey key, long knownFrom) {
        this.verifier = key.text();
        this.knownFrom = knownFrom;
    }

    String verifier() {
        return verifier;
    }

    long knownFrom() {
        return knownFrom;
    }
}
