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
 * A zip that has one form only: packed members in the order given, without times, and as its comment the digest of all bytes
 * before the directory, so that whoever reads it can ask each byte to be what it was.
 */
final class DeterministicZip {

    /** The first day of a zip but one: Java takes that first day for "unknown" and writes the time a second time. */
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

    /** Without this it is no zip, so what breaks off never looks whole. */
    void end() throws IOException {
        zip.setComment(
                "sha256 " + HexFormat.of().formatHex(digested.getMessageDigest().digest()));
        zip.finish();
        zip.flush();
    }
}
