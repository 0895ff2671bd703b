package org.servanda.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.HexFormat;

import org.dhatim.fastexcel.Workbook;

import org.servanda.text.Sha256;

/**
 * A workbook: sheets with the rows, a sheet about the report, and a sheet about the fields. It is written row by row, so memory
 * does not grow. Until it is closed it has no zip directory, without which no program opens it.
 */
final class XlsxTable<R extends Record> implements TableWriter<R> {

    /** The most rows of a sheet in Excel, without the header. */
    static final int ROWS_OF_A_SHEET = 1_048_575;

    private final ReportHeading heading;
    private final Columns columns;
    private final OutputStream out;
    private final Workbook book;
    private final int rowsOfASheet;
    private final DigestOutputStream digest = new DigestOutputStream(OutputStream.nullOutputStream(), Sha256.sha256());
    private final NdjsonTable<R> digested = new NdjsonTable<>(digest);
    private RowsSheet sheet;
    private int sheets;
    private long rows;

    XlsxTable(ReportHeading heading, Columns columns, OutputStream out) {
        this(heading, columns, out, ROWS_OF_A_SHEET);
    }

    XlsxTable(ReportHeading heading, Columns columns, OutputStream out, int rowsOfASheet) {
        this.heading = heading;
        this.columns = columns;
        this.out = out;
        this.rowsOfASheet = rowsOfASheet;
        book = new Workbook(out, "Servanda", null);
        book.properties().setTitle(XmlSafeText.of(heading.title()));
        sheet = nextSheet();
    }

    @Override
    public void row(R row) throws IOException {
        if (sheet.rows() == rowsOfASheet) {
            sheet.close();
            sheet = nextSheet();
        }
        digested.row(row);
        sheet.row(columns.cells(row));
        rows++;
    }

    @Override
    public void close() throws IOException {
        sheet.close();
        String sha256 = HexFormat.of().formatHex(digest.getMessageDigest().digest());
        MetadataSheets.write(book, heading, columns, rows, sha256);
        book.finish();
        out.flush();
    }

    private RowsSheet nextSheet() {
        sheets++;
        return new RowsSheet(book.newWorksheet(sheets == 1 ? "rows" : "rows " + sheets), columns.all(), heading.lang());
    }
}
