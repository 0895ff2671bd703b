package org.servanda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;

import org.servanda.testing.ContractValidator;
import org.servanda.testing.HttpTest;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The contract is what is served, what is committed, and what was promised before. */
@HttpTest
class ContractTest {

    private static final Path COMMITTED = Path.of("openapi/openapi.yaml");
    private static final Path RELEASED = Path.of("openapi/released");

    /** A list of words may grow: clients are told to take a word that they do not know as such (docs/api.md). */
    private static final OpenApiDiffOptions NEW_WORDS = OpenApiDiffOptions.builder()
            .configProperty("incompatible.response.enum.increased", "false")
            .build();

    @Test
    void theCommittedContractIsTheServedOne() throws IOException {
        // As documents, not as bytes: Quarkus writes the same keys in another order into the file.
        JsonNode served =
                new ObjectMapper().readTree(given().get("/openapi?format=json").asString());
        JsonNode committed = new YAMLMapper().readTree(Files.readString(COMMITTED));
        assertEquals(committed, served, "build once (mvn package), look at what changed in openapi/, and commit it");
    }

    @Test
    void nothingThatWasReleasedIsBroken() throws IOException {
        List<Path> released;
        try (Stream<Path> files = Files.list(RELEASED)) {
            released = files.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
        assertFalse(released.isEmpty(), "there is a contract to compare with");
        for (Path former : released) {
            ChangedOpenApi change =
                    OpenApiCompare.fromLocations(former.toString(), COMMITTED.toString(), null, NEW_WORDS);
            assertTrue(
                    change.isCompatible(),
                    () -> former + " is broken: " + change.getChangedOperations() + " missing "
                            + change.getMissingEndpoints());
        }
    }

    @Test
    void aBreakingChangeIsSeen() throws IOException {
        String now = Files.readString(COMMITTED);
        for (String broken : List.of(
                now.replace("/api/v1/summary:", "/api/v1/sums:"),
                now.replace("- in_progress\n", ""),
                now.replace("name: stauts\n", "").replace("name: status\n", "name: state\n"))) {
            assertFalse(
                    OpenApiCompare.fromContents(now, broken).isCompatible(),
                    "a removed path, word or parameter is seen");
        }
    }

    @Test
    void theJudgeComplainsOfWhatIsWrong() {
        ContractValidator contract =
                new ContractValidator(given().get("/openapi?format=json").asString());
        String path = "/api/v1/commitments?fields=code,status";
        assertEquals(List.of(), contract.check("GET", path, 200, "application/json", page("\"code\":\"X\"")));
        assertEquals(
                1,
                contract.check("GET", path, 200, "application/json", page("\"code\":\"X\",\"status\":\"nope\""))
                        .size());
        assertEquals(
                1,
                contract.check("GET", path, 200, "application/json", page("\"title\":{}"))
                        .size());
        assertEquals(1, contract.check("GET", path, 200, "text/html", "x").size());
        assertEquals(
                1, contract.check("GET", path, 418, "application/json", "{}").size());
        assertEquals(
                1, contract.check("GET", path, 200, "application/json", "{").size());
    }

    @Test
    void onlyFieldsCanLeaveOutWhatIsAlwaysThere() {
        ContractValidator contract =
                new ContractValidator(given().get("/openapi?format=json").asString());
        String thinned = page("\"code\":\"X\",\"status\":\"declared\"");
        assertEquals(
                List.of(),
                contract.check("GET", "/api/v1/commitments?limit=1&fields=status", 200, "application/json", thinned));
        assertFalse(contract.check("GET", "/api/v1/commitments?limit=1", 200, "application/json", thinned)
                .isEmpty());
    }

    private static String page(String item) {
        return "{\"items\":[{" + item
                + "}],\"asOf\":\"2026-11-21\",\"knownAt\":\"2026-11-21T00:00:00Z\",\"revision\":1}";
    }
}
