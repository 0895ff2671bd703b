package org.servanda.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.vertx.core.json.JsonObject;

/** Asks a server on this machine, one question at a time. */
record Client(int port) {

    /** The body of an answer and the media type it came with. */
    record Answer(String type, byte[] body) {}

    /** Counting over a million rows may take a while, and so may the answer that says so. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    String base() {
        return "http://127.0.0.1:" + port;
    }

    Answer get(String path) {
        HttpResponse<byte[]> response = send(to(path));
        return new Answer(response.headers().firstValue("Content-Type").orElse(""), response.body());
    }

    /** Reads an answer to its end without keeping it, however long that takes; how many bytes it had. */
    long drain(String path) {
        try (InputStream in = open(path)) {
            return in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new Broken(path + " broke off", e);
        }
    }

    /** Seconds until the first byte of an answer, whose rest is not read. */
    double firstByte(String path) {
        long start = System.nanoTime();
        try (InputStream in = open(path)) {
            in.read();
            return (System.nanoTime() - start) / 1e9;
        } catch (IOException e) {
            throw new Broken(path + " broke off", e);
        }
    }

    private InputStream open(String path) throws IOException {
        try {
            HttpResponse<InputStream> response =
                    HTTP.send(HttpRequest.newBuilder(URI.create(base() + path)).build(), BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) throw new Broken(path + " answers " + response.statusCode());
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Broken("interrupted", e);
        }
    }

    JsonObject json(String path) {
        return new JsonObject(new String(get(path).body(), StandardCharsets.UTF_8));
    }

    void put(String path, Answer answer) {
        send(to(path).header("Content-Type", answer.type()).PUT(BodyPublishers.ofByteArray(answer.body())));
    }

    JsonObject post(String path, String key, String body) {
        return post(path, key, "bench:" + path, body);
    }

    /** @param idempotencyKey names the change */
    JsonObject post(String path, String key, String idempotencyKey, String body) {
        HttpRequest.Builder request = to(path).header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(body));
        return new JsonObject(new String(send(request).body(), StandardCharsets.UTF_8));
    }

    boolean answers(String path) {
        try {
            get(path);
            return true;
        } catch (Broken e) {
            return false;
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(base() + path)).timeout(PATIENCE);
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        String asked = request.method() + " " + request.uri();
        try {
            HttpResponse<byte[]> response = HTTP.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() / 100 == 2) return response;
            String body = new String(response.body(), StandardCharsets.UTF_8);
            throw new Broken(asked + " answers " + response.statusCode() + " " + body);
        } catch (IOException e) {
            throw new Broken(asked + " is not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Broken("interrupted", e);
        }
    }
}
