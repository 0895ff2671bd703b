package org.servanda.tokens;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.servanda.documentation.DocumentRun;
import org.servanda.testing.ContractValidator;
import org.servanda.testing.ProgramProcess;
import org.servanda.testing.Requirements;
import org.servanda.testing.UpdateFixture;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** The packaged program beside a real Keycloak, which the tutorial on single sign-on starts. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakIT {

    private static final String TRIAL = "servanda-trial";

    @TempDir
    static Path folder;

    private static ProgramProcess service;
    private static ContractValidator contract;
    private static DocumentRun tutorial;
    private static Keycloak keycloak;
    private static Response tokenWithoutProvider;
    private static Response keyWithoutProvider;

    /** One of the keys that Keycloak publishes: with it the test makes what Keycloak itself never would. */
    private static RsaJsonWebKey published;

    @BeforeAll
    static void startBoth() throws Exception {
        for (String command : List.of("bash", "curl"))
            Requirements.command("single sign-on with Keycloak", command, command);
        int port = DocumentRun.freePort();
        String issuer = Keycloak.issuer(Keycloak.address(port));
        Path adminKey = folder.resolve("admin.key");
        service = ProgramProcess.start(
                        "quarkus-app",
                        Map.of(
                                "SERVANDA_DATA_DIR",
                                folder.toString(),
                                "SERVANDA_ADMIN_KEY_FILE",
                                adminKey.toString(),
                                "SERVANDA_ACCESS_FAILURES_PER_MINUTE",
                                "1000",
                                "SERVANDA_OIDC_ISSUER",
                                issuer,
                                "SERVANDA_OIDC_AUDIENCE",
                                "servanda",
                                "SERVANDA_OIDC_CLIENTS",
                                "servanda-dashboard," + TRIAL))
                .awaitReady();
        contract = new ContractValidator(service.get("/openapi?format=json"));
        tokenWithoutProvider = me(new TokenSigner(TokenSigner.newKey("any"), Map.of("sub", "x")).good());
        keyWithoutProvider = me(Files.readString(adminKey).strip());
        tutorial = Keycloak.tutorial(Files.createDirectory(folder.resolve("tutorial")), port);
        keycloak = Keycloak.startedBy(tutorial, Keycloak.address(port));
        keycloak.addClient("stranger", true);
        keycloak.addClient("narrow", false);
        published = keycloak.publish(TokenSigner.newKey(null), 1);
    }

    @AfterAll
    static void stopBoth() throws Exception {
        if (tutorial != null) tutorial.close();
        if (service != null) service.close();
    }

    private static RequestSpecification asking() {
        return given().baseUri(service.url()).filter(contract);
    }

    private static Response me(String bearer) {
        return asking().header("Authorization", "Bearer " + bearer).get("/api/v1/me");
    }

    private static String token(String user) {
        return keycloak.signOn(TRIAL, user).getString("access_token");
    }

    /** Who can sign what somchai's tokens say, under a name of a key. */
    private static TokenSigner signer(RsaJsonWebKey key) {
        try {
            String claims = token("somchai").split("\\.")[1];
            return new TokenSigner(
                    key, JsonUtil.parseJson(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8)));
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Response report(String commitment, String token) {
        return asking().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(UpdateFixture.of(commitment).body())
                .post("/api/v1/commitments/" + commitment + "/updates");
    }

    @Test
    void theRegisterStartsBeforeItsProviderAndKeysWorkWithoutIt() {
        tokenWithoutProvider
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", is("tokens-unchecked"));
        keyWithoutProvider.then().statusCode(200).body("role", is("admin"));
    }

    @Test
    void whoSignsOnIsToldWhoOneIs() {
        JsonPath tokens = keycloak.signOn(TRIAL, "mei");
        me(tokens.getString("access_token"))
                .then()
                .statusCode(200)
                .body("actor", startsWith("secretariat/oidc:"))
                .body("label", is("mei"))
                .body("expiresAt", notNullValue())
                .body("operations.operation", hasItem("decideUpdates"));
        me(token("somchai")).then().statusCode(200).body("actor", startsWith("contributor/TH/oidc:"));
        me(token("amina")).then().statusCode(200).body("actor", startsWith("auditor/oidc:"));
    }

    @Test
    void aFocalPointReportsForItsPartyAndTheSecretariatDecides() {
        String id = report("CNS-2025.9", token("somchai"))
                .then()
                .statusCode(201)
                .body("state", is("submitted"))
                .extract()
                .path("id");
        report("CNS-2025.14", token("somchai")).then().statusCode(403).body("detail", startsWith("You speak for TH"));
        asking().auth()
                .oauth2(token("mei"))
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("items", UpdateFixture.decisions("accept", id)))
                .post("/api/v1/updates/decisions")
                .then()
                .statusCode(200);
        asking().get("/api/v1/updates/" + id)
                .then()
                .body("submittedBy", startsWith("contributor/TH/oidc:"))
                .body("decidedBy", startsWith("secretariat/oidc:"));
    }

    @Test
    void theSecretariatEditsAndAFocalPointDoesNot() {
        edit(token("somchai")).statusCode(403);
        edit(token("mei")).statusCode(200).body("area", is("AI"));
    }

    private static ValidatableResponse edit(String token) {
        String path = "/api/v1/commitments/BRDE-2023.10.1";
        return asking().auth()
                .oauth2(token)
                .contentType("application/merge-patch+json")
                .header("If-Match", asking().get(path).header("ETag").replace("-gzip\"", "\""))
                .body("{\"area\":\"AI\"}".getBytes(StandardCharsets.UTF_8))
                .patch(path)
                .then();
    }

    static Stream<Arguments> bad() {
        TokenSigner signer = signer(published);
        JsonPath tokens = keycloak.signOn(TRIAL, "mei");
        long now = Instant.now().getEpochSecond();
        return Stream.of(
                arguments(
                        "wrong audience",
                        keycloak.signOn("narrow", "mei").getString("access_token"),
                        "not meant for this register"),
                arguments(
                        "other client",
                        keycloak.signOn("stranger", "mei").getString("access_token"),
                        "a client from which none is taken"),
                arguments("none-alg", signer.unsigned(), "not signed by an algorithm"),
                arguments("HS256 with the public key", signer.signedWithThePublicKey(), "not signed by an algorithm"),
                arguments("expired", signer.with(claims -> claims.put("exp", now - 60)), "has expired"),
                arguments("not yet valid", signer.with(claims -> claims.put("nbf", now + 120)), "not valid yet"),
                arguments(
                        "wrong issuer",
                        signer.with(claims -> claims.put("iss", claims.get("iss") + "2")),
                        "from another issuer"),
                // Its audience is the client; one with ours, too, is still no access token.
                arguments("ID token", tokens.getString("id_token"), "not meant for this register"),
                arguments("ID token for us", signer.with(claims -> claims.put("typ", "ID")), "not an access token"),
                arguments("refresh token", tokens.getString("refresh_token"), "not signed by an algorithm"),
                arguments("unknown kid", signer(TokenSigner.newKey("unknown")).good(), "does not publish"),
                arguments("jku header", signer.pointingTo("https://evil.example/keys"), "brings or names the key"),
                arguments(
                        "tampered",
                        TokenSigner.tampered(tokens.getString("access_token")),
                        "signature of the token is wrong"),
                arguments("empty", "", "one key or token and nothing else"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void aBadTokenIsRefusedForWhatIsWrong(String what, String token, String why) {
        me(token)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer realm=\"servanda\", error=\"invalid_token\""))
                .body("code", is("unauthenticated"))
                .body("detail", containsString(why));
    }

    /** Without which the refusals above would prove little. */
    @Test
    void withNothingWrongTheSameTokenIsTaken() {
        me(signer(published).good()).then().statusCode(200).body("party", is("TH"));
    }

    @Test
    void aNewKeyOfTheProviderCountsWithinSeconds() throws InterruptedException {
        RsaJsonWebKey next = keycloak.publish(TokenSigner.newKey(null), 1000);
        String token = token("amina");
        String header = new String(Base64.getUrlDecoder().decode(token.split("\\.")[0]), StandardCharsets.UTF_8);
        assertEquals(next.getKeyId(), header.replaceFirst(".*\"kid\" ?: ?\"([^\"]+)\".*", "$1"));
        int status = 0;
        for (int second = 0; second < 15 && status != 200; second++) {
            status = me(token).statusCode();
            if (status != 200) TimeUnit.SECONDS.sleep(1);
        }
        assertEquals(200, status);
    }

    /** Last: it ends with stopping Keycloak. */
    @Test
    @Order(Integer.MAX_VALUE)
    void theTutorialDoesWhatItSays() throws Exception {
        tutorial.finish();
    }
}
