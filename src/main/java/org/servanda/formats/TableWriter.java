package org.servanda.formats;

import java.io.Closeable;
import java.io.IOException;

/**
 * Writes the rows of a table one by one. Closing means that all rows were written, and ends the document; the stream below stays
 * open. Code that breaks off must not close: try-with-resources would make half a report look complete. After a row failed,
 * closing does nothing.
 */
public interface TableWriter<R extends Record> extends Closeable {

    void row(R row) throws IOException;
}
