package org.servanda.reports;

import java.util.function.Consumer;

import org.servanda.formats.PdfDocument;
import org.servanda.ledger.ReadPoint;
import org.servanda.text.Bilingual;

/**
 * A report that can be written: rows of one type, at a read point.
 *
 * @param name the last part of the path of its address
 * @param rows the record type of the rows; its components are the fields of every format
 * @param filter the filter of commitments as a query string; empty for all
 * @param query the other parameters of its address, such as {@code seed=7&size=25}; may be empty
 * @param walk reads the rows: always the same rows in the same order
 * @param layout makes the printed report
 * @param audience the same word for all callers that see the same rows; empty if every caller does
 */
public record Report<R extends Record>(
        String name,
        Bilingual title,
        Class<R> rows,
        ReadPoint at,
        String filter,
        String query,
        Walk<R> walk,
        Layout<R> layout,
        String audience) {

    /** The path below which all reports are. */
    public static final String ADDRESS = "/api/v1/reports";

    /** A report that shows every caller the same rows. */
    public Report(
            String name,
            Bilingual title,
            Class<R> rows,
            ReadPoint at,
            String filter,
            String query,
            Walk<R> walk,
            Layout<R> layout) {
        this(name, title, rows, at, filter, query, walk, layout, "");
    }

    /** Reads the rows in one transaction, so that all of them come from one snapshot of the database. */
    public interface Walk<R> {

        /** @param at the read point of the report, as the reading transaction sees it */
        void each(ReadPoint at, Consumer<R> taker);
    }

    /** Makes the sheet on which the rows are printed. */
    public interface Layout<R> {

        Sheet<R> blank(PdfDocument document);
    }

    /** Collects the rows of a printed report; keeps no more rows than are printed. */
    public interface Sheet<R> extends Consumer<R> {

        /** Writes the collected rows to the document. */
        void print();
    }
}
