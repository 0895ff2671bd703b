package org.servanda.verify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;

/**
 * The bytes of a zip file, and the refusal that names one of them.
 *
 * @param name of the file
 */
record ZipBytes(String name, FileChannel file) {

    /** A buffer in the byte order of zip files. */
    static ByteBuffer littleEndian(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    long size() throws IOException {
        return file.size();
    }

    /** @param position of the byte that is not as it must be */
    RefusedException refused(long position, String why) {
        return new RefusedException(name + " byte " + position, why);
    }

    ByteBuffer read(long position, int length) throws IOException {
        ByteBuffer bytes = littleEndian(length);
        for (int read = 0; bytes.hasRemaining() && read >= 0; ) read = file.read(bytes, position + bytes.position());
        if (bytes.hasRemaining()) throw refused(file.size(), "ends too early");
        return bytes;
    }

    /** SHA-256 of the bytes before a position. */
    byte[] digest(long end) throws IOException {
        MessageDigest sha256 = Sha256.start();
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        for (long position = 0; position < end; ) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), end - position));
            int read = file.read(buffer, position);
            if (read < 0) throw refused(position, "ends too early");
            sha256.update(buffer.flip());
            position += read;
        }
        return sha256.digest();
    }

    /** @param what is named in the refusal when a byte is not the expected one */
    void require(ByteBuffer expected, ByteBuffer found, int offset, long position, String what) {
        for (int i = 0; i < expected.capacity(); i++)
            if (offset + i >= found.capacity() || found.get(offset + i) != expected.get(i))
                throw refused(position + i, "is not as " + what + " must be; members have a fixed order");
    }
}
