package org.servanda.faults;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.servanda.testing.CommandResult;

/**
 * A disk whose power can be cut: an ext4 file system in a file. What was not forced out when the power goes is gone, and
 * what was forced out comes back with the journal. It can be filled, too. Needs root and a kernel with loop devices.
 */
class CrashableDisk implements AutoCloseable {

    private static final long BYTES = 1L << 30;

    /** EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH: not even the journal is written out. Every Debian has Perl. */
    private static final String SHUTDOWN =
            "open(my $disk, '<', $ARGV[0]) or die $!; my $flags = pack('L', 2); ioctl($disk, 0x8004587d, $flags) or die $!";

    private final Path image;
    private final Path at;

    private CrashableDisk(Path image, Path at) {
        this.image = image;
        this.at = at;
    }

    /** A new one, in use. */
    static CrashableDisk make(Path folder) throws IOException {
        CrashableDisk disk =
                new CrashableDisk(folder.resolve("disk.img"), Files.createDirectories(folder.resolve("disk")));
        try (RandomAccessFile file = new RandomAccessFile(disk.image.toFile(), "rw")) {
            file.setLength(BYTES);
        }
        CommandResult.of("mkfs.ext4", "-q", "-F", disk.image.toString()).requireSuccess();
        disk.mount();
        return disk;
    }

    /** A new folder on it. */
    Path folder(String name) throws IOException {
        return Files.createDirectories(at.resolve(name));
    }

    /** Cuts the power: every read and write fails from now on. */
    void cut() throws IOException {
        CommandResult.of("perl", "-e", SHUTDOWN, at.toString()).requireSuccess();
    }

    /** Takes all the room that is left. */
    void fill() throws IOException {
        byte[] chunk = new byte[4_096];
        try (FileChannel filler = FileChannel.open(filler(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (true) filler.write(ByteBuffer.wrap(chunk));
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("No space left on device")) throw e;
        }
    }

    /** Gives it back. */
    void makeRoom() throws IOException {
        Files.delete(filler());
    }

    private Path filler() {
        return at.resolve("filler");
    }

    /** The power is back; nobody may hold a file open that lies here. */
    void restore() throws IOException {
        CommandResult.of("umount", at.toString()).requireSuccess();
        mount();
    }

    private void mount() throws IOException {
        CommandResult.of("mount", "-o", "loop", image.toString(), at.toString()).requireSuccess();
    }

    @Override
    public void close() throws IOException {
        CommandResult.of("umount", "--lazy", at.toString()).requireSuccess();
    }
}
