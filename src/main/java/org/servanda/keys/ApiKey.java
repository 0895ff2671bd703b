package org.servanda.keys;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.servanda.access.Caller;
import org.servanda.access.Identity;
import org.servanda.access.Role;

/**
 * An API key as it is stored: everything except its secret. Every change takes the writer lock, so it needs no version.
 */
@Entity
@Table(name = "api_key")
class ApiKey {

    @Id
    @Column(length = 16)
    private String id;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private Role role;

    @Column(length = 40)
    private String party;

    // Twice the length: H2 counts UTF-16 units, and a character may have two.
    @Column(length = 2 * NewApiKey.MAX_LABEL_LENGTH, nullable = false)
    private String label;

    @Column(length = 64, nullable = false)
    private String hash;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "created_by", length = 80, nullable = false)
    private String createdBy;

    @Column(name = "expires_at", nullable = false)
    private Instant expiresAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    protected ApiKey() {}

    ApiKey(ApiKeySecret secret, NewApiKey request, String createdBy, Instant now) {
        this.id = secret.id();
        this.hash = secret.hash();
        this.role = request.role();
        this.party = request.party();
        this.label = request.label();
        this.createdAt = now;
        this.createdBy = createdBy;
        this.expiresAt = request.expiry(now);
    }

    boolean isValidAt(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    boolean accepts(ApiKeySecret secret, Instant now) {
        return secret.hasHash(hash) && isValidAt(now);
    }

    /** Revokes the key; false when it was revoked before. A revoked key stays revoked from the first time on. */
    boolean revoke(Instant now) {
        if (revokedAt != null) return false;
        revokedAt = now;
        return true;
    }

    Role role() {
        return role;
    }

    Identity identity() {
        return new Identity(new Caller(id, role, party), label, null, expiresAt);
    }

    ApiKeyView view() {
        return new ApiKeyView(id, role, party, label, createdAt, expiresAt, revokedAt, null);
    }
}
