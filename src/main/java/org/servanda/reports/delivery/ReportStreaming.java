package org.servanda.reports.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.StringJoiner;

import io.quarkus.narayana.jta.QuarkusTransaction;
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

import org.servanda.formats.Columns;
import org.servanda.formats.DataPackage;
import org.servanda.formats.Format;
import org.servanda.formats.PdfDocument;
import org.servanda.formats.ReportHeading;
import org.servanda.formats.TableWriter;
import org.servanda.formats.Tables;
import org.servanda.ledger.ReadPoint;
import org.servanda.ledger.ReadPoints;
import org.servanda.reports.Report;
import org.servanda.reports.ReportConfig;
import org.servanda.text.Language;
import org.servanda.text.Sha256;
import org.servanda.web.AdmissionControl;
import org.servanda.web.Bulkhead;
import org.servanda.web.BulkheadClient;
import org.servanda.web.ClientConnection;

/**
 * Sends reports: row by row, from one snapshot of the store, while others write. How many rows there were and the digest of
 * all bytes follow as trailers. What breaks on the way breaks the connection, so that half a report never looks whole.
 */
@ApplicationScoped
public class ReportStreaming {

    /** What the contract says of a report that tells everyone the same. */
    public static final String PUBLIC =
            "The report. Its address pinned to these coordinates gives the same rows for ever.";

    /** What the contract says of a report that tells some more than others. */
    public static final String RESTRICTED =
            "The report. Its address pinned to these coordinates gives whoever may see the same the same rows for ever.";

    static final String ROWS = "Servanda-Rows";

    /** RFC 9530: the digest of the whole answer, allowed as a trailer. */
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

    /** Nobody gets more than half, and one is always left for those who show a key. */
    private static Bulkhead.Limits bounds(ReportConfig config) {
        int all = config.atOnce();
        int half = Math.max(1, all / 2);
        return new Bulkhead.Limits(
                all, half, all, Math.max(1, all - 1), config.waiting(), Math.max(1, config.waiting() / 2));
    }

    /** The answer that sends a report. */
    public <R extends Record> Response answer(Report<R> report, OutputOptions options) {
        ReportHeading heading = heading(report, options);
        return answer(report, options, heading, (head, out) -> QuarkusTransaction.requiringNew()
                .timeout((int) config.patience().toSeconds())
                .call(() -> write(report, options, head, out)));
    }

    /** The answer that sends what else can be made of a report, such as a bundle. */
    public Response answer(Report<?> report, OutputOptions options, ReportWriter writer) {
        return answer(report, options, heading(report, options), writer);
    }

    private Response answer(Report<?> report, OutputOptions options, ReportHeading heading, ReportWriter writer) {
        Response.ResponseBuilder answer = Response.ok(stream(heading, writer))
                .type(type(options.format()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file(report, options) + "\"");
        if (options.format().repeatable()) answer.tag(tag(heading.address(), report.audience()));
        return answer.build();
    }

    /** The same address gives the same caller the same bytes as long as the program that writes them is the same. */
    private String tag(String address, String audience) {
        return Sha256.sha256(version + " " + address + " " + audience).substring(0, 32);
    }

    private static MediaType type(ReportFormat format) {
        MediaType type = MediaType.valueOf(format.mediaType());
        return type.getType().equals("text") ? type.withCharset("utf-8") : type;
    }

    private static ReportHeading heading(Report<?> report, OutputOptions options) {
        ReadPoint at = report.at();
        StringJoiner query = new StringJoiner("&");
        if (!report.query().isEmpty()) query.add(report.query());
        if (!report.filter().isEmpty()) query.add(report.filter());
        query.add("asOf=" + at.asOf()).add("knownAt=" + at.revision()).add(options.query());
        Language lang = options.lang();
        return new ReportHeading(
                report.name(),
                report.title().in(lang),
                lang,
                at.asOf(),
                at.knownAt(),
                at.revision(),
                report.filter(),
                Report.ADDRESS + "/" + report.name() + "?" + query);
    }

    private static String file(Report<?> report, OutputOptions options) {
        if (options.format() == ReportFormat.datapackage) return "datapackage.json";
        return stem(report) + "." + (options.format() == ReportFormat.bundle ? "zip" : options.format());
    }

    /** A name that tells the coordinates, since a file is read long after its address is forgotten. */
    private static String stem(Report<?> report) {
        return "servanda-" + report.name().replace('/', '-') + "-" + report.at().asOf() + "-r"
                + report.at().revision();
    }

    private StreamingOutput stream(ReportHeading heading, ReportWriter writer) {
        // How long it takes is up to its reader from here on, so it is no longer among the others.
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
                // Whoever went away is told nothing any more.
                if (response.closed() || watch.readerIsGone()) return;
                if (!response.headWritten()) throw e;
                // Else the client would see a short answer that ends as it should; what comes after this would end it.
                new ClientConnection(request).cutAndWait();
                throw new IllegalStateException(
                        heading.address() + " broke off after " + measured.bytes() + " bytes", e);
            } finally {
                watch.close();
                permit.close();
            }
        };
    }

    /** Only what is sent in chunks can have trailers (RFC 9112, 7.1.2): clients and proxies fail on others that name some. */
    private static void announceTrailers(HttpServerResponse response) {
        if (response.isChunked()) response.headers().set("Trailer", ROWS + ", " + DIGEST);
    }

    /** Behind the last byte; of a report so short that nothing was sent yet, in front, where everyone sees it. */
    private static void finish(HttpServerResponse response, long rows, byte[] sha256) {
        String digest = "sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":";
        if (response.headWritten()) response.putTrailer(ROWS, "" + rows).putTrailer(DIGEST, digest);
        else response.putHeader(ROWS, "" + rows).putHeader(DIGEST, digest);
    }

    private <R extends Record> long write(
            Report<R> report, OutputOptions options, ReportHeading heading, OutputStream out) {
        // The snapshot of this transaction begins here.
        ReadPoint at =
                readPoints.atCursor(report.at(), report.at().asOf(), report.at().revision());
        try {
            return switch (options.format()) {
                case pdf -> print(report, heading, at, out);
                case datapackage -> describe(report, options, at, out);
                default -> table(report, options, heading, at, out);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <R extends Record> long table(
            Report<R> report, OutputOptions options, ReportHeading heading, ReadPoint at, OutputStream out)
            throws IOException {
        Format format = options.format().file().orElseThrow();
        TableWriter<R> table = Tables.writer(format, heading, report.rows(), options.bom(), out);
        long[] rows = {0};
        report.walk().each(at, row -> {
            try {
                table.row(row);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            rows[0]++;
        });
        table.close();
        return rows[0];
    }

    private static <R extends Record> long print(
            Report<R> report, ReportHeading heading, ReadPoint at, OutputStream out) throws IOException {
        PdfDocument document = PdfDocument.of(heading);
        Report.Sheet<R> sheet = report.layout().blank(document);
        long[] rows = {0};
        report.walk().each(at, row -> {
            sheet.accept(row);
            rows[0]++;
        });
        sheet.print();
        document.write(out);
        return rows[0];
    }

    /** The digest of a csv is known only when it was written: it is, and thrown away. */
    private static <R extends Record> long describe(
            Report<R> report, OutputOptions options, ReadPoint at, OutputStream out) throws IOException {
        OutputOptions csv = new OutputOptions(ReportFormat.csv, options.lang(), options.bom());
        ReportHeading ofCsv = heading(report, csv);
        MeasuringOutputStream measured = new MeasuringOutputStream(OutputStream.nullOutputStream());
        long rows = table(report, csv, ofCsv, at, measured);
        out.write(DataPackage.of(
                        ofCsv,
                        Columns.of(report.rows()),
                        new DataPackage.Csv(
                                stem(report) + ".csv",
                                measured.bytes(),
                                HexFormat.of().formatHex(measured.digest()),
                                rows))
                .getBytes(StandardCharsets.UTF_8));
        return rows;
    }
}
