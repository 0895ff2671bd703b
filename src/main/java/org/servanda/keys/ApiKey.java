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

/** A key as it is kept: everything but the key itself. Whoever changes one holds the ledger, so it needs no version. */
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

    // Twice: H2 counts UTF-16 units, of which a character may have two.
    @Column(length = 2 * NewApiKey.LONGEST_LABEL, nullable = false)
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

    ApiKey(ApiKeySecret secret, NewApiKey wanted, String createdBy, Instant now) {
        this.id = secret.id();
        this.hash = secret.hash();
        this.role = wanted.role();
        this.party = wanted.party();
        this.label = wanted.label();
        this.createdAt = now;
        this.createdBy = createdBy;
        this.expiresAt = wanted.expiry(now);
    }

    boolean liveAt(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    boolean opensFor(ApiKeySecret secret, Instant now) {
        return secret.hasHash(hash) && liveAt(now);
    }

    /** True when it was not revoked before; once revoked it stays so, from the first time on. */
    boolean revoke(Instant now) {
        if (revokedAt != null) return false;
        revokedAt = now;
        return true;
    }

    Role role() {
        return role;
    }

    Identity pass() {
        return new Identity(new Caller(id, role, party), label, null, expiresAt);
    }

    ApiKeyView view() {
        return new ApiKeyView(id, role, party, label, createdAt, expiresAt, revokedAt, null);
    }
}
