package org.servanda.testing;

import java.util.List;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;

/** Puts the contract between every test and the service; found through META-INF/services. */
public class EveryAnswerIsJudged implements QuarkusTestBeforeEachCallback {

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        // The port is not known yet here: the judge fetches the contract with the first request it sees.
        RestAssured.replaceFiltersWith(List.of(
                (request, answer, chain) -> Contract.servedAt(request.getPort()).filter(request, answer, chain)));
    }
}
