package org.servanda.reports;

import java.util.function.Consumer;

import org.servanda.formats.PdfDocument;
import org.servanda.ledger.ReadPoint;
import org.servanda.text.Bilingual;

/**
 * A report that can be written: rows of one kind, at coordinates of the two times.
 *
 * @param name as in its address
 * @param rows what its rows are; its components are the fields of every format
 * @param filter which commitments it is about, as a query string; empty for all
 * @param query whatever else its address says, such as {@code seed=7&size=25}; may be empty
 * @param walk hands over its rows, always the same ones in the same order
 * @param layout what it looks like on paper
 * @param audience one word for all callers who are told the same; empty for what everyone may see
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

    /** Below which all reports are. */
    public static final String ADDRESS = "/api/v1/reports";

    /** One that tells everyone the same. */
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

    /** Reads the rows. Runs in one transaction, so that all of them are of one snapshot. */
    public interface Walk<R> {

        /** @param at the coordinates of the report, as the reading transaction sees them */
        void each(ReadPoint at, Consumer<R> taker);
    }

    /** Makes the printed report of the rows. */
    public interface Layout<R> {

        Sheet<R> blank(PdfDocument document);
    }

    /** A printed report in the making; keeps no more rows than fit on paper. */
    public interface Sheet<R> extends Consumer<R> {

        /** Puts on the document what was taken. */
        void print();
    }
}
