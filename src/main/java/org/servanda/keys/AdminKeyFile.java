package org.servanda.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

import org.servanda.start.StartRefusal;

/** The file for an admin key, which only its owner can read from the moment it exists. */
record AdminKeyFile(Path path) {

    /**
     * The file must be new, so that no prepared link is followed; it is written synchronously, so that it is on the
     * disk before the commit.
     */
    private static final Set<OpenOption> NEW =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC);

    /** Mode 0600. */
    private static final String OWNER_ONLY = "rw-------";

    boolean exists() {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    void write(String key) {
        var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY));
        try (SeekableByteChannel file = Files.newByteChannel(path, NEW, mode)) {
            file.write(ByteBuffer.wrap((key + "\n").getBytes(StandardCharsets.US_ASCII)));
        } catch (FileAlreadyExistsException e) {
            throw new StartRefusal(message("that file exists; name another, or move it away"), e);
        } catch (NoSuchFileException e) {
            throw new StartRefusal(message("its folder does not exist; make it"), e);
        } catch (UnsupportedOperationException e) {
            throw new StartRefusal(message("files cannot be kept from other users there"), e);
        } catch (IOException e) {
            throw new StartRefusal(message("that failed: " + e), e);
        }
    }

    private String message(String reason) {
        return "an admin key is to be written to " + path + ", but " + reason;
    }
}
