package org.servanda.fuzzing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A request as it is sent.
 *
 * @param target path and query, escaped
 * @param headers name and value, one name as often as wanted
 * @param body null when it has none
 */
record FuzzRequest(String method, String target, List<Map.Entry<String, String>> headers, byte[] body) {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** No answer within this time is as bad as a wrong one; far longer than any takes. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    HttpResponse<byte[]> send(String base) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + target)).timeout(PATIENCE);
        for (Map.Entry<String, String> header : headers) {
            try {
                request.header(header.getKey(), header.getValue());
            } catch (IllegalArgumentException e) {
                // A line break in a header cannot be sent by this client, nor by any other that keeps to HTTP.
                continue;
            }
        }
        request.method(
                method,
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(this + " got no answer", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A text as a part of an address: all but the plainest characters are escaped. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (one & 0xff);
            if (PLAIN.indexOf(character) >= 0) escaped.append(character);
            else escaped.append(String.format("%%%02X", one & 0xff));
        }
        return escaped.toString();
    }

    /** As a line for curl, but for the key, which ends with the test. */
    @Override
    public String toString() {
        List<String> line = new ArrayList<>(List.of("curl -X " + method, "'" + target + "'"));
        for (Map.Entry<String, String> header : headers)
            if (!header.getKey().equals("Authorization"))
                line.add("-H '" + header.getKey() + ": " + header.getValue() + "'");
        if (body != null) {
            String text = new String(body, StandardCharsets.UTF_8);
            line.add("-d '" + (text.length() > 1_500 ? text.substring(0, 1_500) + "..." : text) + "'");
        }
        return String.join(" ", line);
    }
}
