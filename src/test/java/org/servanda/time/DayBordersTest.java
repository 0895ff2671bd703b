package org.servanda.time;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.junit.jupiter.api.Test;

import org.servanda.testing.HttpTest;
import org.servanda.testing.UpdateFixture;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

/** A day ends at midnight in the register's zone, wherever its clock stands. */
@HttpTest
@TestProfile(DayBordersTest.InShanghai.class)
class DayBordersTest {

    /** A register of its own, in another zone and with a clock that the test sets. */
    public static class InShanghai implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("servanda.time.zone", "Asia/Shanghai");
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(SetClock.class);
        }
    }

    @Alternative
    @Singleton
    static class SetClock {

        static volatile Instant now = Instant.parse("2026-03-01T08:00:00Z");

        @Produces
        @Singleton
        Clock clock() {
            return ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
        }
    }

    private static final String CODE = "ACJS-2024.III.2";

    private static ValidatableResponse one() {
        return given().get("/api/v1/commitments/" + CODE).then().statusCode(200);
    }

    @Test
    void whatIsDueTurnsAtMidnightInTheZone() {
        // The next report, 90 days later, is to come up to the end of 1 March.
        UpdateFixture.of(CODE).on("2025-12-01").counted();

        SetClock.now = Instant.parse("2026-03-01T15:59:59.999Z");
        one().body("freshness", is("current")).header("Servanda-As-Of", is("2026-03-01"));
        given().get("/api/v1/queue?limit=200").then().body("items.commitment", not(hasItem(CODE)));
        given().get("/api/v1/summary?by=freshness&instrument=ACJS-2024")
                .then()
                .body("cells.find { it.freshness == 'current' }.count", is(1));
        given().get("/api/v1/commitments/" + CODE + "?asOf=2026-03-02")
                .then()
                .statusCode(400)
                .body("errors[0].message", is("has not come yet; today is 2026-03-01"));

        SetClock.now = Instant.parse("2026-03-01T16:00:00Z");
        one().body("freshness", is("due")).header("Servanda-As-Of", is("2026-03-02"));
        given().get("/api/v1/queue?limit=200")
                .then()
                .body("items.find { it.commitment == '" + CODE + "' }.days", is(1));
        given().get("/api/v1/summary?by=freshness&instrument=ACJS-2024")
                .then()
                .body("cells.find { it.freshness == 'due' }.count", is(1));
        given().get("/api/v1/commitments?freshness=due").then().body("items.code", hasItem(CODE));
        given().get("/api/v1/commitments/" + CODE + "?asOf=2026-03-01").then().body("freshness", is("current"));

        // Thirty days of grace.
        SetClock.now = Instant.parse("2026-03-31T15:59:59Z");
        one().body("freshness", is("due"));
        SetClock.now = Instant.parse("2026-03-31T16:00:00Z");
        one().body("freshness", is("overdue"));
    }
}
