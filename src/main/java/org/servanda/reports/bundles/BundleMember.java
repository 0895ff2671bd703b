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
 * A member of a bundle in the making. Its digest stands in the manifest, which comes before it, so it lies in a file until all
 * of it is known; closing removes the file.
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

    /** One more line. */
    void line(String text) throws IOException {
        write(text + "\n");
    }

    /** Takes over all that another one holds. */
    void append(BundleMember other) throws IOException {
        try (InputStream content = other.content()) {
            content.transferTo(out);
        }
    }

    /** Of all of it; nothing is written any more. */
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
