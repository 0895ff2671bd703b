package org.servanda.reports.delivery;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import io.restassured.RestAssured;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;

/** An answer with what follows its last byte, which other clients do not show. */
public record StreamedResponse(int status, Map<String, String> headers, Map<String, String> trailers, byte[] body) {

    /**
     * Asks the service of this test.
     *
     * @throws CompletionException when the connection broke before the end
     */
    public static StreamedResponse get(String pathAndQuery) {
        Vertx vertx = Vertx.vertx();
        try {
            HttpClient client = vertx.createHttpClient();
            Future<StreamedResponse> answer = client.request(
                            HttpMethod.GET, RestAssured.port, "localhost", pathAndQuery)
                    .compose(request -> request.send())
                    .compose(response -> response.body()
                            .map(body -> new StreamedResponse(
                                    response.statusCode(),
                                    named(response.headers()),
                                    named(response.trailers()),
                                    body.getBytes())));
            return answer.toCompletionStage()
                    .toCompletableFuture()
                    .orTimeout(120, TimeUnit.SECONDS)
                    .join();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static Map<String, String> named(Iterable<Map.Entry<String, String>> fields) {
        Map<String, String> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fields.forEach(field -> named.put(field.getKey(), field.getValue()));
        return named;
    }

    public String text() {
        return new String(body, java.nio.charset.StandardCharsets.UTF_8);
    }
}
