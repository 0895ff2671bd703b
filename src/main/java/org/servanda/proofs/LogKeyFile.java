package org.servanda.proofs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.servanda.start.StartRefusal;

/**
 * The file outside the database that holds the log's signing keys, one on each line, and beside it the file with the
 * last checkpoint.
 */
record LogKeyFile(Path path) {

    /**
     * The file must be new, so that no prepared link is followed; it is written synchronously, so that it is on the
     * disk before anyone relies on it.
     */
    private static final Set<OpenOption> NEW =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC);

    /** Mode 0600. */
    private static final String OWNER_ONLY = "rw-------";

    boolean exists() {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Reads the keys, in the order of the file. */
    List<SigningKey> read() {
        try {
            List<SigningKey> keys = new ArrayList<>();
            List<String> lines = Files.readAllLines(path);
            for (int i = 0; i < lines.size(); i++)
                if (!lines.get(i).isBlank()) keys.add(key(lines.get(i).strip(), i + 1));
            if (keys.isEmpty()) throw new StartRefusal(path + " holds no key of the log: put the file back as it was");
            return keys;
        } catch (IOException e) {
            throw new StartRefusal(
                    "the keys of the log cannot be read from " + path + " (" + e + "): put the file back as it was", e);
        }
    }

    private SigningKey key(String line, int number) {
        try {
            return SigningKey.parse(line);
        } catch (IllegalArgumentException e) {
            throw new StartRefusal("line " + number + " of " + path + " " + e.getMessage(), e);
        }
    }

    void write(SigningKey key) {
        try {
            Files.createDirectories(folder());
            create(path, key.text() + "\n");
            forceFolder();
        } catch (UnsupportedOperationException e) {
            throw new StartRefusal(
                    "a key of the log is to be written to " + path
                            + ", but files cannot be kept from other users there",
                    e);
        } catch (IOException e) {
            throw new StartRefusal(
                    "a key of the log is to be written to " + path + ", but that failed (" + e
                            + "): let SERVANDA_PROOFS_KEY_FILE name a file in a folder that this program may write to",
                    e);
        }
    }

    /** The last checkpoint that was signed here; empty before the first one. */
    Optional<Checkpoint> checkpoint() {
        try {
            Path file = checkpointFile();
            return Files.exists(file) ? Optional.of(Checkpoint.parse(Files.readString(file))) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("the last checkpoint cannot be read from " + checkpointFile(), e);
        }
    }

    /** Replaces the last checkpoint atomically: after a power cut either the old or the new one is there. */
    void write(Checkpoint checkpoint) {
        Path next = path.resolveSibling(path.getFileName() + ".checkpoint.new");
        try {
            Files.deleteIfExists(next);
            create(next, checkpoint.note());
            Files.move(next, checkpointFile(), StandardCopyOption.ATOMIC_MOVE);
            forceFolder();
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoint cannot be written to " + checkpointFile(), e);
        }
    }

    Path checkpointFile() {
        return path.resolveSibling(path.getFileName() + ".checkpoint");
    }

    private static void create(Path file, String text) throws IOException {
        var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY));
        try (SeekableByteChannel channel = Files.newByteChannel(file, NEW, mode)) {
            ByteBuffer left = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (left.hasRemaining()) channel.write(left);
        }
    }

    private Path folder() {
        return path.toAbsolutePath().getParent();
    }

    private void forceFolder() throws IOException {
        try (FileChannel folder = FileChannel.open(folder(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
