package org.servanda.tokens;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** As operators give it; {@link OidcProvider} is what is made of it. */
@ConfigMapping(prefix = "servanda.oidc")
interface OidcConfig {

    /** Whose tokens count, exactly as they name it; without one, none do. */
    Optional<String> issuer();

    /** For whom a token must be meant. */
    Optional<String> audience();

    /** To whom a token must have been given; without any, to whomever the issuer gives one for this audience. */
    Optional<List<String>> clients();

    /** Where the issuer's keys are; without it, where the issuer's own description says. */
    Optional<String> jwksUrl();

    /** How a token may be signed. */
    @WithDefault("RS256")
    List<String> algorithms();

    /** Where the roles stand in a token: a JSON pointer (RFC 6901). */
    @WithDefault("/resource_access/servanda/roles")
    String roleClaim();

    /** Where the party stands in a token: a JSON pointer. */
    @WithDefault("/party")
    String partyClaim();

    /** By how much the issuer's clock may differ from ours. */
    @WithDefault("30S")
    Duration clockSkew();
}
