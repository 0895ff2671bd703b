package org.servanda.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;
import org.servanda.text.Sha256;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Files that are uploaded as evidence: kept whole, under their digest, and shown to no other side before they back something. */
@HttpTest
class FilesTest {

    private static final int LIMIT = 20 * 1024 * 1024;

    private static final int MOST_ATTEMPTS = 5;

    private static byte[] pdf(String content) {
        return ("%PDF-1.7\n" + content).getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] content) {
        return java.util.HexFormat.of().formatHex(Sha256.sha256(content));
    }

    private static Response upload(String key, String name, String type, byte[] content) {
        return upload(key, UUID.randomUUID().toString(), Map.of("name", name), type, content);
    }

    private static Response upload(
            String key, String idempotencyKey, Map<String, String> query, String type, byte[] content) {
        return given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .auth()
                .oauth2(key)
                .header("Idempotency-Key", idempotencyKey)
                .queryParams(query)
                .header("Content-Type", type)
                .body(content)
                .post("/api/v1/files");
    }

    @Test
    void whatIsUploadedComesBackByteForByteToBeSaved() {
        byte[] content = pdf("Minutes of a meeting " + UUID.randomUUID());
        String address = upload(TestKeys.secretariat(), "会议 \"纪要\" 100%.pdf", "application/pdf", content)
                .then()
                .statusCode(201)
                .header("Location", is("/api/v1/files/" + sha256(content)))
                .body("sha256", is(sha256(content)))
                .body("size", is(content.length))
                .body("mediaType", is("application/pdf"))
                .body("uploadedBy", startsWith("secretariat/"))
                .extract()
                .path("content");
        Response back = given().auth().oauth2(TestKeys.auditor()).get(address);
        back.then()
                .statusCode(200)
                .header("Content-Type", is("application/pdf"))
                .header("X-Content-Type-Options", is("nosniff"))
                .header("Content-Security-Policy", containsString("sandbox"))
                .header("ETag", is("\"" + sha256(content) + "\""))
                .header(
                        "Content-Disposition",
                        is("attachment; filename=\"__ ____ 100_.pdf\"; filename*=UTF-8''"
                                + "%E4%BC%9A%E8%AE%AE%20%22%E7%BA%AA%E8%A6%81%22%20100%25.pdf"));
        assertArrayEquals(content, back.asByteArray());
        given().auth()
                .oauth2(TestKeys.auditor())
                .header("If-None-Match", "\"" + sha256(content) + "\"")
                .get(address)
                .then()
                .statusCode(304);
    }

    @ParameterizedTest
    @CsvSource({"a.pdf, application/pdf", "b.PDF, application/pdf", "c.csv, text/csv"})
    void ofBytesAloneTheNameTellsTheType(String name, String type) {
        byte[] content = pdf("Bytes alone " + UUID.randomUUID());
        upload(TestKeys.secretariat(), name, "application/octet-stream", content)
                .then()
                .statusCode(201)
                .body("mediaType", is(type));
        for (String wrong : new String[] {"a.exe", "a", "a.pdf.html"})
            upload(TestKeys.secretariat(), wrong, "application/octet-stream", content)
                    .then()
                    .statusCode(415)
                    .body("detail", containsString("application/octet-stream and a name that ends in .pdf, .png"));
        upload(TestKeys.secretariat(), "a.png", "application/octet-stream", content)
                .then()
                .statusCode(400)
                .body("detail", containsString("image/png"));
    }

    @Test
    void whatBacksNothingYetIsSeenByItsOwnSideTheSecretariatAndAuditors() {
        byte[] content = pdf("Not published " + UUID.randomUUID());
        String address = upload(TestKeys.contributor("TH"), "draft.pdf", "application/pdf", content)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        for (String key : new String[] {TestKeys.contributor("TH"), TestKeys.secretariat(), TestKeys.auditor()})
            given().auth().oauth2(key).get(address + "/content").then().statusCode(200);
        for (String key : new String[] {TestKeys.contributor("SG"), TestKeys.reader()})
            given().auth().oauth2(key).get(address + "/content").then().statusCode(404);
        given().get(address).then().statusCode(404);
        given().get(address + "/content").then().statusCode(404);
        given().body(content)
                .contentType("application/pdf")
                .post("/api/v1/files?name=a.pdf")
                .then()
                .statusCode(401);
        upload(TestKeys.reader(), "a.pdf", "application/pdf", content).then().statusCode(403);
    }

    @Test
    void theSameUploadAgainIsTheSameFile() {
        byte[] content = pdf("Once " + UUID.randomUUID());
        String idempotencyKey = UUID.randomUUID().toString();
        Map<String, String> query = Map.of("name", "once.pdf", "sha256", sha256(content));
        Response first = upload(TestKeys.secretariat(), idempotencyKey, query, "application/pdf", content);
        first.then().statusCode(201);
        upload(TestKeys.secretariat(), idempotencyKey, query, "application/pdf", content)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", is("true"))
                .body(is(first.asString()));
        upload(TestKeys.secretariat(), idempotencyKey, Map.of("name", "other.pdf"), "application/pdf", content)
                .then()
                .statusCode(422);
        upload(TestKeys.secretariat(), "by-another-name.pdf", "application/pdf", content)
                .then()
                .statusCode(200)
                .body("name", is("once.pdf"))
                .body("entry", is((int) first.path("entry")));
        assertEquals(0, arriving(), "nothing is left behind");
    }

    @Test
    void theSameBytesAreARecordOfTheirOwnForEachSide() {
        byte[] content = ("Of two " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        String address = "/api/v1/files/" + sha256(content);
        int thailands = upload(TestKeys.contributor("TH"), "of-thailand.txt", "text/plain", content)
                .then()
                .statusCode(201)
                .extract()
                .path("entry");
        see(TestKeys.contributor("SG"), address).statusCode(404);
        int singapores = upload(TestKeys.contributor("SG"), "of-singapore.csv", "text/csv", content)
                .then()
                .statusCode(201)
                .header("Location", is(address))
                .body("name", is("of-singapore.csv"))
                .body("mediaType", is("text/csv"))
                .body("uploadedBy", startsWith("contributor/SG/"))
                .extract()
                .path("entry");
        upload(TestKeys.contributor("SG"), "again.txt", "text/plain", content)
                .then()
                .statusCode(200)
                .body("name", is("of-singapore.csv"))
                .body("mediaType", is("text/csv"))
                .body("entry", is(singapores));
        see(TestKeys.contributor("TH"), address)
                .statusCode(200)
                .body("name", is("of-thailand.txt"))
                .body("mediaType", is("text/plain"))
                .body("entry", is(thailands));
        see(TestKeys.contributor("SG"), address).body("entry", is(singapores));
        see(TestKeys.contributor("SG"), address + "/content")
                .statusCode(200)
                .header("Content-Type", startsWith("text/csv"))
                .header("Content-Disposition", containsString("of-singapore.csv"));
        for (String third : new String[] {TestKeys.contributor("LA"), TestKeys.reader()})
            see(third, address).statusCode(404);
        given().get(address).then().statusCode(404);
    }

    @Test
    void whoSeesAllSeesItsOwnRecordOrElseTheEarliestAsItWasKnown() {
        byte[] content = pdf("Of three " + UUID.randomUUID());
        String address = "/api/v1/files/" + sha256(content);
        int first = upload(TestKeys.contributor("TH"), "first.pdf", "application/pdf", content)
                .path("entry");
        int second = upload(TestKeys.contributor("SG"), "second.pdf", "application/pdf", content)
                .path("entry");
        see(TestKeys.secretariat(), address).body("name", is("first.pdf"));
        int own = upload(TestKeys.secretariat(), "own.pdf", "application/pdf", content)
                .then()
                .statusCode(201)
                .extract()
                .path("entry");
        see(TestKeys.secretariat(), address).body("name", is("own.pdf"));
        see(TestKeys.auditor(), address).body("name", is("first.pdf"));
        see(TestKeys.secretariat(), address + "?knownAt=" + (own - 1)).body("name", is("first.pdf"));
        see(TestKeys.secretariat(), address + "?knownAt=" + (first - 1)).statusCode(404);
        see(TestKeys.contributor("SG"), address + "?knownAt=" + (second - 1)).statusCode(404);
    }

    private static ValidatableResponse see(String key, String address) {
        return given().auth().oauth2(key).get(address).then();
    }

    @Test
    void everySpellingOfTheAddressTakesFilesOfTheSameSize() throws Exception {
        for (String spelling : new String[] {"/api/v1/files/", "/api/v1/fil%65s"}) {
            byte[] content = Arrays.copyOf(pdf("large " + UUID.randomUUID()), LIMIT);
            HttpResponse<String> answer = send(spelling + "?name=a.pdf", "application/pdf", content, true);
            assertEquals(201, answer.statusCode(), answer.body());
        }
    }

    /** Files on their way in. */
    private static long arriving() {
        Path folder = ConfigProvider.getConfig().getValue("servanda.files.folder", Path.class);
        return Files.exists(folder.resolve("arriving"))
                ? folder.resolve("arriving").toFile().list().length
                : -1;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/pdf|<html><script>alert(1)</script></html>",
                "image/png|%PDF-1.7",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet|a;b",
                "text/plain|nul\0",
                "text/csv|\uFFFF-half"
            })
    void aFileThatIsNotWhatItsTypeSaysIsRefused(String typeAndContent) {
        String type = typeAndContent.substring(0, typeAndContent.indexOf('|'));
        byte[] content =
                typeAndContent.substring(typeAndContent.indexOf('|') + 1).getBytes(StandardCharsets.UTF_8);
        // Not UTF-8: a byte that no character begins with.
        if (type.equals("text/csv")) content[0] = (byte) 0xFF;
        upload(TestKeys.secretariat(), "a.bin", type, content)
                .then()
                .statusCode(400)
                .body("code", is("invalid-body"))
                .body("detail", containsString("Content-Type"));
        assertEquals(0, arriving());
    }

    @Test
    void whatIsNotTakenIsNamed() {
        byte[] content = pdf("x");
        upload(TestKeys.secretariat(), "a.html", "text/html", content)
                .then()
                .statusCode(415)
                .body("detail", containsString("application/pdf"));
        upload(TestKeys.secretariat(), "a.pdf", "application/pdf", new byte[0])
                .then()
                .statusCode(400);
        for (String name : new String[] {"../../etc/passwd", "a\\b.pdf", "a\u0007.pdf", "x".repeat(201), " "})
            upload(TestKeys.secretariat(), name, "application/pdf", content)
                    .then()
                    .statusCode(400)
                    .body("errors[0].parameter", is("name"));
        upload(TestKeys.secretariat(), UUID.randomUUID().toString(), Map.of(), "application/pdf", content)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", is("name"));
        Map<String, String> wrong = Map.of("name", "a.pdf", "sha256", "0".repeat(64));
        upload(TestKeys.secretariat(), UUID.randomUUID().toString(), wrong, "application/pdf", content)
                .then()
                .statusCode(400)
                .body("errors[0].message", containsString(sha256(content)));
        given().get("/api/v1/files/..%2F..%2Fpasswd").then().statusCode(404);
        given().get("/api/v1/files/abc/content").then().statusCode(404);
    }

    @Test
    void textsAreReadAcrossTheChunksTheyComeIn() {
        // A character of three bytes lies across every border of 64 KiB.
        byte[] content = ("a" + "海".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
        upload(TestKeys.secretariat(), "long.txt", "text/plain; charset=utf-8", content)
                .then()
                .statusCode(201)
                .body("mediaType", is("text/plain"));
        upload(TestKeys.secretariat(), "half.txt", "text/plain", Arrays.copyOf(content, content.length - 1))
                .then()
                .statusCode(400);
    }

    @Test
    void aFileThatIsTooLargeIsRefusedWhetherItSaysSoOrNot() throws Exception {
        byte[] large = Arrays.copyOf(pdf("large"), LIMIT + 1);
        assertEquals(
                413,
                send("/api/v1/files?name=a.pdf", "application/pdf", large, true).statusCode());
        HttpResponse<String> unmeasured = send("/api/v1/files?name=a.pdf", "application/pdf", large, false);
        assertEquals(413, unmeasured.statusCode(), unmeasured.body());
        assertTrue(unmeasured.body().contains("20971520 bytes"), unmeasured.body());
        assertEquals(
                201,
                send("/api/v1/files?name=a.pdf", "application/pdf", Arrays.copyOf(large, LIMIT), false)
                        .statusCode());
        assertEquals(0, arriving());
    }

    @Test
    void otherBodiesKeepTheirOwnLimit() throws Exception {
        byte[] large = ("{\"items\":[" + " ".repeat(2_000_000) + "]}").getBytes(StandardCharsets.UTF_8);
        assertEquals(
                413,
                send("/api/v1/updates:batch", "application/json", large, true).statusCode());
        HttpResponse<String> unmeasured = send("/api/v1/updates:batch", "application/json", large, false);
        assertEquals(413, unmeasured.statusCode(), unmeasured.body());
        assertTrue(unmeasured.body().contains("body-too-large"), unmeasured.body());
    }

    /** @param measured whether the request says how long its body is */
    private static HttpResponse<String> send(String path, String type, byte[] body, boolean measured) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .header("Authorization", "Bearer " + TestKeys.secretariat())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", type)
                .POST(
                        measured
                                ? BodyPublishers.ofByteArray(body)
                                : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        return sendAgainWhereCutOff(request);
    }

    /** The server cuts off a refused upload that is still being sent, and the client may lose the response with it. */
    private static HttpResponse<String> sendAgainWhereCutOff(HttpRequest request) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            } catch (IOException cutOff) {
                if (attempt == MOST_ATTEMPTS) throw cutOff;
            }
        }
    }
}
