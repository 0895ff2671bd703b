package org.servanda.reports.delivery;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

import org.servanda.text.Sha256;

/** Counts and digests the bytes that pass. */
public final class MeasuringOutputStream extends FilterOutputStream {

    private final MessageDigest sha256 = Sha256.sha256();
    /** Looked at by others while it is written. */
    private volatile long bytes;

    public MeasuringOutputStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        out.write(buffer, offset, length);
        sha256.update(buffer, offset, length);
        // By one thread only.
        bytes = bytes + length;
    }

    long bytes() {
        return bytes;
    }

    /** Of all bytes so far; to be asked once, at the end. */
    public byte[] digest() {
        return sha256.digest();
    }
}
