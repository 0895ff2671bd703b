package org.servanda.bench;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/**
 * A Vert.x HTTP server and nothing else: gives back from memory, byte for byte and with its media type, what was put
 * under the same address before. It runs in a process of its own.
 */
final class BareServer extends AbstractVerticle {

    private record Kept(String type, Buffer body) {}

    private static final Map<String, Kept> ANSWERS = new ConcurrentHashMap<>();

    private final int port;

    private BareServer(int port) {
        this.port = port;
    }

    public static void main(String[] args) {
        int port = Integer.parseInt(args[0]);
        ANSWERS.put("/", new Kept("text/plain", Buffer.buffer()));
        // As many event loops as the service has.
        DeploymentOptions everyLoop = new DeploymentOptions().setInstances(VertxOptions.DEFAULT_EVENT_LOOP_POOL_SIZE);
        Vertx.vertx().deployVerticle(() -> new BareServer(port), everyLoop).onFailure(failure -> {
            failure.printStackTrace();
            System.exit(1);
        });
    }

    @Override
    public void start() {
        vertx.createHttpServer().requestHandler(BareServer::answer).listen(port, "127.0.0.1");
    }

    private static void answer(HttpServerRequest request) {
        if (request.method() == HttpMethod.PUT) keep(request);
        else give(request);
    }

    private static void keep(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            ANSWERS.put(request.uri(), new Kept(request.getHeader(HttpHeaders.CONTENT_TYPE), body));
            request.response().end();
        });
    }

    private static void give(HttpServerRequest request) {
        Kept kept = ANSWERS.get(request.uri());
        if (kept == null) request.response().setStatusCode(404).end();
        else request.response().putHeader(HttpHeaders.CONTENT_TYPE, kept.type).end(kept.body);
    }
}
