package org.servanda.tokens;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** One token is right; every other one differs from it in one thing, and is refused for that. */
class TokenValidatorTest {

    private static final RsaJsonWebKey KEY = TokenSigner.newKey("k1");
    private static final RsaJsonWebKey STRANGE = TokenSigner.newKey("k2");
    private static final Map<String, Object> CLAIMS = Map.of(
            "iss", ProviderSettings.ISSUER, "aud", "servanda", "sub", "5f0c", "azp", "dashboard", "typ", "Bearer");
    private static final TokenSigner SIGNER = new TokenSigner(KEY, CLAIMS);

    private static TokenValidator check(ProviderSettings config) {
        JwksCache keys = new JwksCache(() -> List.of(KEY), Clock.systemUTC());
        return new TokenValidator(config.provider(), keys);
    }

    private static String subject(ProviderSettings config, String token) {
        return check(config).claims(token, Instant.now()).path("sub").asText();
    }

    private static void refused(ProviderSettings config, String token, String why) {
        ProblemException problem = assertThrows(ProblemException.class, () -> subject(config, token));
        assertEquals(ProblemType.UNAUTHENTICATED, problem.type());
        assertTrue(problem.getMessage().contains(why), problem.getMessage());
        assertTrue(problem.getMessage().matches("[ -!#-~]+"), "fit for a header: " + problem.getMessage());
    }

    private static Consumer<Map<String, Object>> claim(String name, Object value) {
        return claims -> claims.put(name, value);
    }

    private static Consumer<Map<String, Object>> without(String name) {
        return claims -> claims.remove(name);
    }

    private static long inSeconds(long seconds) {
        return Instant.now().getEpochSecond() + seconds;
    }

    @Test
    void theRightOneIsTaken() {
        assertEquals("5f0c", subject(ProviderSettings.SET, SIGNER.good()));
    }

    static Stream<Arguments> variants() {
        return Stream.of(
                arguments("several audiences", SIGNER.with(claim("aud", List.of("account", "servanda")))),
                arguments(
                        "RFC 9068",
                        SIGNER.signed(
                                claims -> {
                                    claims.remove("typ");
                                    claims.remove("azp");
                                    claims.put("client_id", "dashboard");
                                },
                                token -> token.setHeader("typ", "at+jwt"))),
                arguments("a clock that is a little behind", SIGNER.with(claim("exp", inSeconds(-20)))),
                arguments("a clock that is a little ahead", SIGNER.with(claim("nbf", inSeconds(20)))),
                arguments("no name of the key", SIGNER.headed(token -> token.setKeyIdHeaderValue(null))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("variants")
    void soAreThese(String what, String token) {
        assertEquals("5f0c", subject(ProviderSettings.SET, token));
    }

    static Stream<Arguments> bad() {
        String good = SIGNER.good();
        return Stream.of(
                arguments("another audience", SIGNER.with(claim("aud", "account")), "its audience is another"),
                arguments("no audience", SIGNER.with(without("aud")), "names no audience"),
                arguments("another client", SIGNER.with(claim("azp", "other")), "from which none is taken"),
                arguments("no client", SIGNER.with(without("azp")), "from which none is taken"),
                arguments("not signed", SIGNER.unsigned(), "not signed by an algorithm"),
                arguments(
                        "not signed, with the signature left",
                        SIGNER.unsigned() + good.substring(good.lastIndexOf('.') + 1),
                        "not signed by an algorithm"),
                arguments("signed with the public key", SIGNER.signedWithThePublicKey(), "not signed by an algorithm"),
                arguments(
                        "another algorithm of the same key",
                        SIGNER.headed(token -> token.setAlgorithmHeaderValue("PS256")),
                        "not signed by an algorithm"),
                arguments("expired", SIGNER.with(claim("exp", inSeconds(-60))), "has expired"),
                arguments("without an end", SIGNER.with(without("exp")), "does not say when it ends"),
                arguments("an end that is no time", SIGNER.with(claim("exp", "soon")), "cannot be read"),
                arguments("not yet valid", SIGNER.with(claim("nbf", inSeconds(90))), "not valid yet"),
                arguments(
                        "another issuer",
                        SIGNER.with(claim("iss", ProviderSettings.ISSUER + "2")),
                        "from another issuer"),
                arguments("no issuer", SIGNER.with(without("iss")), "names no issuer"),
                arguments("nobody's", SIGNER.with(without("sub")), "does not say whose it is"),
                arguments("nobody's, in words", SIGNER.with(claim("sub", " ")), "does not say whose it is"),
                arguments("an ID token", SIGNER.with(claim("typ", "ID")), "not an access token"),
                arguments(
                        "an ID token that does not say so",
                        SIGNER.with(claims -> {
                            claims.remove("typ");
                            claims.put("at_hash", "x");
                        }),
                        "not an access token"),
                arguments("a refresh token", SIGNER.with(claim("typ", "Refresh")), "not an access token"),
                arguments(
                        "a logout token",
                        SIGNER.headed(token -> token.setHeader("typ", "logout+jwt")),
                        "not an access token"),
                arguments(
                        "bound to a key of its holder",
                        SIGNER.with(claim("cnf", Map.of("jkt", "x"))),
                        "bound to a key"),
                arguments(
                        "an unknown key",
                        new TokenSigner(STRANGE, CLAIMS).good(),
                        "a key that the identity provider does not publish"),
                arguments(
                        "another key under a known name",
                        SIGNER.headed(token -> token.setKey(STRANGE.getPrivateKey())),
                        "signature of the token is wrong"),
                arguments("keys elsewhere", SIGNER.pointingTo("https://evil.example/keys"), "brings or names the key"),
                arguments(
                        "a key in the token",
                        SIGNER.headed(token -> token.setJwkHeader(STRANGE)),
                        "brings or names the key"),
                arguments(
                        "a certificate elsewhere",
                        SIGNER.headed(token -> token.setHeader("x5u", "https://evil.example/cert")),
                        "brings or names the key"),
                arguments(
                        "something critical",
                        SIGNER.headed(token -> token.setHeader("crit", List.of("exp"))),
                        "not an access token"),
                arguments("a token in a token", SIGNER.headed(token -> token.setHeader("cty", "JWT")), "access token"),
                arguments("tampered with", TokenSigner.tampered(good), "signature of the token is wrong"),
                arguments("cut off", good.substring(0, good.length() - 5), "signature of the token is wrong"),
                arguments("no claims", good.replaceFirst("\\.[^.]+\\.", ".e30."), "signature of the token is wrong"),
                arguments("no text for a name", header("{\"alg\":\"RS256\",\"kid\":5}"), "cannot be read"),
                arguments("no text for an algorithm", header("{\"alg\":[\"RS256\"]}"), "cannot be read"),
                arguments("no algorithm", header("{}"), "not signed by an algorithm"),
                arguments("no header", header("[]"), "cannot be read"),
                arguments("dots only", "x.y.z", "cannot be read"));
    }

    private static String header(String json) {
        String good = SIGNER.good();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes())
                + good.substring(good.indexOf('.'));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void everyOtherIsRefusedForWhatIsWrong(String what, String token, String why) {
        refused(ProviderSettings.SET, token, why);
    }

    @Test
    void whereNoClientIsNamedAnyMayBringOne() {
        assertEquals("5f0c", subject(ProviderSettings.SET.givenToAnyone(), SIGNER.with(claim("azp", "other"))));
    }

    @Test
    void anAlgorithmIsTakenWhenItIsSet() {
        String token = SIGNER.headed(signed -> signed.setAlgorithmHeaderValue("PS256"));
        assertEquals("5f0c", subject(ProviderSettings.SET.signing("RS256", "PS256"), token));
    }

    @Test
    void whenTheKeysCannotBeFetchedNothingIsSaidAboutTheToken() {
        JwksSource away = () -> {
            throw new IOException("away");
        };
        TokenValidator check =
                new TokenValidator(ProviderSettings.SET.provider(), new JwksCache(away, Clock.systemUTC()));
        for (String token : List.of(SIGNER.good(), TokenSigner.tampered(SIGNER.good()))) {
            ProblemException problem = assertThrows(ProblemException.class, () -> check.claims(token, Instant.now()));
            assertEquals(ProblemType.TOKENS_UNCHECKED, problem.type());
        }
    }
}
