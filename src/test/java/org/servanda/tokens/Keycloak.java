package org.servanda.tokens;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import org.jose4j.jwk.RsaJsonWebKey;

import org.servanda.testing.Service;

import static io.restassured.RestAssured.given;

/** A real Keycloak in a process of its own, with the realm that operators are shown. Its secrets are made anew each time. */
final class Keycloak implements AutoCloseable {

    private static final Path REALM = Path.of("docs/keycloak/servanda-realm.json");
    private static final Path UNPACKED = Path.of("target/keycloak");
    private static final String ADMIN = "admin";

    /** It builds itself at its first start; 34 to 138 seconds were measured. */
    private static final int PATIENCE_SECONDS = 300;

    private final Process process;
    private final String address;
    private final Path log;
    private final String adminPassword;

    /** Of all users, once they have one. */
    private final String password = UUID.randomUUID().toString();

    private Keycloak(Process process, String address, Path log, String adminPassword) {
        this.process = process;
        this.address = address;
        this.log = log;
        this.adminPassword = adminPassword;
    }

    static String address(int port) {
        return "http://localhost:" + port;
    }

    static String issuer(String address) {
        return address + "/realms/servanda";
    }

    /** Starts it and waits until it knows the realm. */
    static Keycloak start(int port) throws IOException, InterruptedException {
        Path home = home();
        Path realms = Files.createDirectories(home.resolve("data/import"));
        Files.copy(REALM, realms.resolve(REALM.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        Path log = Files.createTempFile("keycloak", ".log");
        String adminPassword = UUID.randomUUID().toString();
        ProcessBuilder builder = new ProcessBuilder(
                "bash",
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--db=dev-mem",
                "--import-realm",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-port=" + Service.freePort());
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JAVA_OPTS_KC_HEAP",
                        "-Xms64m -Xmx512m",
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        ADMIN,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        adminPassword));
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        Keycloak keycloak = new Keycloak(process, address(port), log, adminPassword);
        keycloak.awaitReady();
        return keycloak;
    }

    private static Path home() throws IOException {
        try (Stream<Path> found = Files.list(UNPACKED)) {
            return found.filter(path -> Files.exists(path.resolve("bin/kc.sh")))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no Keycloak in " + UNPACKED));
        }
    }

    private void awaitReady() throws InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest realm = HttpRequest.newBuilder(URI.create(issuer(address))).build();
        for (int second = 0; second < PATIENCE_SECONDS && process.isAlive(); second++) {
            try {
                if (http.send(realm, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) return;
            } catch (IOException notYet) {
                // It does not listen before it is ready.
            }
            TimeUnit.SECONDS.sleep(1);
        }
        String told = output();
        close();
        throw new AssertionError("Keycloak does not start:\n" + told);
    }

    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** The users of the realm have no password before somebody gives them one. */
    void givePassword(String user) {
        String id = admin().get("/users?exact=true&username=" + user).jsonPath().getString("[0].id");
        admin().body(Map.of("type", "password", "value", password, "temporary", false))
                .put("/users/" + id + "/reset-password")
                .then()
                .statusCode(204);
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

    @Override
    public void close() {
        // The script starts Java and waits for it.
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor();
            Files.deleteIfExists(log);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
