package org.servanda.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.servanda.start.BeforeDatabase;
import org.servanda.start.StartRefusal;
import org.servanda.text.Sha256;
import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;

/**
 * The folder that stores the bytes of files: each content once, under its digest. A file is on the disk, with its name,
 * before the register refers to it, and is never written again.
 */
@ApplicationScoped
class FileStore {

    /** Priority after the database has reported itself and before the seeds. */
    private static final int AFTER_STORE = 150;

    private static final int CHUNK = 64 * 1024;
    private static final int HEAD = 16;

    private final Path folder;
    private final long maxSize;
    private final boolean atStart;

    FileStore(FileConfig config) {
        atStart = config.atStart();
        folder = config.folder().toAbsolutePath();
        maxSize = config.maxSize().asLongValue();
    }

    /** Checks before the database is opened that the folder can be created and written. Creates nothing. */
    void require(@Observes BeforeDatabase start) {
        if (!atStart) return;
        Path existing = folder;
        while (!Files.exists(existing)) existing = existing.getParent();
        if (!Files.isDirectory(existing)) throw startRefusal(existing + " is no folder", null);
        if (!Files.isWritable(existing)) throw startRefusal(existing + " may not be written to", null);
    }

    void open(@Observes @Priority(AFTER_STORE) StartupEvent start) {
        if (!atStart) return;
        try {
            Files.createDirectories(incomingFolder());
            Files.delete(Files.createTempFile(incomingFolder(), "start", null));
        } catch (IOException e) {
            throw startRefusal(e.toString(), e);
        }
    }

    private StartRefusal startRefusal(String reason, IOException cause) {
        return new StartRefusal(
                "files cannot be kept in " + folder + " (" + reason
                        + "): let SERVANDA_DATA_DIR, or SERVANDA_FILES_FOLDER, name a folder that this program may write to",
                cause);
    }

    private Path incomingFolder() {
        return folder.resolve("arriving");
    }

    /**
     * Receives the bytes of a file.
     *
     * @throws ProblemException when the file is too large
     * @throws IOException when the upload breaks off
     */
    IncomingFile receive(InputStream content) throws IOException {
        Path path = Files.createTempFile(incomingFolder(), "file", null);
        try (FileChannel out = FileChannel.open(path, StandardOpenOption.WRITE)) {
            MessageDigest digest = Sha256.sha256();
            Utf8Check text = new Utf8Check();
            byte[] head = {};
            byte[] chunk = new byte[CHUNK];
            long size = 0;
            for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                size += read;
                if (size > maxSize) throw tooLarge();
                if (head.length < HEAD) head = join(head, chunk, Math.min(read, HEAD - head.length));
                digest.update(chunk, 0, read);
                text.take(chunk, read);
                ByteBuffer rest = ByteBuffer.wrap(chunk, 0, read);
                while (rest.hasRemaining()) out.write(rest);
            }
            out.force(true);
            return new IncomingFile(path, HexFormat.of().formatHex(digest.digest()), size, head, text.ended());
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private ProblemException tooLarge() {
        return new ProblemException(ProblemType.BODY_TOO_LARGE, "A file may have at most " + maxSize + " bytes.")
                // The rest of the upload is not read.
                .with("Connection", "close");
    }

    private static byte[] join(byte[] head, byte[] chunk, int count) {
        byte[] joined = Arrays.copyOf(head, head.length + count);
        System.arraycopy(chunk, 0, joined, head.length, count);
        return joined;
    }

    /** Moves the bytes to their permanent name; the same content twice is the same file. */
    void store(IncomingFile incoming) {
        Path target = path(incoming.sha256());
        try {
            Files.createDirectories(target.getParent());
            Files.move(incoming.path(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            // Without this, a power cut could remove the new names of the file and of its folder.
            for (Path changed : new Path[] {target.getParent(), folder}) {
                try (FileChannel names = FileChannel.open(changed)) {
                    names.force(true);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a file cannot be kept in " + folder, e);
        }
    }

    /** The path of the bytes; empty when they are missing or incomplete. */
    Optional<Path> find(String sha256, long size) {
        Path path = path(sha256);
        try {
            return Files.isRegularFile(path) && Files.size(path) == size ? Optional.of(path) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Path path(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /** Checks chunk by chunk whether bytes are UTF-8 without U+0000. */
    private static final class Utf8Check {

        private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        private final CharBuffer decoded = CharBuffer.allocate(CHUNK + 1);
        private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK + 4);
        private boolean valid = true;

        void take(byte[] chunk, int length) {
            if (!valid) return;
            bytes.put(chunk, 0, length).flip();
            decode(false);
            bytes.compact();
        }

        private void decode(boolean end) {
            CoderResult result = decoder.decode(bytes, decoded.clear(), end);
            valid = !result.isError() && decoded.flip().chars().noneMatch(character -> character == 0);
        }

        boolean ended() {
            if (!valid) return false;
            bytes.flip();
            decode(true);
            return valid;
        }
    }
}
