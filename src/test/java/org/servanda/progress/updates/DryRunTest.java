package org.servanda.progress.updates;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.servanda.testing.ContractOperation;
import org.servanda.testing.ExampleRequest;
import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** A dry run records nothing, so that it needs no Idempotency-Key. */
@HttpTest
class DryRunTest {

    private static List<ExampleRequest> operations() {
        List<ExampleRequest> found = ContractOperation.all().stream()
                .filter(operation -> operation
                        .described()
                        .path("parameters")
                        .findValuesAsText("name")
                        .contains("dryRun"))
                .map(ExampleRequest::new)
                .toList();
        assertFalse(found.isEmpty(), "operations with dryRun were found");
        return found;
    }

    @Test
    void onlyADryRunNeedsNoIdempotencyKey() {
        // The decision of the example is on this update.
        ExampleRequest.of("reportProgress")
                .post(TestKeys.contributor("TH"))
                .then()
                .statusCode(201);
        // To issue a key is an entry too.
        String secretariat = TestKeys.secretariat();
        int before = revision();
        for (ExampleRequest operation : operations()) {
            operation.postWithoutKey(secretariat, true).then().statusCode(200);
            operation
                    .postWithoutKey(secretariat, false)
                    .then()
                    .statusCode(400)
                    .body("code", is("idempotency-key-required"));
        }
        assertEquals(before, revision(), "nothing was recorded");
    }

    private static int revision() {
        return given().get("/api/v1/commitments?limit=1").path("revision");
    }
}
