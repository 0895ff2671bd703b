package org.servanda.testing;

import java.util.UUID;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;

/** Requests that write through the API: JSON with a bearer key and an {@code Idempotency-Key}. */
public final class ApiRequests {

    private ApiRequests() {}

    /**
     * Posts a body under a new {@code Idempotency-Key}.
     *
     * @param bearer text of the caller's key or token
     * @param path from {@code /api} on, with its query, as it stands in the request
     * @param body a map or a record, written as JSON; a text is sent as it is
     */
    public static Response post(String bearer, String path, Object body) {
        return post(bearer, path, body, UUID.randomUUID().toString());
    }

    public static Response post(String bearer, String path, Object body, String idempotencyKey) {
        return request(bearer, idempotencyKey).body(body).post(path);
    }

    /** Posts bytes as they are, under a new {@code Idempotency-Key}: for a body that must not be written by a library. */
    public static Response post(String bearer, String path, byte[] body) {
        return request(bearer, UUID.randomUUID().toString()).body(body).post(path);
    }

    private static RequestSpecification request(String bearer, String idempotencyKey) {
        // A colon in a path stands for itself; REST Assured would write it as %3A.
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(bearer)
                .contentType("application/json")
                .header("Idempotency-Key", idempotencyKey);
    }
}
