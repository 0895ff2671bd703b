package org.servanda.reports.bundles;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

import org.servanda.reports.delivery.MeasuringOutputStream;

/**
 * A member of a bundle that is being made. The manifest contains its digest and stands before it, so the member is kept in a
 * temporary file until it is complete; closing removes the file.
 */
final class BundleMember implements Closeable {

    private final Path file;
    private final MeasuringOutputStream out;
    private String sha256;

    BundleMember() throws IOException {
        file = Files.createTempFile("servanda-bundle-", ".part");
        out = new MeasuringOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    }

    static BundleMember of(String text) throws IOException {
        BundleMember bundleMember = new BundleMember();
        bundleMember.write(text);
        return bundleMember;
    }

    OutputStream out() {
        return out;
    }

    void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a line. */
    void line(String text) throws IOException {
        write(text + "\n");
    }

    /** Adds the content of another member. */
    void append(BundleMember member) throws IOException {
        try (InputStream content = member.content()) {
            content.transferTo(out);
        }
    }

    /** The digest of the content; nothing can be written afterwards. */
    String sha256() throws IOException {
        if (sha256 == null) {
            out.flush();
            sha256 = HexFormat.of().formatHex(out.digest());
        }
        return sha256;
    }

    InputStream content() throws IOException {
        out.flush();
        return Files.newInputStream(file);
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }
}
