package org.servanda.tokens;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.servanda.start.StartRefusal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** A provider is set as a whole or not at all. */
class OidcProviderTest {

    @Test
    void whereNothingIsSetThereIsNone() {
        assertTrue(OidcProvider.of(ProviderSettings.NONE).isEmpty());
    }

    @Test
    void issuerAndAudienceAreEnough() {
        OidcProvider provider = ProviderSettings.NONE
                .from(ProviderSettings.ISSUER)
                .meantFor("servanda")
                .provider();
        assertEquals(ProviderSettings.ISSUER, provider.issuer());
        assertTrue(provider.clients().isEmpty());
        assertTrue(provider.keys().isEmpty());
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments(ProviderSettings.NONE.from(ProviderSettings.ISSUER), "SERVANDA_OIDC_AUDIENCE is missing"),
                arguments(ProviderSettings.NONE.meantFor("servanda"), "SERVANDA_OIDC_ISSUER is missing"),
                arguments(ProviderSettings.NONE.givenTo("dashboard"), "SERVANDA_OIDC_ISSUER is missing"),
                arguments(
                        ProviderSettings.NONE.withKeysAt("https://x.example/keys"),
                        "SERVANDA_OIDC_AUDIENCE is missing"),
                arguments(
                        ProviderSettings.SET.from("http://id.example.org/realms/x"), "ISSUER must be an https address"),
                arguments(ProviderSettings.SET.from("http://localhost.example.org"), "ISSUER must be an https address"),
                arguments(ProviderSettings.SET.from("id.example.org"), "ISSUER must be an https address"),
                arguments(ProviderSettings.SET.withKeysAt("file:///etc/keys"), "JWKS_URL must be an https address"),
                arguments(ProviderSettings.SET.givenTo("servanda"), "CLIENTS names the audience servanda"),
                arguments(ProviderSettings.SET.signing("HS256"), "ALGORITHMS may be of ES256"),
                arguments(ProviderSettings.SET.signing("RS256", "none"), "ALGORITHMS may be of ES256"),
                arguments(ProviderSettings.SET.late(Duration.ofMinutes(6)), "CLOCK_SKEW must be 0 to 300 seconds"),
                arguments(ProviderSettings.SET.late(Duration.ofSeconds(-1)), "CLOCK_SKEW must be 0 to 300 seconds"),
                arguments(ProviderSettings.SET.reading("roles", "/party"), "ROLE_CLAIM must be a JSON pointer"),
                arguments(ProviderSettings.SET.reading("/roles", "/"), "PARTY_CLAIM must be a JSON pointer"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsWrongOrMissingIsNamed(ProviderSettings config, String fault) {
        StartRefusal refused = assertThrows(StartRefusal.class, () -> OidcProvider.of(config));
        assertTrue(refused.getMessage().contains(fault), refused.getMessage());
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        ProviderSettings config =
                ProviderSettings.NONE.givenTo("x").signing("HS256").reading("roles", "party");
        String told =
                assertThrows(StartRefusal.class, () -> OidcProvider.of(config)).getMessage();
        for (String name : List.of("ISSUER", "AUDIENCE", "ALGORITHMS", "ROLE_CLAIM", "PARTY_CLAIM"))
            assertTrue(told.contains("SERVANDA_OIDC_" + name), told);
    }

    @Test
    void onThisMachineHttpWillDo() {
        for (String host : List.of("localhost:8180", "127.0.0.1", "[::1]:8180"))
            assertEquals(
                    "http://" + host,
                    ProviderSettings.SET.from("http://" + host).provider().issuer());
    }
}
