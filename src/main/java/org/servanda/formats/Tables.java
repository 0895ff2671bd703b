package org.servanda.formats;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Opens table writers for the formats that are written row by row. */
public final class Tables {

    private Tables() {}

    /** @param bom whether a csv begins with a byte order mark, by which old spreadsheets know UTF-8 */
    public static <R extends Record> TableWriter<R> writer(
            Format format, ReportHeading heading, Class<R> type, boolean bom, OutputStream out) throws IOException {
        OutputStream buffered = new BufferedOutputStream(out, 1 << 16);
        return new FailFastTableWriter<>(
                switch (format) {
                    case json -> new JsonTable<>(heading, buffered);
                    case ndjson -> new NdjsonTable<>(buffered);
                    case csv -> new CsvTable<>(Columns.of(type), bom, buffered);
                    case xlsx -> new XlsxTable<>(heading, Columns.of(type), buffered);
                    case pdf -> throw new IllegalArgumentException("a pdf is a PdfDocument, not a table of rows");
                });
    }
}
