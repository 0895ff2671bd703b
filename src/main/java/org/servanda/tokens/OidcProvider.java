package org.servanda.tokens;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.core.JsonPointer;

import org.servanda.start.StartRefusal;

/**
 * The identity provider (OpenID Connect) whose tokens are accepted, with the validated settings.
 *
 * @param clients empty when tokens of every client of the provider are accepted
 * @param keys the address of the keys; empty when the provider's metadata names it
 */
record OidcProvider(
        String issuer,
        String audience,
        Set<String> clients,
        Optional<URI> keys,
        Set<String> algorithms,
        JsonPointer roleClaim,
        JsonPointer partyClaim,
        Duration clockSkew) {

    /** Accepted algorithms. None with a shared secret: a party that can check such a token can also make one. */
    private static final Set<String> ALGORITHMS = new TreeSet<>(
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"));

    /** A greater difference means that a clock is wrong. */
    private static final Duration MAX_CLOCK_SKEW = Duration.ofMinutes(5);

    private static final Set<String> LOCAL_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * Validates the settings; empty when no issuer is set.
     *
     * @throws StartRefusal with every fault, so that a partly configured provider is not used
     */
    static Optional<OidcProvider> of(OidcConfig config) {
        List<String> faults = new ArrayList<>();
        boolean partlySet = config.audience().isPresent()
                || config.clients().isPresent()
                || config.jwksUrl().isPresent();
        if (config.issuer().isEmpty() && !partlySet) return Optional.empty();
        String issuer = required("ISSUER", config.issuer(), faults);
        String audience = required("AUDIENCE", config.audience(), faults);
        if (!issuer.isEmpty()) address("ISSUER", issuer, faults);
        Set<String> clients = Set.copyOf(config.clients().orElse(List.of()));
        if (clients.contains(audience))
            faults.add(
                    "CLIENTS names the audience " + audience + ": an ID token of that client would pass for an access"
                            + " token; let the register have a name of its own");
        Optional<URI> keys = config.jwksUrl().flatMap(url -> address("JWKS_URL", url, faults));
        Set<String> algorithms = Collections.unmodifiableSet(new TreeSet<>(config.algorithms()));
        if (!ALGORITHMS.containsAll(algorithms))
            faults.add("ALGORITHMS may be of " + String.join(", ", ALGORITHMS) + " and no others");
        if (config.clockSkew().isNegative() || config.clockSkew().compareTo(MAX_CLOCK_SKEW) > 0)
            faults.add("CLOCK_SKEW must be 0 to " + MAX_CLOCK_SKEW.toSeconds() + " seconds");
        JsonPointer role = pointer("ROLE_CLAIM", config.roleClaim(), faults);
        JsonPointer party = pointer("PARTY_CLAIM", config.partyClaim(), faults);
        if (!faults.isEmpty())
            throw new StartRefusal(
                    "single sign-on is not set up right: SERVANDA_OIDC_" + String.join("; SERVANDA_OIDC_", faults));
        return Optional.of(
                new OidcProvider(issuer, audience, clients, keys, algorithms, role, party, config.clockSkew()));
    }

    private static String required(String name, Optional<String> value, List<String> faults) {
        if (value.isEmpty()) faults.add(name + " is missing; without issuer and audience no token counts");
        return value.orElse("");
    }

    private static Optional<URI> address(String name, String value, List<String> faults) {
        try {
            return Optional.of(requireHttps(value));
        } catch (IllegalArgumentException e) {
            faults.add(name + " " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Requires https, since keys over plain http could be replaced on the way; http is allowed on this machine. */
    static URI requireHttps(String address) {
        URI uri = URI.create(address);
        boolean https = "https".equals(uri.getScheme()) && uri.getHost() != null;
        boolean localHttp =
                "http".equals(uri.getScheme()) && uri.getHost() != null && LOCAL_HOSTS.contains(uri.getHost());
        if (!https && !localHttp)
            throw new IllegalArgumentException(
                    "must be an https address (http only on this machine), not '" + address + "'");
        return uri;
    }

    private static JsonPointer pointer(String name, String value, List<String> faults) {
        if (value.length() < 2 || !value.startsWith("/")) {
            faults.add(name + " must be a JSON pointer such as /resource_access/servanda/roles, not '" + value
                    + "'; a slash within a name is written ~1");
            return JsonPointer.empty();
        }
        return JsonPointer.compile(value);
    }
}
