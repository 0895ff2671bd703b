package org.servanda.keys;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.access.Role;

/** An API key in responses and, without {@code key}, in ledger entries. */
@Schema(name = "ApiKey", description = "An API key.")
record ApiKeyView(
        @Schema(required = true, description = "Its public name; the second part of the key.", examples = "k7m2p9qatx")
                String id,
        @Schema(required = true, description = "What it is for.") Role role,
        @Schema(description = "The only party it speaks for; contributors and readers only.", examples = "TH")
                String party,
        @Schema(required = true, description = "Who holds it or what it is used for.", examples = "Dashboard")
                String label,
        @Schema(required = true, description = "When it was issued.") Instant createdAt,
        @Schema(required = true, description = "From when on it is no longer accepted.") Instant expiresAt,
        @Schema(description = "When it was revoked; absent while it is not.") Instant revokedAt,
        @Schema(description = "The key itself; in the answer that issues it and never again.") String key) {

    ApiKeyView with(ApiKeySecret secret) {
        return new ApiKeyView(id, role, party, label, createdAt, expiresAt, revokedAt, secret.text());
    }

    ApiKeyView withoutKey() {
        return new ApiKeyView(id, role, party, label, createdAt, expiresAt, revokedAt, null);
    }
}
