package org.servanda.access;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

/** A register that is closed to the public, with the limit on wrong keys that operators have. */
@HttpTest
@TestProfile(ClosedTest.Closed.class)
class ClosedTest {

    public static class Closed implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("servanda.access.public-read", "false", "servanda.access.failures-per-minute", "10");
        }
    }

    @Test
    void withoutAKeyNothingIsReadAndWithOneAllThatIsPublished() {
        given().get("/api/v1/commitments").then().statusCode(401).body("code", is("unauthenticated"));
        given().head("/api/v1/areas").then().statusCode(401);
        given().auth()
                .oauth2(TestKeys.reader())
                .get("/api/v1/commitments")
                .then()
                .statusCode(200);
        given().get("/openapi").then().statusCode(200);
    }

    @Test
    void manyKeysThatDoNotCountAreHeldUpAndOneThatCountsIsNot() {
        for (int i = 0; i < 10; i++)
            given().auth().oauth2("guess" + i).get("/api/v1/areas").then().statusCode(401);
        given().auth()
                .oauth2("guess")
                .get("/api/v1/areas")
                .then()
                .statusCode(429)
                .body("code", is("too-many-failures"))
                .header("Retry-After", notNullValue());
        given().auth().oauth2(TestKeys.reader()).get("/api/v1/areas").then().statusCode(200);
    }
}
