package org.servanda.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * What is settled before a request reaches a resource: oversized bodies, browsers of other origins, and whatever the
 * HTTP server itself would refuse with an empty body or a page of HTML.
 */
@ApplicationScoped
class PreRoutingFilters {

    /** Where Quarkus keeps the limit that it reads a body by. */
    private static final String QUARKUS_BODY_LIMIT = "io.quarkus.max-request-size";

    private static final Logger LOG = Logger.getLogger(PreRoutingFilters.class);

    /** Where files are uploaded. */
    private static final String FILES = "/api/v1/files";

    /** In characters: room for every filter with fifty values. The server's own limit is wider, and its answer empty. */
    private static final int MAX_ADDRESS_LENGTH = 8_192;

    /** Request headers that a page of another origin may send. Cookies are never admitted: a key is sent, not kept. */
    private static final String CORS_REQUEST_HEADERS =
            "Accept, Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key";

    /** Answer headers that such a page may see. */
    private static final String CORS_RESPONSE_HEADERS =
            "ETag, Link, Location, Retry-After, Servanda-Revision, Servanda-As-Of,"
                    + " Servanda-Known-At, Idempotency-Replayed, Content-Disposition";

    private final ProblemWriter problems;
    private final AdmissionControl admissionControl;
    private final long maxBody;
    private final long maxFile;
    private final Set<String> origins;

    PreRoutingFilters(ProblemWriter problems, AdmissionControl admissionControl, WebConfig config) {
        this.problems = problems;
        this.admissionControl = admissionControl;
        this.maxBody = config.maxBody().asLongValue();
        this.maxFile = config.maxFile().asLongValue();
        this.origins = config.corsOrigins().orElse(Set.of());
    }

    void filter(@Observes Filters filters) {
        filters.register(this::watchBody, FilterOrder.UNREAD_BODY);
        filters.register(this::checkAddress, FilterOrder.ADDRESS);
        filters.register(this::limitBody, FilterOrder.BODY_LENGTH);
        filters.register(this::raiseServerLimit, FilterOrder.BODY_READER_LIMIT);
        filters.register(this::addCorsHeaders, FilterOrder.ORIGIN);
        filters.register(this::admit, FilterOrder.ADMISSION);
    }

    void answerUnrouted(@Observes Router router) {
        router.route("/api/*").last().handler(context -> problems.write(context, ProblemType.NOT_FOUND));
        router.route().failureHandler(this::answerFailed);
    }

    private void answerFailed(RoutingContext context) {
        if (context.response().ended()) return;
        // The server itself refuses what names no host, before any filter.
        if (context.request().authority() == null) {
            problems.write(context, ProblemType.BAD_REQUEST, MessageFraming.ONE_HOST);
            return;
        }
        ProblemType type = ProblemType.ofStatus(Math.max(context.statusCode(), 400));
        if (type.status() >= 500)
            LOG.errorf(context.failure(), "request %s failed before it was begun", ProblemWriter.decoded(context));
        problems.write(context, type);
    }

    private void watchBody(RoutingContext context) {
        UnreadBody.watch(context);
        context.next();
    }

    /** An address with a raw Chinese character or a broken escape: the main class leaves these to us. */
    private void checkAddress(RoutingContext context) {
        String address = context.request().uri();
        if (address.length() > MAX_ADDRESS_LENGTH) problems.write(context, ProblemType.URI_TOO_LONG);
        else if (readable(address)) context.next();
        else problems.write(context, ProblemType.BAD_REQUEST);
    }

    private static boolean readable(String address) {
        try {
            new URI(address);
            // No code or word holds U+0000, and PostgreSQL fails on being asked for it.
            return address.chars().allMatch(character -> character > ' ' && character <= '~')
                    && !address.contains("%00");
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private void limitBody(RoutingContext context) {
        String length = context.request().getHeader("Content-Length");
        long most = FILES.equals(withoutSlash(ProblemWriter.decoded(context))) ? maxFile : maxBody;
        // A length of more digits than a long holds is too large as well.
        boolean tooLarge = length != null && (!length.matches("\\d{1,18}") || Long.parseLong(length) > most);
        if (!tooLarge) {
            context.next();
            return;
        }
        // The rest of the body is not read; the connection cannot be used again.
        context.response().putHeader("Connection", "close");
        problems.write(context, ProblemType.BODY_TOO_LARGE);
    }

    /** One address with a slash behind it and without reaches the same operation. */
    private static String withoutSlash(String path) {
        return path != null && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** A body that does not say how long it is: whoever reads it counts, and the server's empty answer is kept away. */
    private void raiseServerLimit(RoutingContext context) {
        context.put(QUARKUS_BODY_LIMIT, 2 * maxFile);
        context.next();
    }

    /**
     * Lets pages of configured origins read the answers (Fetch standard, "CORS protocol"). Any other origin gets the
     * same answer without these headers: the browser keeps it from the page, and a program that sends Origin is served.
     */
    private void addCorsHeaders(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        String origin = request.getHeader("Origin");
        if (!origins.isEmpty()) response.headers().add("Vary", "Origin");
        if (origin == null || !origins.contains(origin)) {
            context.next();
            return;
        }
        response.putHeader("Access-Control-Allow-Origin", origin);
        response.putHeader("Access-Control-Expose-Headers", CORS_RESPONSE_HEADERS);
        boolean preflight =
                request.method() == HttpMethod.OPTIONS && request.headers().contains("Access-Control-Request-Method");
        if (!preflight) {
            context.next();
            return;
        }
        response.putHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, PATCH, DELETE, OPTIONS")
                .putHeader("Access-Control-Allow-Headers", CORS_REQUEST_HEADERS)
                .putHeader("Access-Control-Max-Age", "3600")
                .setStatusCode(204)
                .end();
    }

    /** Last of all: what is refused for other reasons takes nobody's place. Every path, since one has many spellings. */
    private void admit(RoutingContext context) {
        admissionControl.enter(context, problem -> problems.write(context, problem));
    }
}
