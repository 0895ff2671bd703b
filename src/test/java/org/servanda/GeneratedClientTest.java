package org.servanda;

import java.net.URL;
import java.util.List;

import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.annotation.Nonnull;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.servanda.client.ApiClient;
import org.servanda.client.ApiException;
import org.servanda.client.api.CommitmentsApi;
import org.servanda.client.api.CommitmentsApi.APIGetCommitmentRequest;
import org.servanda.client.api.CommitmentsApi.APIListCommitmentsRequest;
import org.servanda.client.model.Commitment;
import org.servanda.client.model.CommitmentPage;
import org.servanda.client.model.Status;
import org.servanda.testing.HttpTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A client that was generated from the contract reads the register. */
@HttpTest
class GeneratedClientTest {

    @TestHTTPResource("/")
    URL home;

    private CommitmentsApi api;

    @BeforeEach
    void connect() {
        api = new CommitmentsApi(new ApiClient()
                .setScheme(home.getProtocol())
                .setHost(home.getHost())
                .setPort(home.getPort()));
    }

    private static APIGetCommitmentRequest code(String code) {
        return APIGetCommitmentRequest.newBuilder().code(code).build();
    }

    @Test
    void itReadsOneCommitment() throws ApiException {
        Commitment commitment = api.getCommitment(code("CNS-2025.30"));
        assertEquals("CNS-2025.30", commitment.getCode());
        assertEquals(Status.EXPLORING, commitment.getStatus());
        assertTrue(commitment.getTitle().getEn().length() > 5);
    }

    @Test
    void whatIsAlwaysThereNeedsNoCheckForNull() throws NoSuchMethodException {
        for (String getter : List.of("getTitle", "getStatus", "getOwner", "getLinks", "getUpdatedAt"))
            assertTrue(Commitment.class.getMethod(getter).isAnnotationPresent(Nonnull.class), getter);
        assertFalse(Commitment.class.getMethod("getPercent").isAnnotationPresent(Nonnull.class));
    }

    @Test
    void itReadsAFilteredList() throws ApiException {
        CommitmentPage page = api.listCommitments(APIListCommitmentsRequest.newBuilder()
                .instrument(List.of("ACJS-2024"))
                .status(List.of(Status.DECLARED))
                .limit(200)
                .build());
        assertEquals(16, page.getItems().size());
        assertEquals("ACJS-2024.I.1", page.getItems().get(0).getCode());
    }

    @Test
    void aRefusalReachesTheCaller() {
        ApiException refused = assertThrows(ApiException.class, () -> api.getCommitment(code("NOPE")));
        assertEquals(404, refused.getCode());
        assertTrue(refused.getResponseBody().contains("not-found"));
    }
}
