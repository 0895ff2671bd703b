package org.servanda.reports.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;

import io.quarkus.narayana.jta.QuarkusTransaction;

import org.servanda.formats.Columns;
import org.servanda.formats.DataPackage;
import org.servanda.formats.PdfDocument;
import org.servanda.formats.ReportHeading;
import org.servanda.formats.TableWriter;
import org.servanda.formats.Tables;
import org.servanda.ledger.ReadPoint;
import org.servanda.ledger.ReadPoints;
import org.servanda.reports.Report;

/**
 * Writes a report in the format that was asked for: a table, a printed document, or the description of a csv. All rows come
 * from one snapshot of the database.
 *
 * @param patience how long the transaction that reads the rows may take
 */
record FormattedReport<R extends Record>(
        Report<R> report, OutputOptions options, ReadPoints readPoints, Duration patience) implements ReportWriter {

    @Override
    public long write(ReportHeading heading, OutputStream out) {
        return QuarkusTransaction.requiringNew()
                .timeout((int) patience.toSeconds())
                .call(() -> writeSnapshot(heading, out));
    }

    private long writeSnapshot(ReportHeading heading, OutputStream out) {
        // The snapshot of this transaction begins here.
        ReadPoint at =
                readPoints.atCursor(report.at(), report.at().asOf(), report.at().revision());
        try {
            return switch (options.format()) {
                case pdf -> print(heading, at, out);
                case datapackage -> describe(at, out);
                default -> table(options, heading, at, out);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long table(OutputOptions format, ReportHeading heading, ReadPoint at, OutputStream out) throws IOException {
        TableWriter<R> table =
                Tables.writer(format.format().file().orElseThrow(), heading, report.rows(), format.bom(), out);
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

    private long print(ReportHeading heading, ReadPoint at, OutputStream out) throws IOException {
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

    /** Describes the csv. Its digest is known only after it was written, so it is written and thrown away. */
    private long describe(ReadPoint at, OutputStream out) throws IOException {
        OutputOptions asCsv = new OutputOptions(ReportFormat.csv, options.lang(), options.bom());
        ReportFile csv = new ReportFile(report, asCsv);
        MeasuringOutputStream measured = new MeasuringOutputStream(OutputStream.nullOutputStream());
        long rows = table(asCsv, csv.heading(), at, measured);
        String digest = HexFormat.of().formatHex(measured.digest());
        String description = DataPackage.of(
                csv.heading(),
                Columns.of(report.rows()),
                new DataPackage.Csv(csv.name(), measured.bytes(), digest, rows));
        out.write(description.getBytes(StandardCharsets.UTF_8));
        return rows;
    }
}
