package org.servanda.keys;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.access.Role;
import org.servanda.access.Scope;

/** The caller's identity and allowed operations. */
@Schema(name = "Me", description = "Who is asking, and what that one may do.")
record MeView(
        @Schema(
                        required = true,
                        description = "How the ledger names what you do.",
                        examples = {"contributor/TH/k3yk3yk3yk", "secretariat/oidc:0123456789abcdef0123", "anonymous"})
                String actor,
        @Schema(description = "What your key or token is for; absent without one.") Role role,
        @Schema(description = "Code of the party you speak for; absent when you speak for none.") String party,
        @Schema(description = "What your key was issued as, or the name in your token.") String label,
        @Schema(description = "By which your identity provider names you; with a token only.") String subject,
        @Schema(description = "From when on your key or token opens nothing (UTC).") Instant expiresAt,
        @Schema(required = true, description = "What you may do, by operationId of the contract.")
                List<AllowedOperation> operations) {

    @Schema(description = "An operation, and how far you reach with it.")
    record AllowedOperation(
            @Schema(required = true, description = "Its operationId.", examples = "reportProgress") String operation,
            @Schema(
                            required = true,
                            description =
                                    "published: what everyone may see. own: that, and everything of your own party. all: everything.")
                    Scope scope) {}
}
