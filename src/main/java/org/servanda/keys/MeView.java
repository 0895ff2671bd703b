package org.servanda.keys;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.access.Role;
import org.servanda.access.Scope;

/** Who is asking, and what that one may do. */
@Schema(name = "Me", description = "Who is asking, and what that one may do.")
record MeView(
        @Schema(
                        required = true,
                        description = "How the ledger names what you do.",
                        examples = {"contributor/TH/k3yk3yk3yk", "anonymous"})
                String actor,
        @Schema(description = "What your key is for; absent without a key.") Role role,
        @Schema(description = "Code of the party you speak for; absent when you speak for none.") String party,
        @Schema(description = "What your key was issued as.") String label,
        @Schema(description = "From when on your key opens nothing (UTC).") Instant expiresAt,
        @Schema(required = true, description = "What you may do, by operationId of the contract.")
                List<Permission> operations) {

    @Schema(description = "An operation, and how far you reach with it.")
    record Permission(
            @Schema(required = true, description = "Its operationId.", examples = "reportProgress") String operation,
            @Schema(
                            required = true,
                            description =
                                    "published: what everyone may see. own: that, and everything of your own party. all: everything.")
                    Scope scope) {}
}
