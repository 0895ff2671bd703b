package org.servanda.formats;

import java.io.Closeable;
import java.io.IOException;

/**
 * Writes rows one by one. Closing says that all rows came and ends the document; it leaves the stream below open. So
 * whoever breaks off does not close: try-with-resources would make half a report look whole. After a row that failed,
 * closing does nothing.
 */
public interface TableWriter<R extends Record> extends Closeable {

    void row(R row) throws IOException;
}
