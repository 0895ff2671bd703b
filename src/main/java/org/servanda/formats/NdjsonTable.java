package org.servanda.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import org.servanda.text.JsonText;

/** One JSON record a line, ended by a line feed, and nothing else. Nothing tells its end: count the lines. */
final class NdjsonTable<R extends Record> implements TableWriter<R> {

    private final OutputStream out;

    NdjsonTable(OutputStream out) {
        this.out = out;
    }

    @Override
    public void row(R row) throws IOException {
        out.write((JsonText.write(row) + '\n').getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
