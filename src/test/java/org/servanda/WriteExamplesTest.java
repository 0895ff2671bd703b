package org.servanda;

import java.util.ArrayList;
import java.util.List;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.servanda.testing.ContractOperation;
import org.servanda.testing.ExampleRequest;
import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The example of each body is taken as it stands, and the examples of all requests belong together. */
@HttpTest
class WriteExamplesTest {

    private final List<String> wrong = new ArrayList<>();

    @Test
    void everyBodyIsTakenAndWhatItRecordsIsFoundUnderItsExample() {
        List<ExampleRequest> posts = writes("POST");
        // The decision is on the update that another POST sends.
        posts.sort((a, b) -> Boolean.compare(decides(a), decides(b)));
        for (ExampleRequest post : posts) expectSuccess(post, post.post(writer(post.operation())));
        for (ExampleRequest patch : writes("PATCH")) expectSuccess(patch, patch.patch(writer(patch.operation())));
        for (ExampleRequest read : ReadExamplesTest.reads())
            if (ReadExamplesTest.OF_RECORDS_TO_COME.contains(read.operation().id()))
                expectSuccess(read, read.get(ReadExamplesTest.reader(read.operation())));
        assertEquals(List.of(), wrong);
    }

    private static List<ExampleRequest> writes(String method) {
        return new ArrayList<>(ContractOperation.all().stream()
                .filter(operation -> operation.method().equals(method))
                .map(ExampleRequest::new)
                .toList());
    }

    private static boolean decides(ExampleRequest request) {
        return request.operation().id().equals("decideUpdates");
    }

    private static String writer(ContractOperation operation) {
        return switch (operation.id()) {
            case "issueApiKey" -> TestKeys.admin();
            case "assessCommitment" -> TestKeys.auditor();
            // A focal point, so that the update waits for the decision.
            case "reportProgress" -> TestKeys.contributor("TH");
            default -> TestKeys.secretariat();
        };
    }

    private void expectSuccess(ExampleRequest request, Response response) {
        if (response.statusCode() / 100 != 2)
            wrong.add(request.operation().id() + " " + request.path() + ": " + response.statusCode() + " "
                    + response.asString());
    }
}
