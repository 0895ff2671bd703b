package org.servanda.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The bytes of a member, unpacked, checked and digested while they are read. */
final class MemberStream extends InputStream {

    private final FileChannel file;
    private final ZipDirectory.Member member;
    private final Inflater inflater = new Inflater(true);
    private final ByteBuffer input = ByteBuffer.allocate(1 << 14);
    private final CRC32 crc = new CRC32();
    private final MessageDigest sha256 = Sha256.start();

    /** How many packed bytes were read. */
    private long packedCount;

    /** How many unpacked bytes came out. */
    private long unpackedCount;

    MemberStream(FileChannel file, ZipDirectory.Member member) {
        this.file = file;
        this.member = member;
    }

    String name() {
        return member.name();
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) return 0;
        try {
            int read = 0;
            while (read == 0 && !inflater.finished()) {
                if (inflater.needsInput()) feed();
                read = inflater.inflate(buffer, offset, length);
                if (read == 0 && inflater.needsDictionary())
                    throw new RefusedException(name(), "is packed with a dictionary");
            }
            if (read == 0) return -1;
            unpackedCount += read;
            if (unpackedCount > member.size())
                throw new RefusedException(name(), "is longer than the " + member.size() + " bytes it says");
            crc.update(buffer, offset, read);
            sha256.update(buffer, offset, read);
            return read;
        } catch (DataFormatException e) {
            throw new RefusedException(place(unpackedCount), "cannot be unpacked: " + e.getMessage());
        }
    }

    private void feed() throws IOException {
        if (packedCount == member.packed()) throw new RefusedException(place(unpackedCount), "ends too early");
        input.clear().limit((int) Math.min(input.capacity(), member.packed() - packedCount));
        int read = file.read(input, member.start() + packedCount);
        if (read <= 0) throw new RefusedException(place(unpackedCount), "ends too early");
        packedCount += read;
        inflater.setInput(input.array(), 0, read);
    }

    private String place(long position) {
        return name() + " byte " + position;
    }

    /** Requires that everything was read and that size and checksum are those in the directory. */
    void requireEnd() throws IOException {
        if (read() >= 0) throw new RefusedException(place(unpackedCount - 1), "is behind the end");
        boolean whole = unpackedCount == member.size() && (int) crc.getValue() == member.crc();
        if (!whole || packedCount != member.packed() || inflater.getRemaining() > 0)
            throw new RefusedException(name(), "is not what was packed: size or checksum differ");
    }

    /** Requires the end, and the digest that the manifest says. */
    void requireDigest(Manifest manifest) throws IOException {
        requireEnd();
        String digest = Sha256.hex(sha256.digest());
        if (!digest.equals(manifest.files().get(name())))
            throw new RefusedException(
                    name(),
                    "has the SHA-256 " + digest + ", manifest.json says "
                            + manifest.files().get(name()));
    }

    @Override
    public void close() {
        inflater.end();
    }
}
