package org.servanda.reports.delivery;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

import org.servanda.text.Sha256;

/** An output stream that counts the bytes that pass and computes their SHA-256. */
public final class MeasuringOutputStream extends FilterOutputStream {

    private final MessageDigest sha256 = Sha256.sha256();
    /** Read by the timer of {@link IdleReaderTimeout} while a report is written. */
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
        // Not atomic, since one thread alone writes.
        bytes = bytes + length;
    }

    long bytes() {
        return bytes;
    }

    /** The SHA-256 of all bytes so far. Call it once, at the end: it resets the digest. */
    public byte[] digest() {
        return sha256.digest();
    }
}
