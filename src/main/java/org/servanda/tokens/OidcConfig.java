package org.servanda.tokens;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of single sign-on as operators set them; {@link OidcProvider} is the validated form. */
@ConfigMapping(prefix = "servanda.oidc")
interface OidcConfig {

    /** The issuer whose tokens are accepted, exactly as the tokens name it; without an issuer no token is accepted. */
    Optional<String> issuer();

    /** The audience that a token must have. */
    Optional<String> audience();

    /** The clients to which a token may have been issued; empty means every client of the issuer. */
    Optional<List<String>> clients();

    /** The address of the issuer's keys; if absent, the issuer's metadata names it. */
    Optional<String> jwksUrl();

    /** The accepted signature algorithms. */
    @WithDefault("RS256")
    List<String> algorithms();

    /** The claim with the roles, as a JSON Pointer (RFC 6901). */
    @WithDefault("/resource_access/servanda/roles")
    String roleClaim();

    /** The claim with the party, as a JSON Pointer. */
    @WithDefault("/party")
    String partyClaim();

    /** Accepted difference between the issuer's clock and ours. */
    @WithDefault("30S")
    Duration clockSkew();
}
