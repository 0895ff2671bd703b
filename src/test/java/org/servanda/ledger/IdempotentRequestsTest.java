package org.servanda.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.servanda.testing.ApiRequests;
import org.servanda.testing.ConcurrentClients;
import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;
import org.servanda.testing.UpdateFixture;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A request that is sent again is answered as the first time, and done once. */
@HttpTest
class IdempotentRequestsTest {

    @Inject
    Ledger ledger;

    @Inject
    EntityManager entities;

    private static int revision() {
        // The first time a test asks for it, the key is an entry too.
        TestKeys.secretariat();
        return given().get("/api/v1/commitments?limit=1").path("revision");
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    private static void assertReplayed(Response first, Response again) {
        assertEquals("true", again.header("Idempotency-Replayed"));
        assertEquals(null, first.header("Idempotency-Replayed"));
        assertEquals(first.statusCode(), again.statusCode());
        assertEquals(first.header("Location"), again.header("Location"));
        assertEquals(first.asString(), again.asString());
    }

    @Test
    void sentAgainItIsAnsweredAsTheFirstTimeAndWritesNothing() {
        String key = fresh();
        UpdateFixture report = UpdateFixture.of("BRDE-2023.15.1").percent(5).backed();
        Response first = report.by(TestKeys.secretariat(), key);
        first.then().statusCode(201);
        int after = revision();
        assertReplayed(first, report.by(TestKeys.secretariat(), key));
        assertReplayed(first, report.by(TestKeys.secretariat(), '"' + key + '"'));
        assertEquals(after, revision());
        given().get("/api/v1/commitments/BRDE-2023.15.1/updates").then().body("items.size()", is(1));
        // Whatever became of the register since.
        UpdateFixture.of("BRDE-2023.15.1")
                .on("2025-09-01")
                .status("operational")
                .backed()
                .counted();
        assertReplayed(first, report.by(TestKeys.secretariat(), key));
    }

    @Test
    void aDecisionIsMadeOnce() {
        String id = UpdateFixture.of("BRDE-2023.15.2").waitingFrom("TH");
        RequestSpecification request = given().auth()
                .oauth2(TestKeys.secretariat())
                .contentType("application/json")
                .header("Idempotency-Key", fresh())
                .body(Map.of("items", UpdateFixture.decisions("accept", id)));
        Response first = request.post("/api/v1/updates/decisions");
        first.then().statusCode(200);
        int after = revision();
        assertReplayed(first, request.post("/api/v1/updates/decisions"));
        assertEquals(after, revision());
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        String key = fresh();
        UpdateFixture.of("BRDE-2023.15.3")
                .by(TestKeys.secretariat(), key)
                .then()
                .statusCode(201);
        int after = revision();
        UpdateFixture.of("BRDE-2023.15.3")
                .percent(1)
                .by(TestKeys.secretariat(), key)
                .then()
                .statusCode(422)
                .body("code", is("idempotency-key-reused"));
        assertEquals(after, revision());
    }

    @Test
    void anotherModeUnderTheSameKeyIsRefused() {
        String key = fresh();
        batch(key, "").then().statusCode(200);
        int after = revision();
        batch(key, "?mode=partial").then().statusCode(422).body("code", is("idempotency-key-reused"));
        batch(key, "?mode=atomic").then().statusCode(200).header("Idempotency-Replayed", is("true"));
        assertEquals(after, revision());
    }

    private static Response batch(String key, String query) {
        Map<String, Object> report = UpdateFixture.of("BRDE-2023.15.3")
                .with("commitment", "BRDE-2023.15.3")
                .body();
        return ApiRequests.post(
                TestKeys.secretariat(), "/api/v1/updates:batch" + query, Map.of("items", List.of(report)), key);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "a b", "\"\""})
    void aRequestWithoutAKeyIsRefused(String key) {
        RequestSpecification request = given().auth()
                .oauth2(TestKeys.secretariat())
                .contentType("application/json")
                .body(UpdateFixture.of("BRDE-2023.16.1").body());
        if (key != null) request.header("Idempotency-Key", key);
        request.post("/api/v1/commitments/BRDE-2023.16.1/updates")
                .then()
                .statusCode(400)
                .body("code", is("idempotency-key-required"));
    }

    @Test
    void aKeyBelongsToItsCallerAndToTheRoute() {
        String key = fresh();
        Response first = UpdateFixture.of("BRDE-2023.16.1").by(TestKeys.contributor("TH"), key);
        Response other = UpdateFixture.of("BRDE-2023.16.1").by(TestKeys.contributor("LA"), key);
        Response elsewhere = UpdateFixture.of("BRDE-2023.16.2").by(TestKeys.contributor("TH"), key);
        for (Response answer : List.of(first, other, elsewhere))
            answer.then().statusCode(201).header("Idempotency-Replayed", nullValue());
        assertEquals("BRDE-2023.16.1-U2", other.path("id"));
        assertEquals("BRDE-2023.16.2-U1", elsewhere.path("id"));
    }

    @Test
    void aRefusalIsNotKept() {
        String key = fresh();
        UpdateFixture.of("BRDE-2023.16.3")
                .percent(101)
                .by(TestKeys.secretariat(), key)
                .then()
                .statusCode(400);
        UpdateFixture.of("BRDE-2023.16.3")
                .percent(100)
                .by(TestKeys.secretariat(), key)
                .then()
                .statusCode(201);
    }

    @Test
    void theSecretOfAKeyIsNotShownAgain() {
        RequestSpecification request = given().auth()
                .oauth2(TestKeys.admin())
                .contentType("application/json")
                .header("Idempotency-Key", fresh())
                .body(Map.of("role", "reader", "label", "once"));
        Response first = request.post("/api/v1/api-keys");
        Response again = request.post("/api/v1/api-keys");
        assertEquals(first.<String>path("id"), again.path("id"));
        again.then().statusCode(201).header("Idempotency-Replayed", is("true")).body("key", nullValue());
        assertTrue(first.path("key").toString().startsWith("svd_"));
    }

    @Test
    void whileTheFirstIsAtWorkTheSecondIsToldToComeAgain() throws Exception {
        String key = fresh();
        Response known = UpdateFixture.of("BRDE-2023.17.1").by(TestKeys.secretariat(), fresh());
        String route = new IdempotentRequests.Request(key, "reportProgress", "BRDE-2023.17.1", null).route();
        String name = new StoredResponse.Key(known.path("submittedBy"), route, key).toString();
        CountDownLatch claimed = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        Future<?> first = other.submit(() -> QuarkusTransaction.requiringNew().run(() -> {
            assertTrue(ledger.tryClaim(name));
            claimed.countDown();
            await(asked);
        }));
        await(claimed);
        try {
            UpdateFixture.of("BRDE-2023.17.1")
                    .by(TestKeys.secretariat(), key)
                    .then()
                    .statusCode(409)
                    .body("code", is("request-in-progress"))
                    .header("Retry-After", is("1"));
            // Nobody else waits for it.
            UpdateFixture.of("BRDE-2023.17.1")
                    .by(TestKeys.secretariat(), fresh())
                    .then()
                    .statusCode(201);
        } finally {
            asked.countDown();
        }
        first.get();
        other.shutdown();
        UpdateFixture.of("BRDE-2023.17.1")
                .by(TestKeys.secretariat(), key)
                .then()
                .statusCode(201);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, java.util.concurrent.TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void fiftyAtOnceWithOneKeyHaveOneEffect() throws Exception {
        String key = fresh();
        UpdateFixture report = UpdateFixture.of("BRDE-2023.17.2");
        String bearer = TestKeys.secretariat();
        int before = revision();
        List<Response> answers =
                ConcurrentClients.of(50, i -> ConcurrentClients.patiently(() -> report.by(bearer, key)));
        for (Response answer : answers) {
            assertEquals(201, answer.statusCode(), answer.asString());
            assertEquals(answers.get(0).asString(), answer.asString());
        }
        assertEquals(
                1,
                answers.stream()
                        .filter(answer -> answer.header("Idempotency-Replayed") == null)
                        .count());
        assertEquals(before + 1, revision());
        given().get("/api/v1/commitments/BRDE-2023.17.2/updates").then().body("items.size()", is(1));
    }

    @Test
    void anAnswerIsKeptForADay() {
        String key = fresh();
        UpdateFixture report = UpdateFixture.of("BRDE-2023.17.3");
        Response first = report.by(TestKeys.secretariat(), key);
        keptUntil(key, Duration.ofSeconds(30));
        assertReplayed(first, report.by(TestKeys.secretariat(), key));
        keptUntil(key, Duration.ofSeconds(-1));
        Response later = report.by(TestKeys.secretariat(), key);
        later.then().statusCode(201).header("Idempotency-Replayed", nullValue()).body("id", is("BRDE-2023.17.3-U2"));
        keptUntil(key, Duration.ofSeconds(-1));
        UpdateFixture.of("BRDE-2023.17.4").counted();
        assertEquals(0, kept(key), "what nobody asks for again is forgotten");
    }

    @Test
    void whatIsForgottenStaysSoWhenTheClockIsSetBack() {
        String key = fresh();
        UpdateFixture report = UpdateFixture.of("BRDE-2023.16.3");
        report.by(TestKeys.secretariat(), key).then().statusCode(201);
        // To the register it is later than to the machine from here on, for two seconds.
        Instant ahead = Instant.now().plusSeconds(2);
        QuarkusTransaction.requiringNew().run(() -> ledger.settle(ahead));
        keptUntil(key, Duration.ofSeconds(1));
        report.by(TestKeys.secretariat(), key).then().statusCode(201).header("Idempotency-Replayed", nullValue());
    }

    private void keptUntil(String key, Duration fromNow) {
        assertEquals(1, (int) QuarkusTransaction.requiringNew().call(() -> entities.createQuery(
                        "update StoredResponse a set a.keptUntil = :until where a.id.key = :key")
                .setParameter("until", Clock.systemUTC().instant().plus(fromNow))
                .setParameter("key", key)
                .executeUpdate()));
    }

    private long kept(String key) {
        return QuarkusTransaction.requiringNew().call(() -> entities.createQuery(
                        "select count(a) from StoredResponse a where a.id.key = :key", Long.class)
                .setParameter("key", key)
                .getSingleResult());
    }
}
