package org.servanda.keys;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.servanda.ledger.Ledger;
import org.servanda.parties.Parties;
import org.servanda.testing.ApiRequests;
import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Keys are issued, shown once, and end: by their time, or at once when they are revoked. */
@HttpTest
class ApiKeysTest {

    private static final String ALL = "/api/v1/api-keys";

    @Inject
    DataSource source;

    @Inject
    EntityManager entities;

    @Inject
    Ledger ledger;

    @Inject
    ApiKeys keys;

    @Inject
    Parties parties;

    @ConfigProperty(name = "servanda.keys.admin-key-file")
    Path adminKeyFile;

    private static Response issue(String body) {
        return ApiRequests.post(TestKeys.admin(), ALL, body);
    }

    private static JsonPath issued() {
        return issue("{\"role\":\"reader\",\"label\":\"Dashboard\"}")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static Response readWith(String key) {
        return given().auth().oauth2(key).get("/api/v1/areas");
    }

    private static Response asAdmin(String method, String path) {
        return given().auth().oauth2(TestKeys.admin()).request(method, path);
    }

    @Test
    void aKeyIsShownOnceAndThenOnlyDescribed() {
        Response answer = issue("{\"role\":\"contributor\",\"party\":\"TH\",\"label\":\"Ministry\"}");
        String id = answer.then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("role", is("contributor"))
                .body("party", is("TH"))
                .body("key", containsString("svd_"))
                .extract()
                .path("id");
        assertEquals(ALL + "/" + id, answer.header("Location"));
        asAdmin("GET", ALL + "/" + id)
                .then()
                .statusCode(200)
                .body("label", is("Ministry"))
                .body("key", nullValue())
                .body("revokedAt", nullValue());
        asAdmin("GET", ALL).then().body("items[0].id", is(id)).body("items.findAll { it.key != null }", hasSize(0));
    }

    @Test
    void anAnswerThatHoldsAKeyIsNotCompressed() {
        String label = "x".repeat(200);
        given().auth()
                .oauth2(TestKeys.admin())
                .contentType("application/json")
                .header("Idempotency-Key", java.util.UUID.randomUUID().toString())
                .header("Accept-Encoding", "gzip")
                .body(Map.of("role", "reader", "label", label))
                .post(ALL)
                .then()
                .statusCode(201)
                .header("Content-Encoding", nullValue());
    }

    @Test
    void withoutATimeAKeyLivesForAYear() {
        JsonPath key = issued();
        Instant from = Instant.parse(key.getString("createdAt"));
        assertEquals(from.plus(Duration.ofDays(365)), Instant.parse(key.getString("expiresAt")));
    }

    @Test
    void aRevokedKeyIsRefusedAtOnceAndRevokingAgainChangesNothing() {
        JsonPath key = issued();
        readWith(key.getString("key")).then().statusCode(200);
        String at = asAdmin("DELETE", ALL + "/" + key.getString("id"))
                .then()
                .statusCode(200)
                .body("revokedAt", notNullValue())
                .extract()
                .path("revokedAt");
        readWith(key.getString("key")).then().statusCode(401);
        asAdmin("DELETE", ALL + "/" + key.getString("id"))
                .then()
                .statusCode(200)
                .body("revokedAt", is(at));
        assertEquals(List.of("issued", "revoked"), kinds(key.getString("id")));
    }

    private List<String> kinds(String id) {
        return QuarkusTransaction.requiringNew().call(() -> entities.createQuery(
                        "select e.kind from LedgerEntry e where e.subject = ?1 order by e.sequence", String.class)
                .setParameter(1, "api-key/" + id)
                .getResultList());
    }

    @Test
    void aKeyEndsWhenItsTimeHasCome() {
        JsonPath key = issued();
        Clock beforeItsEnd = clock(Instant.parse(key.getString("expiresAt")).minusMillis(1));
        Clock atItsEnd = clock(Instant.parse(key.getString("expiresAt")));
        assertTrue(new ApiKeyAuthenticator(keys, beforeItsEnd)
                .authenticate(key.getString("key"))
                .isPresent());
        assertTrue(new ApiKeyAuthenticator(keys, atItsEnd)
                .authenticate(key.getString("key"))
                .isEmpty());
    }

    private static Clock clock(Instant at) {
        return Clock.fixed(at, java.time.ZoneOffset.UTC);
    }

    @Test
    void anExpiredKeyIsRefused() {
        // Issued by a clock of a year and a day ago, so that it has ended by the clock of the program.
        Clock longAgo = clock(Instant.now().minus(Duration.ofDays(366)));
        String key = QuarkusTransaction.requiringNew()
                .call(() -> new ApiKeyIssuer(ledger, keys, parties, longAgo)
                        .issue(new NewApiKey(org.servanda.access.Role.admin, null, "old", null), "test"))
                .key();
        readWith(key).then().statusCode(401).header("WWW-Authenticate", containsString("invalid_token"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer x",
                "Bearer svd_abcdefghij_",
                "Bearer svd_abcdefghij_ svd_abcdefghij_",
                "Bearer 光缆"
            })
    void aBearerThatIsNoKeyIsRefusedAlsoWhereNoneIsNeeded(String authorization) {
        given().header("Authorization", authorization)
                .get("/api/v1/areas")
                .then()
                .statusCode(401)
                .body("code", is("unauthenticated"))
                .header("WWW-Authenticate", containsString("Bearer realm=\"servanda\", error=\"invalid_token\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic dTpw", "Bearersvd", "Digest x", "x", ""})
    void anotherSchemeIsRefused(String authorization) {
        given().header("Authorization", authorization)
                .get("/api/v1/areas")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", is("Bearer realm=\"servanda\""));
    }

    @Test
    void aKeyThatOnlyLooksRightIsRefused() {
        String unknown = ApiKeySecret.random().text();
        readWith(unknown).then().statusCode(401);
        String key = issued().getString("key");
        String misread = key.substring(0, key.length() - 1) + (key.endsWith("0") ? "1" : "0");
        readWith(misread).then().statusCode(401);
        readWith(key).then().statusCode(200);
        given().header("Authorization", "bearer " + key)
                .get("/api/v1/areas")
                .then()
                .statusCode(200);
        given().queryParam("access_token", key).get(ALL).then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /role /label",
                "{\"role\":\"contributor\",\"label\":\"x\"} | /party",
                "{\"role\":\"contributor\",\"label\":\"x\",\"party\":\"TX\"} | /party",
                "{\"role\":\"secretariat\",\"label\":\"x\",\"party\":\"TH\"} | /party",
                "{\"role\":\"admin\",\"party\":\"TH\"} | /party /label",
                "{\"role\":\"admin\",\"label\":\" \"} | /label",
                "{\"role\":\"reader\",\"label\":\"x\",\"expiresAt\":\"2020-01-01T00:00:00Z\"} | /expiresAt",
                "{\"role\":\"reader\",\"label\":\"x\",\"expiresAt\":\"2199-01-01T00:00:00Z\"} | /expiresAt",
                "{\"role\":\"redaer\",\"label\":\"x\"} | /role",
                "{\"role\":\"reader\",\"label\":\"x\",\"key\":\"svd_\"} | /key"
            })
    void everythingThatIsWrongWithAWishIsTold(String body, String pointers) {
        issue(body)
                .then()
                .statusCode(400)
                .body("code", is("invalid-body"))
                .body("errors.pointer", is(List.of(pointers.split(" "))));
    }

    @Test
    void aPartyThatIsMisspeltIsAnsweredWithTheNearest() {
        issue("{\"role\":\"reader\",\"label\":\"x\",\"party\":\"Asean\"}")
                .then()
                .statusCode(400)
                .body("errors[0].nearest", is("ASEAN"))
                .body("errors[0].allowed", hasItems("TH", "CN"));
    }

    @Test
    void aBodyThatIsNotThereIsRefused() {
        issue("").then().statusCode(400);
        issue("null").then().statusCode(400);
    }

    @Test
    void theLastValidAdminKeyStays() {
        String last = adminId();
        asAdmin("DELETE", ALL + "/" + last)
                .then()
                .statusCode(403)
                .body("detail", containsString("last valid admin key"));
        String second = issue("{\"role\":\"admin\",\"label\":\"second\"}").path("id");
        asAdmin("DELETE", ALL + "/" + second).then().statusCode(200);
    }

    private static String adminId() {
        return ApiKeySecret.parse(TestKeys.admin()).orElseThrow().id();
    }

    @Test
    void theFirstKeyIsInAFileThatOnlyItsOwnerReads() throws Exception {
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(adminKeyFile)));
        asAdmin("GET", ALL + "/" + adminId()).then().statusCode(200).body("role", is("admin"));
    }

    @Test
    void anUnknownIdIsNotFound() {
        asAdmin("GET", ALL + "/nope").then().statusCode(404);
        asAdmin("DELETE", ALL + "/nope").then().statusCode(404);
    }

    @Test
    void theKeyIsKeptNowhere() throws SQLException {
        Logger root = Logger.getLogger("");
        StringBuilder log = new StringBuilder();
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord line) {
                log.append(line.getMessage())
                        .append(List.of(line.getParameters() == null ? new Object[0] : line.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        root.addHandler(listener);
        String key;
        try {
            key = issued().getString("key");
            readWith(key).then().statusCode(200);
            given().auth().oauth2(key).get(ALL).then().statusCode(403).body(not(containsString(key)));
        } finally {
            root.removeHandler(listener);
        }
        String secret = key.substring(key.lastIndexOf('_') + 1);
        assertFalse(log.toString().contains(secret));
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            assertEquals(0, rows(statement, "select count(*) from ledger_entry where body like '%" + secret + "%'"));
            assertEquals(0, rows(statement, "select count(*) from ledger_entry where body like '%\"hash\"%'"));
            assertEquals(0, rows(statement, "select count(*) from api_key where hash like '%" + secret + "%'"));
        }
    }

    private static int rows(Statement statement, String count) throws SQLException {
        try (ResultSet found = statement.executeQuery(count)) {
            found.next();
            return found.getInt(1);
        }
    }

    @Test
    void aKeyActsUnderItsRolePartyAndId() {
        JsonPath key = issue("{\"role\":\"contributor\",\"party\":\"TH\",\"label\":\"x\"}")
                .jsonPath();
        String actor = new ApiKeyAuthenticator(keys, Clock.systemUTC())
                .authenticate(key.getString("key"))
                .orElseThrow()
                .caller()
                .actor();
        assertEquals("contributor/TH/" + key.getString("id"), actor);
    }
}
