package org.servanda.formats;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

import org.servanda.text.Language;

/** A sheet of rows in a workbook, flushed every few hundred rows so that memory does not grow. */
final class RowsSheet implements Closeable {

    /** Rows between two flushes. The first ones decide the widths of the columns, which stand before the rows in the file. */
    private static final int STRETCH = 500;
    /** Widths in characters of a Latin font. */
    private static final int NARROWEST = 9;

    private static final int WIDEST = 60;
    /** A double keeps whole numbers up to here, and Excel shows no more digits. */
    private static final long LARGEST = 999_999_999_999_999L;
    /** The first day that Excel counts right: it knows a 29 February 1900, which did not exist. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final Worksheet sheet;
    private final List<Column> columns;
    private final Language lang;
    private final int[] widths;
    private int rows;
    private boolean begun;

    RowsSheet(Worksheet sheet, List<Column> columns, Language lang) {
        this.sheet = sheet;
        this.columns = columns;
        this.lang = lang;
        widths = new int[columns.size()];
        sheet.freezePane(0, 1);
        sheet.repeatRows(0);
        for (int c = 0; c < widths.length; c++) {
            sheet.value(0, c, columns.get(c).name());
            MetadataSheets.header(sheet.style(0, c)).set();
            // The arrow of the filter takes the place of three characters.
            widths[c] = width(columns.get(c).name()) + 3;
        }
    }

    int rows() {
        return rows;
    }

    void row(List<Object> cells) throws IOException {
        rows++;
        for (int c = 0; c < cells.size(); c++) if (cells.get(c) != null) cell(c, cells.get(c));
        if (rows % STRETCH == 0) flush();
    }

    @Override
    public void close() throws IOException {
        flush();
        sheet.setAutoFilter(0, 0, rows, columns.size() - 1);
        sheet.finish();
    }

    private void cell(int c, Object value) {
        switch (columns.get(c).type()) {
            case text -> text(c, (String) value);
            case list -> text(c, CsvText.join(words(value)));
            case integer -> integer(c, (Long) value);
            case date -> date(c, (LocalDate) value);
            case time -> time(c, (Instant) value);
            case bool -> {
                sheet.value(rows, c, (Boolean) value);
                style(c).set();
            }
        }
    }

    private void text(int c, String text) {
        String held = XlsxText.cell(text, lang);
        int width = begun && held.length() > WIDEST ? WIDEST : width(held);
        MetadataSheets.text(sheet, rows, c, held);
        if (width >= WIDEST || held.indexOf('\n') >= 0) style(c).wrapText(true).set();
        else style(c).set();
        widen(c, width);
    }

    private void integer(int c, long number) {
        if (Math.abs(number) > LARGEST || number == Long.MIN_VALUE) {
            text(c, Long.toString(number));
            return;
        }
        sheet.value(rows, c, number);
        style(c).set();
        widen(c, Long.toString(number).length());
    }

    private void date(int c, LocalDate day) {
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            text(c, day.toString());
            return;
        }
        sheet.value(rows, c, day);
        style(c).format("yyyy-mm-dd").set();
        widen(c, 12);
    }

    /** Writes a moment in UTC, since Excel has no time zones. Its numbers keep milliseconds. */
    private void time(int c, Instant moment) {
        LocalDate day = moment.atZone(ZoneOffset.UTC).toLocalDate();
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            text(c, moment.toString());
            return;
        }
        sheet.value(rows, c, moment);
        style(c).format("yyyy-mm-dd hh:mm:ss.000").set();
        widen(c, 25);
    }

    private StyleSetter style(int c) {
        return sheet.style(rows, c).verticalAlignment("top");
    }

    private void widen(int c, int width) {
        if (!begun) widths[c] = Math.max(widths[c], width);
    }

    private void flush() throws IOException {
        if (!begun) {
            for (int c = 0; c < widths.length; c++)
                sheet.width(c, Math.min(WIDEST, Math.max(NARROWEST, widths[c] + 1)));
            begun = true;
        }
        sheet.flush();
    }

    /** The width of a text; a Chinese character is as wide as two Latin ones. */
    private static int width(String text) {
        int width = 0;
        for (int i = 0; i < text.length() && width < WIDEST; i++) width += text.charAt(i) < 0x1100 ? 1 : 2;
        return width;
    }

    @SuppressWarnings("unchecked")
    private static List<String> words(Object list) {
        return (List<String>) list;
    }
}
