package org.servanda;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import org.servanda.testing.ContractOperation;
import org.servanda.testing.ExampleRequest;
import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A stranger who opens the page to try the contract and sends what is filled in gets an answer, not a refusal. */
@HttpTest
class ReadExamplesTest {

    /** They name what the example bodies of the POSTs record; {@link WriteExamplesTest} reads them after those. */
    static final Set<String> OF_RECORDS_TO_COME =
            Set.of("getAssessment", "getCycle", "getFile", "getFileContent", "getMilestone", "getUpdate");

    /** The register draws the id of a key at random, so that no example can name one. */
    static final Set<String> WITHOUT_EXAMPLE = Set.of("getApiKey", "revokeApiKey");

    /** At least one of two parameters is needed here, which a contract cannot say by "required". */
    private static final Set<String> ONE_OF_TWO = Set.of("reportChanges fromAsOf");

    static List<ExampleRequest> reads() {
        return ContractOperation.all().stream()
                .filter(operation -> operation.method().equals("GET"))
                .map(ExampleRequest::new)
                .toList();
    }

    static String reader(ContractOperation operation) {
        return operation.path().startsWith("/api/v1/api-keys") ? TestKeys.admin() : TestKeys.auditor();
    }

    @Test
    void everyReadIsAnsweredOnAFreshRegister() {
        List<String> wrong = new ArrayList<>();
        for (ExampleRequest read : reads()) {
            String operation = read.operation().id();
            if (WITHOUT_EXAMPLE.contains(operation)) continue;
            int expected = OF_RECORDS_TO_COME.contains(operation) ? 404 : 200;
            int status = read.get(reader(read.operation())).statusCode();
            if (status != expected) wrong.add(operation + " " + read.path() + ": " + status);
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void whatIsRequiredHasAnExampleAndWhatIsOptionalHasNone() {
        List<String> wrong = new ArrayList<>();
        for (ContractOperation operation : ContractOperation.all())
            for (JsonNode parameter : operation.described().path("parameters")) {
                String name = operation.id() + " " + parameter.path("name").asText();
                if (parameter.path("in").asText().equals("header") || WITHOUT_EXAMPLE.contains(operation.id()))
                    continue;
                boolean filledIn = parameter.path("required").asBoolean() || ONE_OF_TWO.contains(name);
                if (filledIn != parameter.has("example")) wrong.add(name);
            }
        assertEquals(List.of(), wrong);
    }
}
