package org.servanda.tokens;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.servanda.testing.ApiRequests;
import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;
import org.servanda.testing.UpdateFixture;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Tokens through the whole program, from a provider that the test plays. */
@HttpTest
@TestProfile(TokensTest.SignOn.class)
class TokensTest {

    public static class SignOn implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try (ServerSocket free = new ServerSocket(0)) {
                return Map.of(
                        "servanda.oidc.issuer",
                        "http://localhost:" + free.getLocalPort() + "/realms/test",
                        "servanda.oidc.audience",
                        "servanda",
                        "servanda.oidc.role-claim",
                        "/roles");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final RsaJsonWebKey KEY = TokenSigner.newKey("k1");
    private static HttpServer provider;

    /** After the program: it starts without its provider. */
    @BeforeAll
    static void startProvider() throws IOException {
        URI issuer = URI.create(issuer());
        provider = HttpServer.create(new InetSocketAddress("localhost", issuer.getPort()), 0);
        publish(
                issuer.getPath() + "/.well-known/openid-configuration",
                "{\"issuer\":\"" + issuer + "\",\"jwks_uri\":\"" + issuer + "/keys\"}");
        publish(issuer.getPath() + "/keys", TokenSigner.published(KEY));
        provider.start();
    }

    private static void publish(String path, String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        provider.createContext(path, exchange -> {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    @AfterAll
    static void stopProvider() {
        provider.stop(0);
    }

    private static String issuer() {
        return ConfigProvider.getConfig().getValue("servanda.oidc.issuer", String.class);
    }

    private static TokenSigner signer() {
        return new TokenSigner(
                KEY,
                Map.of(
                        "iss",
                        issuer(),
                        "aud",
                        "servanda",
                        "sub",
                        "5f0c",
                        "preferred_username",
                        "mei",
                        "roles",
                        List.of("secretariat")));
    }

    private static String token(String subject, Object roles, String party) {
        return signer().with(claims -> {
            claims.put("sub", subject);
            claims.put("roles", roles);
            if (party != null) claims.put("party", party);
        });
    }

    private static ValidatableResponse me(String token) {
        return given().auth().oauth2(token).get("/api/v1/me").then();
    }

    @Test
    void whoSignsOnIsToldWhoOneIsUntilWhenAndWhatOneMayDo() {
        me(signer().good())
                .statusCode(200)
                .header("Cache-Control", containsString("private"))
                .body("actor", is("secretariat/" + ClaimsMapper.id(issuer(), "5f0c")))
                .body("role", is("secretariat"))
                .body("party", nullValue())
                .body("label", is("mei"))
                .body("subject", is("5f0c"))
                .body("expiresAt", startsWith(Instant.now().toString().substring(0, 10)))
                .body("operations.operation", hasItem("decideUpdates"))
                .body("operations.operation", not(hasItem("issueApiKey")));
        me(TestKeys.secretariat()).statusCode(200).body("subject", nullValue());
    }

    static Stream<Arguments> bad() {
        TokenSigner signer = signer();
        long now = Instant.now().getEpochSecond();
        return Stream.of(
                arguments("wrong audience", signer.with(claims -> claims.put("aud", "account"))),
                arguments("not signed", signer.unsigned()),
                arguments("signed with the public key", signer.signedWithThePublicKey()),
                arguments("expired", signer.with(claims -> claims.put("exp", now - 31))),
                arguments("not yet valid", signer.with(claims -> claims.put("nbf", now + 60))),
                arguments("wrong issuer", signer.with(claims -> claims.put("iss", "https://id.example.org"))),
                arguments("an ID token", signer.with(claims -> claims.put("typ", "ID"))),
                arguments("an unknown key", signer.headed(token -> token.setKeyIdHeaderValue("k9"))),
                arguments("a key elsewhere", signer.pointingTo(issuer() + "/keys")),
                arguments("tampered with", TokenSigner.tampered(signer.good())),
                arguments("two dots", ".."),
                arguments("empty", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void aBadOneIsRefusedEverywhereAlsoWhereNoneIsNeeded(String what, String token) {
        for (String path : List.of("/api/v1/me", "/api/v1/areas", "/api/v1/api-keys"))
            given().header("Authorization", "Bearer " + token)
                    .get(path)
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", startsWith("Bearer realm=\"servanda\", error=\"invalid_token\""))
                    .body("code", is("unauthenticated"));
    }

    @Test
    void whoHasNoRoleOrTwoIsToldSo() {
        me(token("5f0c", List.of("offline_access"), null))
                .statusCode(403)
                .body("code", is("forbidden"))
                .body("detail", containsString("gives you no role"));
        me(token("5f0c", List.of("auditor", "secretariat"), null))
                .statusCode(403)
                .body("detail", containsString("several roles"));
        me(token("5f0c", "contributor", "TX")).statusCode(403).body("detail", containsString("not in the register"));
    }

    @Test
    void aFocalPointReportsForItsPartyAndForNoOther() {
        String thailand = token("a0d1", "contributor", "TH");
        UpdateFixture.of("CNS-2025.9")
                .by(thailand)
                .then()
                .statusCode(201)
                .body("state", is("submitted"))
                .body("submittedBy", is("contributor/TH/" + ClaimsMapper.id(issuer(), "a0d1")));
        UpdateFixture.of("CNS-2025.14")
                .by(thailand)
                .then()
                .statusCode(403)
                .body("detail", startsWith("You speak for TH"));
    }

    @Test
    void whoChangesRolesNeitherDecidesOnNorAssessesWhatOneReported() {
        String id = UpdateFixture.of("ACJS-2024.I.1")
                .by(token("b7e2", "contributor", "TH"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        decide(id, token("b7e2", "secretariat", null))
                .statusCode(409)
                .body("errors[0].message", containsString("is your own"));
        assess("ACJS-2024.I.1", token("b7e2", "auditor", null))
                .statusCode(403)
                .body("detail", containsString("You reported on ACJS-2024.I.1 yourself"));
        decide(id, token("c9f3", "secretariat", null)).statusCode(200);
        assess("ACJS-2024.I.1", token("d1a4", "auditor", null)).statusCode(201);
    }

    private static ValidatableResponse decide(String id, String token) {
        return ApiRequests.post(
                        token, "/api/v1/updates/decisions", Map.of("items", UpdateFixture.decisions("accept", id)))
                .then();
    }

    private static ValidatableResponse assess(String commitment, String token) {
        return ApiRequests.post(
                        token,
                        "/api/v1/commitments/" + commitment + "/assessments",
                        Map.of(
                                "assessedOn",
                                "2025-07-01",
                                "result",
                                "limited",
                                "rationale",
                                Map.of("en", "Seen on site.")))
                .then();
    }
}
