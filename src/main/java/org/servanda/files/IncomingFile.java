package org.servanda.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A received file that is not recorded yet; its temporary copy is deleted on close unless it was moved to the store.
 *
 * @param sha256 digest of the bytes, lower-case hexadecimal
 * @param size in bytes
 * @param head the first bytes
 * @param utf8 whether all bytes are UTF-8 without U+0000
 */
record IncomingFile(Path path, String sha256, long size, byte[] head, boolean utf8) implements AutoCloseable {

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
