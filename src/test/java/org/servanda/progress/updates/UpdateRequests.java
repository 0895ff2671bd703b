package org.servanda.progress.updates;

import java.util.List;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

import org.servanda.testing.TestKeys;
import org.servanda.testing.UpdateFixture;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Requests of the tests of updates, with what they have in common. */
final class UpdateRequests {

    private UpdateRequests() {}

    static ValidatableResponse get(String path) {
        return given().get("/api/v1" + path).then().statusCode(200);
    }

    static ValidatableResponse getAs(String bearer, String path) {
        return given().auth().oauth2(bearer).get("/api/v1" + path).then();
    }

    static int revision() {
        // Issued now: the key is an entry of the ledger too.
        TestKeys.secretariat();
        return get("/commitments?limit=1").extract().path("revision");
    }

    /** Submits an update that breaks rules of its fields; the places of the faults. Nothing is recorded. */
    static List<String> refusedFields(UpdateFixture update) {
        int before = revision();
        List<String> pointers = update.by(TestKeys.secretariat())
                .then()
                .statusCode(400)
                .body("code", is("invalid-body"))
                .extract()
                .path("errors.pointer");
        assertEquals(before, revision());
        return pointers;
    }

    /** Submits an update whose status cannot follow; the answer. Nothing is recorded. */
    static ValidatableResponse illegalTransition(UpdateFixture update) {
        int before = revision();
        Response response = update.by(TestKeys.secretariat());
        assertEquals(before, revision());
        return response.then().statusCode(409).body("code", is("illegal-move"));
    }
}
