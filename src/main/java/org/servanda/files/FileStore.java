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
 * The folder of the bytes: each content once, under its digest. What is kept is on the disk, name and all, before the
 * register says so, and is never written again.
 */
@ApplicationScoped
class FileStore {

    /** After the store said which it is, before the seeds. */
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

    /** A folder that cannot be made or written is found out before there is a register. Nothing is made yet. */
    void require(@Observes BeforeDatabase start) {
        if (!atStart) return;
        Path there = folder;
        while (!Files.exists(there)) there = there.getParent();
        if (!Files.isDirectory(there)) throw refused(there + " is no folder", null);
        if (!Files.isWritable(there)) throw refused(there + " may not be written to", null);
    }

    void open(@Observes @Priority(AFTER_STORE) StartupEvent start) {
        if (!atStart) return;
        try {
            Files.createDirectories(arriving());
            Files.delete(Files.createTempFile(arriving(), "start", null));
        } catch (IOException e) {
            throw refused(e.toString(), e);
        }
    }

    private StartRefusal refused(String why, IOException cause) {
        return new StartRefusal(
                "files cannot be kept in " + folder + " (" + why
                        + "): let SERVANDA_DATA_DIR, or SERVANDA_FILES_FOLDER, name a folder that this program may write to",
                cause);
    }

    private Path arriving() {
        return folder.resolve("arriving");
    }

    /**
     * Takes bytes in, as they come.
     *
     * @throws ProblemException when they are more than are taken
     * @throws IOException when they break off
     */
    IncomingFile receive(InputStream content) throws IOException {
        Path path = Files.createTempFile(arriving(), "file", null);
        try (FileChannel out = FileChannel.open(path, StandardOpenOption.WRITE)) {
            MessageDigest digest = Sha256.sha256();
            Utf8 text = new Utf8();
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
                // The rest of it is not read.
                .with("Connection", "close");
    }

    private static byte[] join(byte[] head, byte[] chunk, int more) {
        byte[] joined = Arrays.copyOf(head, head.length + more);
        System.arraycopy(chunk, 0, joined, head.length, more);
        return joined;
    }

    /** Gives bytes their lasting name; the same content twice is the same file. */
    void keep(IncomingFile incoming) {
        Path kept = path(incoming.sha256());
        try {
            Files.createDirectories(kept.getParent());
            Files.move(incoming.path(), kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            // Else a power cut could take the name away again, and the folder's own.
            for (Path changed : new Path[] {kept.getParent(), folder}) {
                try (FileChannel names = FileChannel.open(changed)) {
                    names.force(true);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a file cannot be kept in " + folder, e);
        }
    }

    /** Where the bytes are; empty when they are not there whole. */
    Optional<Path> find(String sha256, long size) {
        Path kept = path(sha256);
        try {
            return Files.isRegularFile(kept) && Files.size(kept) == size ? Optional.of(kept) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Path path(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /** Follows whether bytes are UTF-8 without U+0000, chunk by chunk. */
    private static final class Utf8 {

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
