package org.servanda.tokens;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import org.jose4j.jwk.RsaJsonWebKey;

import org.servanda.documentation.DocumentRun;

import static io.restassured.RestAssured.given;

/**
 * A real Keycloak that the tutorial on single sign-on has started, with the realm that operators are shown. Its secrets
 * are made anew each time.
 *
 * @param address where it is
 * @param password of all users
 */
record Keycloak(String address, String adminPassword, String password) {

    private static final Path TUTORIAL = Path.of("docs/tutorials/single-sign-on.md");

    /** As the tutorial says it. */
    private static final int PORT = 8180;

    private static final String ADMIN = "admin";

    static String address(int port) {
        return "http://localhost:" + port;
    }

    static String issuer(String address) {
        return address + "/realms/servanda";
    }

    /** The tutorial, not yet begun, for a Keycloak on this port. */
    static DocumentRun tutorial(Path folder, int port) throws IOException, InterruptedException {
        return DocumentRun.of(
                TUTORIAL,
                folder,
                Map.of("localhost:" + PORT, "localhost:" + port, "--http-port=" + PORT, "--http-port=" + port),
                Map.of(
                        "JAVA_OPTS_KC_HEAP",
                        "-Xms64m -Xmx512m",
                        "KC_HTTP_MANAGEMENT_PORT",
                        "" + DocumentRun.freePort()));
    }

    /** Follows the tutorial until Keycloak runs and its users have a password. */
    static Keycloak startedBy(DocumentRun tutorial, String address) throws IOException, InterruptedException {
        tutorial.through("set-password");
        return new Keycloak(address, tutorial.value("KC_BOOTSTRAP_ADMIN_PASSWORD"), tutorial.value("PASSWORD"));
    }

    /** A request to the admin's API of the realm. */
    private RequestSpecification admin() {
        String token = grant("master", "admin-cli", ADMIN, adminPassword).getString("access_token");
        return given().baseUri(address)
                .basePath("/admin/realms/servanda")
                .contentType("application/json")
                .auth()
                .oauth2(token);
    }

    private JsonPath grant(String realm, String client, String user, String secret) {
        return given().baseUri(address)
                .formParam("grant_type", "password")
                .formParam("client_id", client)
                .formParam("username", user)
                .formParam("password", secret)
                .formParam("scope", "openid")
                .post("/realms/" + realm + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** What a user gets who signs on: access_token, id_token, refresh_token. */
    JsonPath signOn(String client, String user) {
        return grant("servanda", client, user, password);
    }

    /** @param allRoles whether its tokens hold all roles of their users, and so their audiences too */
    void addClient(String name, boolean allRoles) {
        admin().body(Map.of(
                        "clientId",
                        name,
                        "publicClient",
                        true,
                        "directAccessGrantsEnabled",
                        true,
                        "fullScopeAllowed",
                        allRoles))
                .post("/clients")
                .then()
                .statusCode(201);
    }

    /**
     * Lets it publish a key of ours, under a name that it chooses, and sign with it when no other has a higher priority.
     */
    RsaJsonWebKey publish(RsaJsonWebKey key, int priority) {
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(key.getPrivateKey().getEncoded())
                + "\n-----END PRIVATE KEY-----";
        String location = admin().body(Map.of(
                        "name",
                        "key-" + priority,
                        "providerId",
                        "rsa",
                        "providerType",
                        "org.keycloak.keys.KeyProvider",
                        "config",
                        Map.of("privateKey", List.of(pem), "priority", List.of("" + priority))))
                .post("/components")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        String component = location.substring(location.lastIndexOf('/') + 1);
        key.setKeyId(
                admin().get("/keys").jsonPath().getString("keys.find { it.providerId == '" + component + "' }.kid"));
        return key;
    }
}
