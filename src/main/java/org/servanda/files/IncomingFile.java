package org.servanda.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Bytes that have come in whole but belong to nobody yet; what is not kept is gone when it is closed.
 *
 * @param sha256 their digest, lower-case hexadecimal
 * @param size how many they are
 * @param head the first few
 * @param utf8 whether they are UTF-8 without U+0000 throughout
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
