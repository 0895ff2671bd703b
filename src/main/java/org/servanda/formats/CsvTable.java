package org.servanda.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import org.servanda.formats.Column.Type;

/** RFC 4180 in UTF-8: a line of names, then one record a line; texts and lists guarded as {@link CsvText} says. */
final class CsvTable<R extends Record> implements TableWriter<R> {

    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Columns columns;
    private final CsvWriter csv;

    CsvTable(Columns columns, boolean bom, OutputStream out) throws IOException {
        this.columns = columns;
        if (bom) out.write(BOM);
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
        write(columns.all().stream().map(Column::name).toList());
    }

    @Override
    public void row(R row) throws IOException {
        List<Object> cells = columns.cells(row);
        List<String> texts = new ArrayList<>(cells.size());
        for (int c = 0; c < cells.size(); c++)
            texts.add(text(columns.all().get(c).type(), cells.get(c)));
        write(texts);
    }

    @Override
    public void close() throws IOException {
        csv.flush();
    }

    /** Writes a line. The library wraps the exceptions of the stream, which are unwrapped here. */
    private void write(List<String> line) throws IOException {
        try {
            csv.writeRecord(line);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String text(Type type, Object value) {
        if (value == null) return "";
        return switch (type) {
            case text -> CsvText.guard((String) value);
            case list -> CsvText.cell(words(value));
            case integer, date, time, bool -> value.toString();
        };
    }

    @SuppressWarnings("unchecked")
    private static List<String> words(Object list) {
        return (List<String>) list;
    }
}
