package org.servanda.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** A whole document in memory, for tests that read it back. */
final class Written {

    private Written() {}

    static byte[] as(Format format, Heading heading, boolean bom, List<Sample> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var table = Tables.writer(format, heading, Sample.class, bom, out)) {
            for (Sample row : rows) table.row(row);
        }
        return out.toByteArray();
    }
}
