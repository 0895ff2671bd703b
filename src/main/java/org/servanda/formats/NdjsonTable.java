package org.servanda.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import org.servanda.text.JsonText;

/** One JSON record a line, ended by a line feed, and nothing else. The format has no end mark, so a reader counts the lines. */
final class NdjsonTable<R extends Record> implements TableWriter<R> {

    private final OutputStream out;

    NdjsonTable(OutputStream out) {
        this.out = out;
    }

    @Override
    public void row(R row) throws IOException {
        out.write((line(row) + '\n').getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A record as JSON in one line. Many readers also end a line at U+0085, U+2028 and U+2029, which JSON need not escape; these
     * characters occur only inside of texts, and are escaped.
     */
    static String line(Record row) {
        return JsonText.write(row)
                .replace("\u0085", "\\u0085")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
