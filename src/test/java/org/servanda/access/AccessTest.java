package org.servanda.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import org.servanda.testing.ContractDocument;
import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Every operation of the contract, asked by everyone: what the matrix says is what happens. */
@HttpTest
class AccessTest {

    /** In the matrix before they are in the contract. */
    private static final Set<String> TO_COME = Set.of();

    /** An operation as the contract has it. */
    private record Asked(String name, String method, String path, JsonNode operation) {

        Response by(String key) {
            RequestSpecification request = given().urlEncodingEnabled(false);
            if (key != null) request.auth().oauth2(key);
            JsonNode content = operation.path("requestBody").path("content");
            if (content.fieldNames().hasNext())
                request.contentType(content.fieldNames().next()).body("{}".getBytes(StandardCharsets.UTF_8));
            return request.request(method, path.replaceAll("\\{[^/]+}", "nothing-here"));
        }

        boolean openInTheContract() {
            List<JsonNode> ways = new ArrayList<>();
            operation.path("security").forEach(ways::add);
            return ways.stream().anyMatch(JsonNode::isEmpty);
        }
    }

    private static AccessMatrix matrix() throws IOException {
        return AccessMatrix.read(Files.readString(Path.of("src/main/resources/access/matrix.yaml")));
    }

    private static List<Asked> contract() {
        JsonNode paths = ContractDocument.served().path("paths");
        List<Asked> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                JsonNode operation = method.getValue();
                String name = operation.path("operationId").asText();
                all.add(new Asked(name, method.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey(), operation));
            }
        }
        assertTrue(all.size() > 10, "operations were found");
        return all;
    }

    /** Everyone there is; a null role and a null key are the anonymous caller's. */
    private static Map<Role, String> keys() {
        Map<Role, String> keys = new LinkedHashMap<>();
        keys.put(null, null);
        keys.put(Role.reader, TestKeys.reader());
        keys.put(Role.contributor, TestKeys.contributor("TH"));
        keys.put(Role.secretariat, TestKeys.secretariat());
        keys.put(Role.auditor, TestKeys.auditor());
        keys.put(Role.admin, TestKeys.admin());
        assertTrue(keys.keySet().containsAll(List.of(Role.values())));
        return keys;
    }

    @Test
    void theMatrixAndTheContractSpeakOfTheSameOperations() throws IOException {
        Set<String> wanted = new TreeSet<>(TO_COME);
        contract().forEach(asked -> wanted.add(asked.name));
        assertEquals(wanted, matrix().operations().keySet());
    }

    @Test
    void everyoneMayDoWhatTheMatrixSaysAndNothingElse() throws IOException {
        List<String> wrong = new ArrayList<>();
        Map<Role, String> keys = keys();
        for (Asked asked : contract()) {
            AccessMatrix.Grants grants = matrix().of(asked.name).orElseThrow();
            keys.forEach((role, key) -> {
                int status = asked.by(key).statusCode();
                boolean allowed = grants.to(role) != Scope.none;
                boolean right = allowed ? status != 401 && status != 403 : status == (role == null ? 401 : 403);
                if (!right) wrong.add(asked.name + " by " + role + " is " + status);
            });
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void theContractSaysWhatNeedsNoKey() throws IOException {
        for (Asked asked : contract()) {
            boolean open = matrix().of(asked.name).orElseThrow().anonymous() != Scope.none;
            assertEquals(open, asked.openInTheContract(), asked.name);
        }
    }

    @Test
    void whoMayNotIsToldWhoMay() {
        given().auth()
                .oauth2(TestKeys.auditor())
                .get("/api/v1/api-keys")
                .then()
                .statusCode(403)
                .body("code", is("forbidden"))
                .body("detail", is("Your role is auditor; this is for: admin."));
        given().get("/api/v1/api-keys")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", is("Bearer realm=\"servanda\""));
    }

    @Test
    void aKeyIsAskedForBeforeAnythingIsSaidAboutTheRequest() {
        given().contentType("text/plain")
                .body("{")
                .post("/api/v1/api-keys?nope=1")
                .then()
                .statusCode(415);
        given().contentType("application/json")
                .body("{")
                .post("/api/v1/api-keys?nope=1")
                .then()
                .statusCode(401);
    }

    @Test
    void whatTheFrameworkAnswersStaysAsItWas() {
        given().auth().oauth2(TestKeys.reader()).get("/api/v1/nope").then().statusCode(404);
        given().auth().oauth2(TestKeys.reader()).put("/api/v1/api-keys").then().statusCode(405);
        given().options("/api/v1/api-keys").then().statusCode(200).header("Allow", containsString("POST"));
    }

    @Test
    void whereNoProviderIsSetATokenIsAKeyThatDoesNotCount() {
        given().auth()
                .oauth2("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4Iiwicm9sZXMiOlsiYWRtaW4iXX0.")
                .get("/api/v1/me")
                .then()
                .statusCode(401)
                .body("detail", is("The key is unknown, expired or revoked."));
    }

    @Test
    void whatIsAnsweredToAKeyIsKeptByNoSharedCache() {
        given().auth()
                .oauth2(TestKeys.reader())
                .get("/api/v1/areas")
                .then()
                .header("Cache-Control", is("private, no-cache"))
                .header("Vary", containsString("Authorization"));
        given().get("/api/v1/areas")
                .then()
                .header("Cache-Control", is("no-cache"))
                .header("Vary", containsString("Authorization"));
    }
}
