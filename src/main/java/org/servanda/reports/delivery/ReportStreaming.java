package org.servanda.reports.delivery;

import java.util.Base64;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.servanda.formats.ReportHeading;
import org.servanda.ledger.ReadPoints;
import org.servanda.reports.Report;
import org.servanda.reports.ReportConfig;
import org.servanda.web.AdmissionControl;
import org.servanda.web.Bulkhead;
import org.servanda.web.BulkheadClient;
import org.servanda.web.ClientConnection;

/**
 * Sends reports over HTTP as a stream. The number of rows and the digest of all bytes follow as trailers. A failure on the way
 * breaks the connection, so that half a report never looks complete.
 */
@ApplicationScoped
public class ReportStreaming {

    /** The contract's description of a report that is the same for every caller. */
    public static final String PUBLIC =
            "The report. Its address pinned to these coordinates gives the same rows for ever.";

    /** The contract's description of a report that depends on what the caller may see. */
    public static final String RESTRICTED =
            "The report. Its address pinned to these coordinates gives whoever may see the same the same rows for ever.";

    static final String ROWS = "Servanda-Rows";

    /** The digest of the whole response (RFC 9530), which may be a trailer. */
    public static final String DIGEST = "Repr-Digest";

    private static final int RETRY_AFTER = 5;

    private final ReadPoints readPoints;
    private final RoutingContext routing;
    private final Vertx vertx;
    private final ReportConfig config;
    private final String version;
    private final Bulkhead bulkhead;

    ReportStreaming(
            ReadPoints readPoints,
            RoutingContext routing,
            Vertx vertx,
            ReportConfig config,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.readPoints = readPoints;
        this.routing = routing;
        this.vertx = vertx;
        this.config = config;
        this.version = version;
        this.bulkhead = new Bulkhead("reports", bounds(config), RETRY_AFTER);
    }

    /** One client gets at most half of the places, and one place is always left for clients that show a key. */
    private static Bulkhead.Limits bounds(ReportConfig config) {
        int all = config.atOnce();
        int half = Math.max(1, all / 2);
        return new Bulkhead.Limits(
                all, half, all, Math.max(1, all - 1), config.waiting(), Math.max(1, config.waiting() / 2));
    }

    /** The response that sends a report in the format that was asked for. */
    public <R extends Record> Response answer(Report<R> report, OutputOptions options) {
        return answer(report, options, new FormattedReport<>(report, options, readPoints, config.patience()));
    }

    /** The response that sends what a writer makes of a report, such as a bundle. */
    public Response answer(Report<?> report, OutputOptions options, ReportWriter writer) {
        ReportFile file = new ReportFile(report, options);
        Response.ResponseBuilder answer = Response.ok(stream(file.heading(), writer))
                .type(type(options.format()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"");
        if (options.format().repeatable()) answer.tag(file.tag(version));
        return answer.build();
    }

    private static MediaType type(ReportFormat format) {
        MediaType type = MediaType.valueOf(format.mediaType());
        return type.getType().equals("text") ? type.withCharset("utf-8") : type;
    }

    private StreamingOutput stream(ReportHeading heading, ReportWriter writer) {
        // From here on the reader decides how long it takes, so the request gives its place among all requests back.
        AdmissionControl.release(routing);
        HttpServerRequest request = routing.request();
        HttpServerResponse response = routing.response();
        routing.addHeadersEndHandler(ready -> announceTrailers(response));
        return out -> {
            MeasuringOutputStream measured = new MeasuringOutputStream(out);
            Bulkhead.Permit permit = bulkhead.acquire(BulkheadClient.of(request), config.turnPatience());
            IdleReaderTimeout watch = new IdleReaderTimeout(
                    vertx, request, measured, config.readerPatience().toMillis());
            try {
                long rows = writer.write(heading, measured);
                finish(response, rows, measured.digest());
            } catch (RuntimeException | Error e) {
                // The client closed the connection, so nobody can be told.
                if (response.closed() || watch.readerIsGone()) return;
                if (!response.headWritten()) throw e;
                // Without this, the client would see a response that is too short and ends without an error.
                new ClientConnection(request).cutAndWait();
                throw new IllegalStateException(
                        heading.address() + " broke off after " + measured.bytes() + " bytes", e);
            } finally {
                watch.close();
                permit.close();
            }
        };
    }

    /** Names the trailers. Only a chunked response can have some (RFC 9112, 7.1.2); clients and proxies fail on another. */
    private static void announceTrailers(HttpServerResponse response) {
        if (response.isChunked()) response.headers().set("Trailer", ROWS + ", " + DIGEST);
    }

    /** Sends rows and digest as trailers, or as headers if the report is so short that its head was not sent yet. */
    private static void finish(HttpServerResponse response, long rows, byte[] sha256) {
        String digest = "sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":";
        if (response.headWritten()) response.putTrailer(ROWS, "" + rows).putTrailer(DIGEST, digest);
        else response.putHeader(ROWS, "" + rows).putHeader(DIGEST, digest);
    }
}
