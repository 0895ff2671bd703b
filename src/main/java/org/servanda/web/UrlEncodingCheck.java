package org.servanda.web;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.servanda.web.Problem.Fault;

/**
 * Refuses an address whose percent-escapes are not UTF-8, such as those of GBK: they would be decoded to other words.
 */
@ApplicationScoped
class UrlEncodingCheck {

    private final ProblemWriter problems;

    UrlEncodingCheck(ProblemWriter problems) {
        this.problems = problems;
    }

    void filter(@Observes Filters filters) {
        filters.register(this::check, FilterOrder.ENCODING);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!utf8(request.path())) {
            problems.write(
                    context, ProblemType.BAD_REQUEST, "The path is not UTF-8; percent-encode it as UTF-8 (RFC 3986).");
            return;
        }
        List<Fault> faults = new ArrayList<>();
        String query = request.query() == null ? "" : request.query();
        for (String piece : query.split("&")) {
            if (utf8(piece)) continue;
            String name = piece.replaceFirst("=.*", "");
            faults.add(Fault.parameter(
                    utf8(name) ? name : "?", "is not UTF-8; percent-encode it as UTF-8, not as GBK or another code"));
        }
        if (faults.isEmpty()) context.next();
        else problems.write(context, ProblemException.parameters(faults));
    }

    private static boolean utf8(String escaped) {
        if (escaped.indexOf('%') < 0) return true;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < escaped.length(); i++) {
            if (escaped.charAt(i) != '%') bytes.write(escaped.charAt(i));
            else {
                // Escapes that are not two hexadecimal digits were refused earlier.
                bytes.write(Integer.parseInt(escaped, i + 1, i + 3, 16));
                i += 2;
            }
        }
        return StrictUtf8.decode(bytes.toByteArray()).isPresent();
    }
}
