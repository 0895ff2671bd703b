package org.servanda.tokens;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of a provider, as an operator would give them. */
record ProviderSettings(
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

    static final ProviderSettings NONE = new ProviderSettings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of("RS256"),
            "/resource_access/servanda/roles",
            "/party",
            Duration.ofSeconds(30));

    static final ProviderSettings SET = NONE.from(ISSUER).meantFor("servanda").givenTo("dashboard");

    OidcProvider provider() {
        return OidcProvider.of(this).orElseThrow();
    }

    ProviderSettings from(String wanted) {
        return new ProviderSettings(
                Optional.ofNullable(wanted), audience, clients, jwksUrl, algorithms, roleClaim, partyClaim, clockSkew);
    }

    ProviderSettings meantFor(String wanted) {
        return new ProviderSettings(
                issuer, Optional.ofNullable(wanted), clients, jwksUrl, algorithms, roleClaim, partyClaim, clockSkew);
    }

    ProviderSettings givenTo(String... wanted) {
        return new ProviderSettings(
                issuer, audience, Optional.of(List.of(wanted)), jwksUrl, algorithms, roleClaim, partyClaim, clockSkew);
    }

    ProviderSettings givenToAnyone() {
        return new ProviderSettings(
                issuer, audience, Optional.empty(), jwksUrl, algorithms, roleClaim, partyClaim, clockSkew);
    }

    ProviderSettings withKeysAt(String wanted) {
        return new ProviderSettings(
                issuer, audience, clients, Optional.ofNullable(wanted), algorithms, roleClaim, partyClaim, clockSkew);
    }

    ProviderSettings signing(String... wanted) {
        return new ProviderSettings(
                issuer, audience, clients, jwksUrl, List.of(wanted), roleClaim, partyClaim, clockSkew);
    }

    ProviderSettings reading(String role, String party) {
        return new ProviderSettings(issuer, audience, clients, jwksUrl, algorithms, role, party, clockSkew);
    }

    ProviderSettings late(Duration skew) {
        return new ProviderSettings(issuer, audience, clients, jwksUrl, algorithms, roleClaim, partyClaim, skew);
    }
}
