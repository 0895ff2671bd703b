package org.servanda.ledger;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

import org.servanda.testing.CycleFixture;
import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;
import org.servanda.testing.UpdateFixture;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Every POST of the contract, sent again in every spelling of its address: it is answered as the first time. */
@HttpTest
class RepeatedPostTest {

    private static final String CODE = "BRDE-2023.10.1";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A request that its operation answers with 201 or 200. */
    private record Sent(Supplier<String> bearer, String query, String type, Supplier<Object> body) {

        static Sent bySecretariat(Supplier<Object> body) {
            return new Sent(TestKeys::secretariat, "", "application/json", body);
        }
    }

    private static final Map<String, Sent> SENT = Map.ofEntries(
            Map.entry(
                    "issueApiKey",
                    new Sent(
                            TestKeys::admin,
                            "",
                            "application/json",
                            () -> Map.of("role", "reader", "label", "sent again"))),
            Map.entry("createCommitment", Sent.bySecretariat(RepeatedPostTest::commitment)),
            Map.entry(
                    "assessCommitment",
                    new Sent(
                            TestKeys::auditor,
                            "",
                            "application/json",
                            () -> Map.of(
                                    "assessedOn", "2025-06-01",
                                    "result", "limited",
                                    "rationale", Map.of("zh", "实地查看", "en", "Seen on site")))),
            Map.entry("addEvidence", Sent.bySecretariat(() -> Map.of("evidence", UpdateFixture.evidence()))),
            Map.entry(
                    "assertLink",
                    Sent.bySecretariat(() -> Map.of(
                            "to", "ACJS-2024.I.1",
                            "type", "same_promise",
                            "confidence", "medium",
                            "basis", Map.of("en", "Both promise it.", "zh", "两处均作此承诺。")))),
            Map.entry(
                    "planMilestone",
                    Sent.bySecretariat(() -> Map.of(
                            "title", Map.of("zh", "首批学员", "en", "First class"),
                            "plannedOn", "2026-06-30",
                            "effectiveOn", "2025-02-01"))),
            Map.entry("reportProgress", Sent.bySecretariat(() -> UpdateFixture.of(CODE)
                    .body())),
            Map.entry("planCycle", Sent.bySecretariat(() -> CycleFixture.of("AGAIN-2026"))),
            Map.entry(
                    "uploadFile",
                    new Sent(
                            TestKeys::secretariat,
                            "?name=minutes.txt",
                            "text/plain",
                            () -> "Minutes of " + UUID.randomUUID())),
            Map.entry(
                    "decideUpdates",
                    Sent.bySecretariat(() -> Map.of(
                            "items",
                            UpdateFixture.decisions(
                                    "accept", UpdateFixture.of(CODE).waitingFrom("TH"))))),
            Map.entry(
                    "reportProgressOfMany",
                    Sent.bySecretariat(() -> Map.of(
                            "items",
                            List.of(UpdateFixture.of(CODE)
                                    .with("commitment", CODE)
                                    .body())))));

    private static Map<String, Object> commitment() {
        return Map.of(
                "code", "GDIDCF-2024.again",
                "instrument", "GDIDCF-2024",
                "item", "preamble",
                "title", Map.of("zh", "前言", "en", "Preamble"),
                "wording", Map.of("zh", "中方愿同各方一道"),
                "area", "POLICY",
                "kind", "pledge",
                "obligation", "promote",
                "parties", List.of("CN"),
                "owner", Map.of("how", "not_stated"));
    }

    /** Address and operationId of every POST of the contract. */
    static Stream<Arguments> posts() throws IOException {
        Map<String, Map<String, Map<String, Object>>> paths = new Yaml()
                .<Map<String, Map<String, Map<String, Map<String, Object>>>>>load(
                        Files.readString(Path.of("openapi/openapi.yaml")))
                .get("paths");
        return paths.entrySet().stream()
                .filter(path -> path.getValue().containsKey("post"))
                .map(path -> Arguments.of(path.getValue().get("post").get("operationId"), path.getKey()));
    }

    @ParameterizedTest
    @MethodSource("posts")
    void inWhateverSpellingItIsAnsweredAsTheFirstTime(String operation, String template) throws Exception {
        Sent sent = SENT.get(operation);
        assertNotNull(sent, "tell here what " + operation + " is sent");
        String key = UUID.randomUUID().toString();
        Object body = sent.body().get();
        byte[] bytes =
                body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : JSON.writeValueAsBytes(body);
        String address = template.replace("{code}", CODE);
        HttpResponse<String> first = post(sent, address, key, bytes);
        assertTrue(first.statusCode() == 201 || first.statusCode() == 200, first.body());
        int after = revision();
        for (String spelling : spellings(address)) {
            HttpResponse<String> again = post(sent, spelling, key, bytes);
            assertEquals(after, revision(), spelling + " did it again");
            // What does not reach the operation is refused.
            if (again.statusCode() == 404 || again.statusCode() == 400) continue;
            assertEquals(
                    "true", again.headers().firstValue("Idempotency-Replayed").orElse(null), spelling);
            assertEquals(first.statusCode(), again.statusCode(), spelling);
            assertEquals(first.headers().firstValue("Location"), again.headers().firstValue("Location"), spelling);
        }
        assertEquals(first.statusCode(), post(sent, address + "/", key, bytes).statusCode());
    }

    private static List<String> spellings(String address) {
        List<String> all = new ArrayList<>(List.of(address, address + "/", address + "//", address + ";v=1"));
        for (String escape : List.of("%%%02X", "%%%02x")) {
            all.add(escaped(address, "[^/]", escape));
            all.add(escaped(address, "[a-zA-Z](?=[^/]*$)", escape));
        }
        all.add(escaped(address, "B", "%%%02X"));
        all.add(escaped(address, "-", "%%%02x"));
        all.add(address.replace("/", "//"));
        all.add(address.replace("/v1/", "/v1/./"));
        all.add(address.replace("/v1/", "/v1/x/../"));
        all.add(address.replace(CODE, CODE + ";v=1"));
        return all;
    }

    private static String escaped(String address, String characters, String escape) {
        return java.util.regex.Pattern.compile(characters)
                .matcher(address)
                .replaceAll(found -> escape.formatted((int) found.group().charAt(0)));
    }

    private static HttpResponse<String> post(Sent sent, String address, String key, byte[] body)
            throws IOException, InterruptedException {
        URI uri = URI.create(RestAssured.baseURI + ":" + RestAssured.port + address + sent.query());
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + sent.bearer().get())
                .header("Idempotency-Key", key)
                .header("Content-Type", sent.type())
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static int revision() {
        return given().get("/api/v1/commitments?limit=1").path("revision");
    }
}
