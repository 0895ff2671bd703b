package org.servanda.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where seed files are read from: a folder on disk, or the copy inside the program. */
interface SeedFolder {

    /** The text of the file at {@code path}, empty when there is none. */
    Optional<String> read(String path);

    static SeedFolder at(Path folder) {
        return path -> {
            Path file = folder.resolve(path);
            if (!Files.isRegularFile(file)) return Optional.empty();
            try {
                return Optional.of(Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException("the seed file " + file + " cannot be read", e);
            }
        };
    }

    static SeedFolder inProgram() {
        return path -> {
            try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream("seeds/" + path)) {
                return in == null
                        ? Optional.empty()
                        : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException("the seed file " + path + " cannot be read", e);
            }
        };
    }
}
