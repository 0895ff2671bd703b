package org.servanda.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.servanda.testing.HttpTest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** Entity tags, not-modified answers, compression and origins. */
@HttpTest
class CachingTest {

    private static final String ONE = "/api/v1/commitments/ACJS-2024.III.2";

    @TestHTTPResource("/")
    URL home;

    @ParameterizedTest
    @ValueSource(
            strings = {
                ONE,
                "/api/v1/commitments",
                "/api/v1/summary?by=area",
                "/api/v1/areas",
                "/api/v1/vocabularies",
                "/api/v1/instruments/BRDE-2023/passages",
                ONE + "/links"
            })
    void whoHasTheAnswerAlreadyGets304(String path) {
        Response first = given().get(path);
        String tag = first.header("ETag");
        first.then().header("Cache-Control", "no-cache");
        assertFalse(tag.startsWith("W/"), tag);
        for (String known : new String[] {tag, "W/" + tag, "\"other\", " + tag, "*"}) {
            Response again = given().header("If-None-Match", known).get(path);
            again.then().statusCode(304).header("ETag", tag);
            assertEquals("", again.asString());
        }
        given().header("If-None-Match", "\"other\"").get(path).then().statusCode(200);
    }

    @Test
    void differentAnswersHaveDifferentTags() {
        assertNotEquals(
                given().get(ONE).header("ETag"),
                given().get(ONE + "?fields=title").header("ETag"));
    }

    @Test
    void theCompressedFormIsTheSameAnswerUnderATagOfItsOwn()
            throws IOException, InterruptedException, URISyntaxException {
        URI address = new URI(home + "api/v1/commitments");
        HttpResponse<byte[]> packed = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElseThrow());
        String plain = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes();
        assertEquals(plain, new String(unpacked, StandardCharsets.UTF_8));
        given().header("Accept-Encoding", "gzip")
                .get("/api/v1/commitments")
                .then()
                .header("ETag", endsWith("-gzip\""))
                .header("Vary", containsString("Accept-Encoding"));
        given().header("Accept-Encoding", "gzip;q=0, identity")
                .get("/api/v1/commitments")
                .then()
                .header("Content-Encoding", nullValue());
    }

    @Test
    void pagesOfConfiguredOriginsMayReadAndOthersAreServedWithoutLeave() {
        given().header("Origin", "https://dashboard.example")
                .get(ONE)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", is("https://dashboard.example"))
                .header("Access-Control-Expose-Headers", containsString("ETag"));
        given().header("Origin", "https://elsewhere.example")
                .get(ONE)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue());
        given().header("Origin", "https://dashboard.example")
                .header("Access-Control-Request-Method", "GET")
                .options(ONE)
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Methods", is("GET, HEAD, POST, PATCH, DELETE, OPTIONS"))
                .header("Access-Control-Allow-Headers", containsString("Idempotency-Key"))
                .header("Access-Control-Allow-Credentials", nullValue());
    }
}
