package org.servanda.tokens;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of a provider, as an operator would give them. */
record Providers(
        Optional<String> issuer,
        Optional<String> audience,
        Optional<List<String>> clients,
        Optional<String> jwksUrl,
        List<String> algorithms,
        String roleClaim,
        String partyClaim,
        Duration clockSkew)
        implements OidcConfig {

    static final String ISSUER = "https://id.example.org/realms/servanda";

    static final Providers NONE = new Providers(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of("RS256"),
            "/resource_access/servanda/roles",
            "/party",
            Duration.ofSeconds(30));

    static final Providers SET = NONE.from(ISSUER).meantFor("servanda").givenTo("dashboard");

    Provider provider() {
        return Provider.of(this).orElseThrow();
    }

    Providers from(String wanted) {
        return new Providers(
                Optional.ofNullable(wanted), audience, clients, jwksUrl, algorithms, roleClaim, partyClaim, clockSkew);
    }

    Providers meantFor(String wanted) {
        return new Providers(
                issuer, Optional.ofNullable(wanted), clients, jwksUrl, algorithms, roleClaim, partyClaim, clockSkew);
    }

    Providers givenTo(String... wanted) {
        return new Providers(
                issuer, audience, Optional.of(List.of(wanted)), jwksUrl, algorithms, roleClaim, partyClaim, clockSkew);
    }

    Providers givenToAnyone() {
        return new Providers(issuer, audience, Optional.empty(), jwksUrl, algorithms, roleClaim, partyClaim, clockSkew);
    }

    Providers withKeysAt(String wanted) {
        return new Providers(
                issuer, audience, clients, Optional.ofNullable(wanted), algorithms, roleClaim, partyClaim, clockSkew);
    }

    Providers signing(String... wanted) {
        return new Providers(issuer, audience, clients, jwksUrl, List.of(wanted), roleClaim, partyClaim, clockSkew);
    }

    Providers reading(String role, String party) {
        return new Providers(issuer, audience, clients, jwksUrl, algorithms, role, party, clockSkew);
    }

    Providers late(Duration skew) {
        return new Providers(issuer, audience, clients, jwksUrl, algorithms, roleClaim, partyClaim, skew);
    }
}
