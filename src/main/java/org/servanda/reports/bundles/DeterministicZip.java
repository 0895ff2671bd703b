package org.servanda.reports.bundles;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.servanda.text.Sha256;

/**
 * A zip that has the same bytes for the same members: in their order, compressed, without times. Its comment is the digest of
 * all bytes before the directory, so that a reader can check every byte.
 */
final class DeterministicZip {

    /** The second day that a zip can have: Java takes the first one for "unknown" and writes the time a second time. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final DigestOutputStream digested;
    private final ZipOutputStream zip;

    DeterministicZip(OutputStream out) {
        digested = new DigestOutputStream(out, Sha256.sha256());
        zip = new ZipOutputStream(digested);
    }

    void member(String name, InputStream content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        content.transferTo(zip);
        zip.closeEntry();
    }

    /** Writes the directory. Without it the file is not a zip, so that a bundle that broke off never looks complete. */
    void end() throws IOException {
        zip.setComment(
                "sha256 " + HexFormat.of().formatHex(digested.getMessageDigest().digest()));
        zip.finish();
        zip.flush();
    }
}
