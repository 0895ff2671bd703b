package org.servanda.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** A whole document in memory, for tests that read it back. */
final class RenderedFile {

    private RenderedFile() {}

    static byte[] as(Format format, ReportHeading heading, boolean bom, List<EveryTypeRow> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var table = Tables.writer(format, heading, EveryTypeRow.class, bom, out)) {
            for (EveryTypeRow row : rows) table.row(row);
        }
        return out.toByteArray();
    }
}
