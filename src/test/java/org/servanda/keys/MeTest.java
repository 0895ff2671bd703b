package org.servanda.keys;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** Callers are told who they are and what they may do. */
@HttpTest
class MeTest {

    @Test
    void aFocalPointSeesItsPartyItsKeyAndWhatItMayDo() {
        given().auth()
                .oauth2(TestKeys.contributor("TH"))
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("private"))
                .body("actor", startsWith("contributor/TH/"))
                .body("role", is("contributor"))
                .body("party", is("TH"))
                .body("label", notNullValue())
                .body("expiresAt", notNullValue())
                .body("operations.find { it.operation == 'reportProgress' }.scope", is("own"))
                .body("operations.operation", not(hasItem("decideUpdates")))
                .body("operations.scope", everyItem(not(is("none"))));
    }

    @Test
    void whoSendsNoKeyIsAnonymousAndMayRead() {
        given().get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("actor", is("anonymous"))
                .body("role", nullValue())
                .body("expiresAt", nullValue())
                .body("operations.operation", hasItems("listCommitments", "getMe"))
                .body("operations.operation", not(hasItem("reportProgress")))
                .body("operations.scope.unique()", is(List.of("published")));
    }

    @Test
    void theSecretariatReachesEverythingItMayDo() {
        given().auth()
                .oauth2(TestKeys.secretariat())
                .get("/api/v1/me")
                .then()
                .body("party", nullValue())
                .body("operations.operation", hasItems("decideUpdates", "changeCommitment"))
                .body("operations.operation", not(hasItem("issueApiKey")))
                .body("operations.scope", everyItem(is("all")));
    }

    @Test
    void aKeyThatDoesNotCountIsNobody() {
        given().auth().oauth2("svd_nothing").get("/api/v1/me").then().statusCode(401);
    }
}
