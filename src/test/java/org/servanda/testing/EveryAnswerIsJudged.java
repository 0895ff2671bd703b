package org.servanda.testing;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;

/** Puts the contract between every test and the service; found through META-INF/services. */
public class EveryAnswerIsJudged implements QuarkusTestBeforeEachCallback {

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        RestAssured.replaceFiltersWith(java.util.List.of());
        Contract contract =
                new Contract(RestAssured.given().get("/openapi?format=json").asString());
        RestAssured.filters(contract);
    }
}
