package org.servanda.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import org.servanda.text.JsonText;

/** One JSON object: the heading, the records as {@code items}, one a line, and how many they are as {@code rows}. */
final class JsonTable<R extends Record> implements TableWriter<R> {

    private final OutputStream out;
    private long rows;

    JsonTable(ReportHeading heading, OutputStream out) throws IOException {
        this.out = out;
        String head = JsonText.write(heading);
        write(head.substring(0, head.length() - 1) + ",\"items\":[");
    }

    @Override
    public void row(R row) throws IOException {
        // Serialised before anything is written, so that a row that fails leaves no half line.
        String line = NdjsonTable.line(row);
        write((rows++ == 0 ? "\n" : ",\n") + line);
    }

    @Override
    public void close() throws IOException {
        write("\n],\"rows\":" + rows + "}\n");
        out.flush();
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
