package org.servanda.web;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Disables HTTP/2 without TLS. A proxy that lets an upgrade to HTTP/2 through can no longer see the requests on that
 * connection, and so cannot limit them.
 */
@ApplicationScoped
class Http1Only implements HttpServerOptionsCustomizer {

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}
