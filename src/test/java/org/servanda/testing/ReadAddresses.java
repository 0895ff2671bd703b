package org.servanda.testing;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.config.EncoderConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;

/**
 * Every GET of the contract with an address that is answered 200. Whoever adds a GET to the contract adds its address here:
 * without one {@link #all} fails.
 *
 * @param operation what is asked
 * @param address with the path and query that it needs
 * @param bearer of one who may read it
 */
public record ReadAddresses(ContractOperation operation, String address, String bearer) {

    private static final String CODE = "ACJS-2024.III.2";

    /** All of them, on records that are made for it: an update, an assessment, a milestone, a file, a cycle. */
    public static List<ReadAddresses> all() {
        Map<String, String> addresses = addresses();
        List<ReadAddresses> all = ContractOperation.all().stream()
                .filter(operation -> operation.method().equals("GET"))
                .map(operation -> {
                    String address = addresses.get(operation.path());
                    if (address == null && !operation.path().contains("{")) address = operation.path();
                    if (address == null) throw new AssertionError("no address to read " + operation.path());
                    String bearer =
                            operation.path().startsWith("/api/v1/api-keys") ? TestKeys.admin() : TestKeys.auditor();
                    return new ReadAddresses(operation, address, bearer);
                })
                .toList();
        for (ReadAddresses one : all) {
            Response answer = one.request().get(one.address);
            if (answer.statusCode() != 200) throw new AssertionError(one.address + ": " + answer.asString());
        }
        return all;
    }

    /** The one of this operation. */
    public static ReadAddresses of(String operation) {
        return all().stream()
                .filter(read -> read.operation.id().equals(operation))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no GET is named " + operation));
    }

    /** A request that asks for nothing in particular: no coding, no media type. */
    public RequestSpecification request() {
        return given().config(RestAssured.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .urlEncodingEnabled(false)
                .auth()
                .oauth2(bearer);
    }

    private static Map<String, String> addresses() {
        String commitment = "/api/v1/commitments/" + CODE;
        String update = UpdateFixture.of(CODE).counted();
        String file = file();
        String cycle = post(TestKeys.secretariat(), "/api/v1/cycles", CycleFixture.of("READ-" + System.nanoTime()));
        Map<String, String> addresses = new LinkedHashMap<>();
        addresses.put("/api/v1/api-keys/{id}", "/api/v1/api-keys/" + id("/api/v1/api-keys"));
        addresses.put("/api/v1/commitments/{code}", commitment);
        for (String list : List.of("assessments", "evidence", "history", "links", "milestones", "parties", "updates"))
            addresses.put("/api/v1/commitments/{code}/" + list, commitment + "/" + list);
        addresses.put(
                "/api/v1/commitments/{code}/assessments/{id}",
                post(TestKeys.auditor(), commitment + "/assessments", assessment()));
        addresses.put(
                "/api/v1/commitments/{code}/milestones/{id}",
                post(TestKeys.secretariat(), commitment + "/milestones", milestone()));
        addresses.put("/api/v1/commitments/{code}/links/{type}/{to}", link());
        addresses.put("/api/v1/cycles/{code}", cycle);
        addresses.put("/api/v1/files/{sha256}", file);
        addresses.put("/api/v1/files/{sha256}/content", file + "/content");
        addresses.put("/api/v1/instruments/{code}", "/api/v1/instruments/ACJS-2024");
        addresses.put("/api/v1/instruments/{code}/passages", "/api/v1/instruments/ACJS-2024/passages");
        addresses.put("/api/v1/instruments/{code}/texts/{lang}", "/api/v1/instruments/ACJS-2024/texts/en");
        addresses.put("/api/v1/log/entries", "/api/v1/log/entries?from=1&to=20");
        addresses.put("/api/v1/log/entries/{sequence}/proof", "/api/v1/log/entries/3/proof");
        addresses.put("/api/v1/log/proofs/consistency", "/api/v1/log/proofs/consistency?from=3&to=300");
        addresses.put("/api/v1/log/proofs/inclusion", "/api/v1/log/proofs/inclusion?index=3&size=300");
        addresses.put("/api/v1/parties/{code}", "/api/v1/parties/LA");
        addresses.put("/api/v1/reports/changes", "/api/v1/reports/changes?fromKnownAt=300");
        addresses.put("/api/v1/reports/dossier/{code}", "/api/v1/reports/dossier/" + CODE);
        addresses.put("/api/v1/reports/sample", "/api/v1/reports/sample?seed=1");
        addresses.put("/api/v1/summary", "/api/v1/summary?by=area");
        addresses.put("/api/v1/updates/{id}", "/api/v1/updates/" + update);
        return addresses;
    }

    private static String id(String list) {
        return given().auth().oauth2(TestKeys.admin()).get(list).path("items[0].id");
    }

    private static String link() {
        String of = "/api/v1/commitments/CNS-2025.9/links";
        return of + "/" + given().get(of).path("items[0].type") + "/"
                + given().get(of).path("items[0].to");
    }

    private static String file() {
        byte[] content = ("%PDF-1.7\n" + UUID.randomUUID() + "\n".repeat(5_000)).getBytes(StandardCharsets.UTF_8);
        return given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .auth()
                .oauth2(TestKeys.secretariat())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/pdf")
                .body(content)
                .post("/api/v1/files?name=minutes.pdf")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    /** Answers where it is found. */
    private static String post(String bearer, String path, Map<String, Object> body) {
        Response answer = ApiRequests.post(bearer, path, body);
        if (answer.statusCode() != 201) throw new AssertionError(path + ": " + answer.asString());
        return answer.header("Location");
    }

    private static Map<String, Object> assessment() {
        return Map.of("assessedOn", "2025-06-01", "result", "limited", "rationale", Map.of("en", "Seen on site"));
    }

    private static Map<String, Object> milestone() {
        return Map.of(
                "title",
                Map.of("zh", "首次会议", "en", "A first meeting"),
                "plannedOn",
                "2027-06-30",
                "effectiveOn",
                "2025-02-01");
    }
}
