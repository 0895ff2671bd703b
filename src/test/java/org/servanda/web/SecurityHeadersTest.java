package org.servanda.web;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.servanda.testing.ContractOperation;
import org.servanda.testing.HttpTest;
import org.servanda.testing.ReadAddresses;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What stands beside the API has the same walls as the API, and can be kept by who asks again. */
@HttpTest
class SecurityHeadersTest {

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    private static Stream<String> pages() {
        return Stream.of(
                "/openapi",
                "/openapi?format=json",
                "/openapi.json",
                "/openapi.yaml",
                "/q/swagger-ui",
                "/q/swagger-ui/",
                "/q/swagger-ui/swagger-ui-bundle.js",
                "/q/swagger-ui/swagger-ui.css",
                "/problems/not-found.md",
                "/problems/nope.md",
                "/nope",
                "/",
                "/q/nope");
    }

    /** Without the codings that the client of the tests would ask for by itself. */
    private static RequestSpecification plainly() {
        return given().config(RestAssured.config()
                .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()));
    }

    @Test
    void everyAnswerTellsTheBrowserWhatItMayDoWithIt() {
        List<String> wrong = new ArrayList<>();
        Stream<String> reads = ReadAddresses.all().stream().map(ReadAddresses::address);
        Stream.concat(pages(), reads).forEach(path -> {
            Response answer =
                    given().urlEncodingEnabled(false).redirects().follow(false).get(path);
            String policy = String.valueOf(answer.header("Content-Security-Policy"));
            boolean right = List.of("nosniff").equals(answer.headers().getValues("X-Content-Type-Options"))
                    && policy.contains("default-src 'none'")
                    && (policy.contains("frame-ancestors 'none'") || policy.contains("sandbox"))
                    && "DENY".equals(answer.header("X-Frame-Options"))
                    && "no-referrer".equals(answer.header("Referrer-Policy"));
            if (!right) wrong.add(path + ": " + answer.headers());
        });
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void aPageOfAProblemIsATextThatIsAskedForAgain(ProblemType problemType) {
        given().get(problemType.type())
                .then()
                .statusCode(200)
                .header("Content-Type", is("text/markdown; charset=utf-8"))
                .header("Cache-Control", is("no-cache"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi", "/openapi?format=JSON", "/openapi.json", "/openapi.yml", "/openapi/"})
    void theContractHasATagInEachOfItsForms(String address) {
        Response plain = plainly().get(address);
        plain.then().statusCode(200).header("Cache-Control", is("no-cache")).header("Vary", containsString("Accept"));
        Response packed = given().header("Accept-Encoding", "gzip").get(address);
        assertEquals(plain.asString(), packed.asString());
        assertNull(plain.header("Content-Encoding"));
        assertEquals("gzip", packed.header("Content-Encoding"));
        assertNotEquals(plain.header("ETag"), packed.header("ETag"));
        plainly()
                .header("If-None-Match", plain.header("ETag"))
                .get(address)
                .then()
                .statusCode(304)
                .header("ETag", is(plain.header("ETag")));
        assertEquals(plain.header("ETag"), plainly().head(address).header("ETag"));
    }

    @Test
    void theContractIsServedInTheFormThatIsWanted() {
        given().get("/openapi").then().contentType(containsString("yaml")).body(containsString("openapi: 3.1.0"));
        given().header("Accept", "application/json").get("/openapi").then().contentType("application/json");
        given().header("Accept", "application/json;q=0.5, application/yaml")
                .get("/openapi")
                .then()
                .contentType(containsString("yaml"));
        given().header("Accept", "*/*;q=0").get("/openapi").then().statusCode(406);
        given().get("/openapi?format=xml").then().statusCode(400).body("detail", containsString("json, yaml"));
    }

    @Test
    void noAddressOfAStrangerBecomesATagOfTheMetrics() throws IOException, InterruptedException, URISyntaxException {
        for (int i = 0; i < 120; i++) {
            given().urlEncodingEnabled(false).get("/api/v1/commitments/stranger" + i + "%00");
            given().urlEncodingEnabled(false).get("/stranger" + i);
            given().urlEncodingEnabled(false).get("/problems/stranger" + i + ".md");
            given().post("/api/v1/updates/stranger" + i);
            given().request("STRANGER" + i, "/api/v1/areas");
        }
        given().get("/api/v1/vocabularies").then().statusCode(200);
        ContractOperation.all().stream()
                .filter(operation -> operation.method().equals("GET"))
                .forEach(operation -> given().urlEncodingEnabled(false)
                        .get(operation.path().replaceAll("\\{[^/]+}", "nothing-here")));
        // Not by RestAssured, which would hold the management port against the contract.
        HttpResponse<String> page = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(metrics.toURI()).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(200, page.statusCode(), metrics.toString());
        String counted = page.body();
        assertFalse(counted.toLowerCase(java.util.Locale.ROOT).contains("stranger"), "an address of a stranger");
        for (ContractOperation operation : ContractOperation.all())
            if (operation.method().equals("GET"))
                assertTrue(counted.contains("uri=\"" + operation.path() + "\""), operation.path());
        assertTrue(counted.contains("uri=\"/unmatched\""), "what reached no operation");
        assertFalse(counted.contains("nothing-here"), "an address");
    }
}
