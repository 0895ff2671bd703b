package org.servanda.reports.delivery;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import io.restassured.RestAssured;
import io.vertx.core.http.HttpClosedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;
import org.servanda.text.Sha256;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

@HttpTest
class ReportStreamingTest {

    @Test
    void howManyRowsThereWereAndTheDigestOfAllBytesFollow() {
        StreamedResponse answer = StreamedResponse.get("/api/v1/reports/status?area=AI&format=ndjson");
        assertEquals("Servanda-Rows, Repr-Digest", answer.headers().get("Trailer"));
        assertEquals("" + answer.text().lines().count(), answer.trailers().get("Servanda-Rows"));
        String digest = Base64.getEncoder().encodeToString(Sha256.sha256(answer.body()));
        assertEquals("sha-256=:" + digest + ":", answer.trailers().get("Repr-Digest"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "ndjson", "csv", "xlsx", "pdf", "datapackage"})
    void trailersAreNamedOnlyWhereTheTransferIsChunkedAndElseTheyStandInFront(String format) {
        for (String filter : List.of("area=AI", "status=completed")) {
            StreamedResponse answer = StreamedResponse.get("/api/v1/reports/status?" + filter + "&format=" + format);
            boolean chunked = "chunked".equals(answer.headers().get("Transfer-Encoding"));
            assertEquals(chunked, answer.headers().get("Content-Length") == null);
            assertEquals(chunked, answer.headers().get("Trailer") != null);
            String digest = Base64.getEncoder().encodeToString(Sha256.sha256(answer.body()));
            Map<String, String> told = chunked ? answer.trailers() : answer.headers();
            assertEquals("sha-256=:" + digest + ":", told.get("Repr-Digest"));
        }
    }

    @Test
    void whoCannotReadTrailersIsNotToldOfThem() throws IOException {
        given().head("/api/v1/reports/status").then().statusCode(200).header("Trailer", nullValue());
        String old = "GET /api/v1/reports/status HTTP/1.0\r\n\r\n";
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write(old.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String head = answer.substring(0, answer.indexOf("\r\n\r\n"));
            assertFalse(head.toLowerCase(Locale.ROOT).contains("trailer"), head);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "ndjson", "csv", "xlsx"})
    void whatBreaksInTheMiddleBreaksTheConnection(String format) {
        CompletionException broken = assertThrows(
                CompletionException.class,
                () -> StreamedResponse.get("/api/v1/test-reports/broken?rows=100000&format=" + format));
        assertInstanceOf(HttpClosedException.class, broken.getCause());
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "ndjson", "csv", "xlsx", "datapackage"})
    void whatBreaksBeforeTheFirstByteIsAProblem(String format) {
        given().queryParams("rows", 0, "format", format)
                .get("/api/v1/test-reports/broken")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("code", is("internal-error"))
                .body(not(containsString("secret")));
    }

    @Test
    void oneClientGetsItsShareAndTheNextIsServedAtOnce() throws InterruptedException {
        List<CompletableFuture<StreamedResponse>> all = new ArrayList<>();
        // Two are written, eight wait.
        for (int i = 0; i < 11; i++)
            all.add(CompletableFuture.supplyAsync(
                    () -> StreamedResponse.get("/api/v1/test-reports/waiting"), task -> new Thread(task).start()));
        BrokenReportResource.STARTED.await();
        StreamedResponse refused = (StreamedResponse)
                CompletableFuture.anyOf(all.toArray(CompletableFuture[]::new)).join();
        assertEquals(429, refused.status());
        // From once to three times five seconds.
        int retryAfter = Integer.parseInt(refused.headers().get("Retry-After"));
        assertTrue(retryAfter >= 5 && retryAfter <= 15, "" + retryAfter);
        assertTrue(refused.text().contains("\"too-many-at-once\""), refused.text());

        given().get("/api/v1/commitments?limit=1").then().statusCode(200);
        given().auth()
                .oauth2(TestKeys.auditor())
                .get("/api/v1/reports/status?format=csv")
                .then()
                .statusCode(200);
        BrokenReportResource.GO_ON.countDown();
        long served = all.stream()
                .filter(one -> one.join().text().equals("text\r\nat last\r\n"))
                .count();
        assertEquals(10, served);
        given().get("/api/v1/reports/status?format=csv").then().statusCode(200);
    }

    @Test
    void whoHasItAlreadyDoesNotGetItAgain() {
        String tag =
                given().get("/api/v1/reports/coverage?format=csv&knownAt=200").header("ETag");
        given().header("If-None-Match", tag)
                .get("/api/v1/reports/coverage?format=csv&knownAt=200")
                .then()
                .statusCode(304);
        given().header("If-None-Match", tag)
                .get("/api/v1/reports/coverage?format=csv&knownAt=201")
                .then()
                .statusCode(200);
    }

    @Test
    void theDataPackageDescribesTheFile() {
        byte[] csv = StreamedResponse.get(
                        "/api/v1/reports/status?area=AI&format=csv&knownAt=300&asOf=2026-01-31&lang=zh")
                .body();
        given().get("/api/v1/reports/status?area=AI&format=datapackage&knownAt=300&asOf=2026-01-31&lang=zh")
                .then()
                .statusCode(200)
                .body("resources[0].path", is("servanda-status-2026-01-31-r300.csv"))
                .body("resources[0].bytes", is(csv.length))
                .body(
                        "resources[0].hash",
                        is("sha256:" + java.util.HexFormat.of().formatHex(Sha256.sha256(csv))))
                .body("resources[0].schema.fields.name[0]", is("code"));
        assertTrue(new String(csv, StandardCharsets.UTF_8).contains("人工智能"));
    }

    @Test
    void aMarkBeforeTheFirstByteIsThereWhenAskedFor() {
        byte[] csv = StreamedResponse.get("/api/v1/reports/coverage?format=csv&bom=true")
                .body();
        assertEquals("\uFEFFby,code", new String(csv, StandardCharsets.UTF_8).substring(0, 8));
        given().get("/api/v1/reports/coverage?format=json&bom=true")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", is("bom"));
    }

    @Test
    void theAcceptHeaderChoosesTooAndTheParameterGoesFirst() {
        given().accept("text/csv;q=0.5, application/x-ndjson")
                .get("/api/v1/reports/coverage")
                .then()
                .contentType("application/x-ndjson");
        given().accept("text/csv")
                .get("/api/v1/reports/coverage?format=json")
                .then()
                .contentType("application/json");
        given().accept("text/html").get("/api/v1/reports/coverage").then().statusCode(406);
    }
}
