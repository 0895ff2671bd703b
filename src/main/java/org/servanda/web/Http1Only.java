package org.servanda.web;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Speaks HTTP/1.1 alone where there is no TLS. A proxy that lets an upgrade to HTTP/2 through sees nothing more of what is
 * asked on that connection, and so cannot limit it.
 */
@ApplicationScoped
class Http1Only implements HttpServerOptionsCustomizer {

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}
