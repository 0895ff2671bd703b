package org.servanda.verify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The central directory of a bundle. It is refused unless the zip has the members of a bundle in their order, one directly
 * behind the other, deflated, without times, and as comment the digest of all bytes before the directory.
 */
final class ZipDirectory {

    private static final List<String> NAMES = List.of(
            "README.txt",
            "Verify.java",
            "manifest.json",
            "manifest.note",
            "checkpoint",
            "key.pub",
            "report.csv",
            "report.json",
            "entries.ndjson",
            "proofs.ndjson");

    /** The member that comes last in those bundles that have it. */
    private static final String OPTIONAL_NAME = ConsistencyProof.FILE;

    private static final int LOCAL_HEADER_SIGNATURE = 0x04034b50;
    private static final int CENTRAL_HEADER_SIGNATURE = 0x02014b50;
    private static final int DESCRIPTOR_SIGNATURE = 0x08074b50;
    private static final int END_SIGNATURE = 0x06054b50;

    // Lengths in bytes, without names and comment.
    private static final int LOCAL_HEADER = 30;
    private static final int CENTRAL_HEADER = 46;
    private static final int DESCRIPTOR = 16;
    private static final int END = 22;

    private static final String COMMENT = "sha256 ";
    private static final int COMMENT_LENGTH = COMMENT.length() + 64;

    private static final short VERSION = 20;
    private static final short DEFLATED = 8;

    /** The flag that sizes and checksum stand behind the data. */
    private static final int HAS_DESCRIPTOR = 8;

    /** The flag that the name is in UTF-8. */
    private static final int UTF_8 = 0x0800;

    /** 1 February 1980, which stands for no time. */
    private static final short NO_DAY = 0x0041;

    private final ZipBytes bytes;

    /**
     * A file in the zip.
     *
     * @param start position of the first packed byte
     * @param packed size in bytes as it stands in the zip
     * @param size in bytes when unpacked
     */
    record Member(String name, long start, long packed, long size, int crc) {}

    ZipDirectory(ZipBytes bytes) {
        this.bytes = bytes;
    }

    /** Whether the first bytes are those before a member, as far as there are any. */
    static boolean begins(FileChannel file) throws IOException {
        ByteBuffer first = ZipBytes.littleEndian(4);
        int read = file.read(first, 0);
        return ZipBytes.littleEndian(4)
                .putInt(LOCAL_HEADER_SIGNATURE)
                .flip()
                .limit(read)
                .equals(first.flip());
    }

    /** Whether the end of a directory stands where it does in a bundle. */
    static boolean ends(FileChannel file) throws IOException {
        ByteBuffer last = ZipBytes.littleEndian(4);
        long end = file.size() - END - COMMENT_LENGTH;
        return end >= 0 && file.read(last, end) == last.capacity() && last.getInt(0) == END_SIGNATURE;
    }

    /** @return the members by name, in their order */
    Map<String, Member> read() throws IOException {
        long end = bytes.size() - END - COMMENT_LENGTH;
        if (end < 0) throw bytes.refused(bytes.size(), "ends too early for a bundle");
        ByteBuffer last = bytes.read(end, END + COMMENT_LENGTH);
        if (last.getInt(0) != END_SIGNATURE || last.getShort(20) != COMMENT_LENGTH)
            throw bytes.refused(end, "is not the end of a bundle: it was cut, or something was added");
        int count = last.getShort(10);
        long size = unsigned(last.getInt(12));
        long start = unsigned(last.getInt(16));
        boolean fits = last.getInt(4) == 0 && last.getShort(8) == count && start + size == end;
        if (!fits || count < NAMES.size() || count > NAMES.size() + 1)
            throw bytes.refused(end, "does not fit the members");
        String comment = new String(last.array(), END, COMMENT_LENGTH, StandardCharsets.ISO_8859_1);
        if (size > CENTRAL_HEADER * 100L) throw bytes.refused(start, "is too large a directory");
        Map<String, Member> members = members(start, size, count);
        String digest = COMMENT + Sha256.hex(bytes.digest(start));
        if (!comment.equals(digest))
            throw bytes.refused(end + END, "must be " + digest + ": some byte before was changed");
        return members;
    }

    private Map<String, Member> members(long start, long size, int count) throws IOException {
        ByteBuffer directory = bytes.read(start, (int) size);
        Map<String, Member> members = new LinkedHashMap<>();
        long next = 0;
        int offset = 0;
        for (int i = 0; i < count; i++) {
            if (offset + CENTRAL_HEADER > size)
                throw bytes.refused(start + offset, "ends too early: member " + (i + 1) + " is missing");
            String name = i == NAMES.size() ? OPTIONAL_NAME : NAMES.get(i);
            Member member = member(directory, offset, start + offset, name, next);
            members.put(name, member);
            next = member.start() + member.packed() + DESCRIPTOR;
            offset += CENTRAL_HEADER + name.length();
        }
        if (offset != size) throw bytes.refused(start + offset, "is behind the last member");
        if (next != start) throw bytes.refused(next, "is between the last member and the directory");
        return members;
    }

    /** Reads a member from its entry in the directory and from the headers around its data; all must say the same. */
    private Member member(ByteBuffer directory, int offset, long position, String name, long header)
            throws IOException {
        int flags = directory.getShort(offset + 8);
        int crc = directory.getInt(offset + 16);
        long packed = unsigned(directory.getInt(offset + 20));
        long size = unsigned(directory.getInt(offset + 24));
        ByteBuffer central = centralHeader(name, flags, crc, packed, size, header);
        bytes.require(central, directory, offset, position, "the directory entry of " + name);
        ByteBuffer local = localHeader(name, flags);
        bytes.require(local, bytes.read(header, local.capacity()), 0, header, "the header of " + name);
        long start = header + local.capacity();
        long end = start + packed;
        ByteBuffer descriptor = ZipBytes.littleEndian(DESCRIPTOR)
                .putInt(DESCRIPTOR_SIGNATURE)
                .putInt(crc)
                .putInt((int) packed)
                .putInt((int) size);
        bytes.require(descriptor, bytes.read(end, DESCRIPTOR), 0, end, "the end of " + name);
        return new Member(name, start, packed, size, crc);
    }

    private static ByteBuffer centralHeader(String name, int flags, int crc, long packed, long size, long header) {
        return ZipBytes.littleEndian(CENTRAL_HEADER + name.length())
                .putInt(CENTRAL_HEADER_SIGNATURE)
                .putShort(VERSION)
                .putShort(VERSION)
                .putShort((short) (HAS_DESCRIPTOR | flags & UTF_8))
                .putShort(DEFLATED)
                .putShort((short) 0)
                .putShort(NO_DAY)
                .putInt(crc)
                .putInt((int) packed)
                .putInt((int) size)
                .putShort((short) name.length())
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt((int) header)
                .put(name.getBytes(StandardCharsets.US_ASCII));
    }

    private static ByteBuffer localHeader(String name, int flags) {
        return ZipBytes.littleEndian(LOCAL_HEADER + name.length())
                .putInt(LOCAL_HEADER_SIGNATURE)
                .putShort(VERSION)
                .putShort((short) flags)
                .putShort(DEFLATED)
                .putShort((short) 0)
                .putShort(NO_DAY)
                .putInt(0)
                .putInt(0)
                .putInt(0)
                .putShort((short) name.length())
                .putShort((short) 0)
                .put(name.getBytes(StandardCharsets.US_ASCII));
    }

    private static long unsigned(int value) {
        return Integer.toUnsignedLong(value);
    }
}
