package org.servanda.web;

import java.util.Optional;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Adds security headers to every response. The public pages beside the API also get what the server's static files
 * lack: a media type, and Cache-Control no-cache, since the next version of the program has other pages.
 */
@ApplicationScoped
class SecurityHeaders {

    void filter(@Observes Filters filters) {
        filters.register(this::complete, FilterOrder.SECURITY_HEADERS);
    }

    private void complete(RoutingContext context) {
        String path = ProblemWriter.path(context);
        Optional<PublicPage> page = path == null ? Optional.empty() : PublicPage.at(path);
        context.response()
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader(
                        "Content-Security-Policy", page.map(PublicPage::policy).orElse(PublicPage.NOTHING))
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Referrer-Policy", "no-referrer");
        page.ifPresent(publicPage -> complete(context, publicPage));
        context.next();
    }

    /** Sets the headers at the very end, over those of the server's static files. */
    private static void complete(RoutingContext context, PublicPage page) {
        HttpServerResponse response = context.response();
        context.addHeadersEndHandler(done -> {
            int status = response.getStatusCode();
            if (status >= 400) return;
            response.headers().set(HttpHeaders.CACHE_CONTROL, "no-cache");
            if (status < 300)
                page.mediaType().ifPresent(type -> response.headers().set(HttpHeaders.CONTENT_TYPE, type));
        });
    }
}
