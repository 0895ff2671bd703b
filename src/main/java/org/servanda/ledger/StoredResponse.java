package org.servanda.ledger;

import java.io.Serializable;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** The stored response of a request, for when the request is sent again with the same Idempotency-Key. */
@Entity
@Table(name = "given_answer")
class StoredResponse {

    /** The primary key. It contains the actor: two callers may use the same Idempotency-Key. */
    @Embeddable
    record Key(
            @Column(length = 80) String actor,
            @Column(length = 300) String route,
            @Column(name = "idempotency_key", length = IdempotencyKey.LONGEST) String key)
            implements Serializable {}

    @EmbeddedId
    private Key id;

    @Column(length = 64, nullable = false)
    private String fingerprint;

    @Column(length = 300)
    private String location;

    @Column(length = 1_000_000, nullable = false)
    private String body;

    @Column(name = "kept_until", nullable = false)
    private Instant keptUntil;

    protected StoredResponse() {}

    StoredResponse(Key id, String fingerprint, String location, String body, Instant keptUntil) {
        this.id = id;
        this.fingerprint = fingerprint;
        this.location = location;
        this.body = body;
        this.keptUntil = keptUntil;
    }

    boolean validAt(Instant moment) {
        return !moment.isAfter(keptUntil);
    }

    /** Whether the stored request had the same body. */
    boolean matches(String requestFingerprint) {
        return fingerprint.equals(requestFingerprint);
    }

    String location() {
        return location;
    }

    String body() {
        return body;
    }
}
