package org.servanda.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.servanda.testing.ContractOperation;
import org.servanda.testing.HttpTest;
import org.servanda.testing.ReadAddresses;
import org.servanda.testing.TestKeys;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Every operation answers in a form that the client takes, or says that it cannot. */
@HttpTest
class ContentNegotiationTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @TestHTTPResource("/")
    URL home;

    /** Header, whether gzip may be sent, whether the answer as it is may be sent. */
    private record Asked(String header, boolean gzip, boolean identity) {}

    private static final List<Asked> CODINGS = List.of(
            new Asked("gzip", true, true),
            new Asked("GZIP", true, true),
            new Asked("*", true, true),
            new Asked("gzip;q=0, *", false, true),
            new Asked("gzip;Q=0", false, true),
            new Asked("br", false, true),
            new Asked("identity;q=0, gzip", true, false),
            new Asked("*;q=0, gzip", true, false),
            new Asked("identity;q=0", false, false),
            new Asked("*;q=0", false, false));

    /** Not by RestAssured, which adds codings of its own to those that are asked for. */
    private HttpResponse<byte[]> answer(ReadAddresses read, String acceptEncoding)
            throws IOException, InterruptedException, URISyntaxException {
        HttpRequest.Builder request = HttpRequest.newBuilder(home.toURI().resolve(read.address()))
                .header("Authorization", "Bearer " + read.bearer());
        if (acceptEncoding != null) request.header("Accept-Encoding", acceptEncoding);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void everyReadIsSentInACodingThatIsTaken() throws IOException, InterruptedException, URISyntaxException {
        List<String> wrong = new ArrayList<>();
        for (ReadAddresses read : ReadAddresses.all()) {
            byte[] plain = answer(read, null).body();
            for (Asked asked : CODINGS) {
                HttpResponse<byte[]> answer = answer(read, asked.header);
                String what = read.operation().id() + " " + asked.header + ": ";
                boolean packed = answer.headers().firstValue("Content-Encoding").equals(Optional.of("gzip"));
                byte[] body = packed ? unpacked(answer.body()) : answer.body();
                boolean right = answer.statusCode() == 406
                        ? !asked.identity && new String(body, StandardCharsets.UTF_8).contains("\"not-acceptable\"")
                        : answer.statusCode() == 200
                                && Arrays.equals(plain, body)
                                && (packed ? asked.gzip : asked.identity);
                if (!right)
                    wrong.add(
                            what + answer.statusCode() + " " + answer.headers().map());
                if (asked.gzip && !asked.identity && json(read) && !packed) wrong.add(what + "could have been packed");
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static byte[] unpacked(byte[] body) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
    }

    private static boolean json(ReadAddresses read) {
        return read.operation().mediaTypes().equals(List.of("application/json"));
    }

    @Test
    void everyOperationRefusesWhoTakesNoMediaType() {
        List<String> wrong = new ArrayList<>();
        for (ReadAddresses read : ReadAddresses.all()) {
            for (String accept : List.of("*/*;q=0", "*/*;Q=0.000", "application/*;q=0, text/*;q=0, */*;q=0")) {
                Response answer = read.request().header("Accept", accept).get(read.address());
                if (answer.statusCode() != 406)
                    wrong.add(read.operation().id() + " " + accept + ": " + answer.statusCode());
            }
            for (String accept : List.of("foo", ",", ";q=0", "a/b;q=1;q=0, */*;q=0.1", "\"")) {
                int status = read.request()
                        .header("Accept", accept)
                        .get(read.address())
                        .statusCode();
                if (status != 406 && status != 200) wrong.add(read.operation().id() + " " + accept + ": " + status);
            }
        }
        for (ContractOperation operation : ContractOperation.all()) {
            if (operation.method().equals("GET")) continue;
            Response answer = given().urlEncodingEnabled(false)
                    .auth()
                    .oauth2(operation.path().startsWith("/api/v1/api-keys") ? TestKeys.admin() : TestKeys.secretariat())
                    .header("Accept", "*/*;q=0")
                    .contentType(
                            operation
                                            .described()
                                            .at("/requestBody/content")
                                            .fieldNames()
                                            .hasNext()
                                    ? operation
                                            .described()
                                            .at("/requestBody/content")
                                            .fieldNames()
                                            .next()
                                    : "application/json")
                    .body("{}".getBytes(StandardCharsets.UTF_8))
                    .request(operation.method(), operation.path().replaceAll("\\{[^/]+}", "nothing-here"));
            boolean closed = operation.id().equals("assessCommitment") && answer.statusCode() == 403;
            if (answer.statusCode() != 406 && !closed) wrong.add(operation.id() + ": " + answer.statusCode());
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void theRefusalNamesWhatThereIs() {
        given().header("Accept", "application/json")
                .get("/api/v1/log/checkpoint")
                .then()
                .statusCode(406)
                .body("detail", is("Ask for text/plain."));
        given().header("Accept", "text/html")
                .get("/api/v1/areas")
                .then()
                .statusCode(406)
                .body("detail", is("Ask for application/json."));
        given().header("Accept", "text/html")
                .get("/api/v1/reports/status")
                .then()
                .statusCode(406)
                .body("detail", containsString("csv"));
    }

    @Test
    void aReportIsWrittenInTheTypeThatIsWantedMost() {
        given().header("Accept", "application/json;q=0.1, text/csv;q=0.5")
                .get("/api/v1/reports/coverage")
                .then()
                .statusCode(200)
                .contentType("text/csv");
        given().header("Accept", "application/json;q=0, */*;q=0.1")
                .get("/api/v1/reports/coverage")
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson");
        given().header("Accept", "application/json")
                .get("/api/v1/reports/coverage?format=csv")
                .then()
                .statusCode(200)
                .contentType("text/csv");
        given().header("Accept", "text/csv;q=0")
                .get("/api/v1/reports/coverage?format=csv")
                .then()
                .statusCode(406);
    }

    @Test
    void aBodyInACodingIsNotTaken() {
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(TestKeys.secretariat())
                .header("Content-Encoding", "gzip")
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/updates:batch")
                .then()
                .statusCode(415)
                .header("Accept-Encoding", is("identity"));
    }
}
