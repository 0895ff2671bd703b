package org.servanda.formats;

import java.io.IOException;

/**
 * A table writer that stops after a row failed: further rows are refused and closing does nothing, so that half a table never
 * looks complete. Closing a second time does nothing either.
 */
final class FailFastTableWriter<R extends Record> implements TableWriter<R> {

    private final TableWriter<R> table;
    private boolean over;

    FailFastTableWriter(TableWriter<R> table) {
        this.table = table;
    }

    @Override
    public void row(R row) throws IOException {
        if (over) throw new IllegalStateException("the table is closed, or an earlier row failed");
        over = true;
        table.row(row);
        over = false;
    }

    @Override
    public void close() throws IOException {
        if (over) return;
        over = true;
        table.close();
    }
}
