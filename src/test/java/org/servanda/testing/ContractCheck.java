package org.servanda.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;

import org.servanda.text.MergePatch;

/** Puts the contract between every test and the service; found through META-INF/services. */
public class ContractCheck implements QuarkusTestBeforeEachCallback {

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        // It would be ISO 8859-1, in which no JSON is written.
        RestAssured.config = RestAssured.config()
                .encoderConfig(EncoderConfig.encoderConfig()
                        .defaultCharsetForContentType(StandardCharsets.UTF_8, MergePatch.MEDIA_TYPE));
        // The port is not known yet here: the judge fetches the contract with the first request it sees.
        RestAssured.replaceFiltersWith(List.of((request, answer, chain) ->
                ContractValidator.servedAt(request.getPort()).filter(request, answer, chain)));
    }
}
