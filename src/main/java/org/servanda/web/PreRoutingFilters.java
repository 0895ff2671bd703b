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
 * Filters that run before routing: they refuse bodies that are too large and unreadable addresses, add CORS headers,
 * and replace every refusal of the HTTP server itself that would have an empty body or an HTML page. Quarkus' own CORS
 * filter is not used: it refuses other origins with 403, while a request with another origin is served here.
 */
@ApplicationScoped
class PreRoutingFilters {

    /** The key under which Quarkus keeps the limit of a body. */
    private static final String QUARKUS_BODY_LIMIT = "io.quarkus.max-request-size";

    private static final Logger LOG = Logger.getLogger(PreRoutingFilters.class);

    /** The path for uploads. */
    private static final String FILES = "/api/v1/files";

    /**
     * In characters: enough for every filter with fifty values. The server's own limit is wider, and its response is
     * empty.
     */
    private static final int MAX_ADDRESS_LENGTH = 8_192;

    /**
     * Request headers that a page of another origin may send. Credentials mode (cookies) is never allowed: a key is
     * sent with each request, not kept by the browser.
     */
    private static final String CORS_REQUEST_HEADERS =
            "Accept, Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key";

    /** Response headers that such a page may read. */
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
        // The server refuses a request without a host before any filter runs.
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

    /**
     * Refuses an address with an unencoded Chinese character or a broken escape: the HTTP server passes such addresses
     * on.
     */
    private void checkAddress(RoutingContext context) {
        String address = context.request().uri();
        if (address.length() > MAX_ADDRESS_LENGTH) problems.write(context, ProblemType.URI_TOO_LONG);
        else if (readable(address)) context.next();
        else problems.write(context, ProblemType.BAD_REQUEST);
    }

    private static boolean readable(String address) {
        try {
            new URI(address);
            // No code or word contains U+0000, and PostgreSQL fails on a query with it.
            return address.chars().allMatch(character -> character > ' ' && character <= '~')
                    && !address.contains("%00");
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private void limitBody(RoutingContext context) {
        String length = context.request().getHeader("Content-Length");
        long most = FILES.equals(withoutSlash(ProblemWriter.decoded(context))) ? maxFile : maxBody;
        // A length with more digits than a long has is too large as well.
        boolean tooLarge = length != null && (!length.matches("\\d{1,18}") || Long.parseLong(length) > most);
        if (!tooLarge) {
            context.next();
            return;
        }
        // The rest of the body is not read, so the connection cannot be used again.
        context.response().putHeader("Connection", "close");
        problems.write(context, ProblemType.BODY_TOO_LARGE);
    }

    /** Removes a trailing slash: the path with and without it reaches the same operation. */
    private static String withoutSlash(String path) {
        return path != null && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /**
     * Raises the server's own limit for a body without Content-Length: the class that reads the body counts it, and the
     * server would answer without a body.
     */
    private void raiseServerLimit(RoutingContext context) {
        context.put(QUARKUS_BODY_LIMIT, 2 * maxFile);
        context.next();
    }

    /**
     * Allows pages of the configured origins to read responses (Fetch standard, "CORS protocol"). A request of any
     * other origin gets the same response without these headers: the browser hides the response from the page, and a
     * program that sends Origin is served.
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

    /**
     * Admits the request. This filter is the last one, so that requests which are refused for other reasons take no
     * permit. It runs for every path, since one path has many spellings.
     */
    private void admit(RoutingContext context) {
        admissionControl.enter(context, problem -> problems.write(context, problem));
    }
}
