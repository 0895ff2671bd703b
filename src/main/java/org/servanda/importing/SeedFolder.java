package org.servanda.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.servanda.start.StartRefusal;

/** Source of the seed files: a folder on disk, or the copy inside the program. */
interface SeedFolder {

    /** Text of the file at {@code path}; empty where there is no such file. */
    Optional<String> read(String path);

    /** @throws StartRefusal where the path is not a folder, which would otherwise look like a folder without any file */
    static SeedFolder at(Path folder) {
        if (!Files.isDirectory(folder))
            throw new StartRefusal("the seeds are to be read from " + folder + ", which is "
                    + (Files.exists(folder) ? "no folder" : "not there")
                    + ": let SERVANDA_SEEDS_DIR name their folder, or leave it out to take those in the program");
        return path -> {
            Path file = folder.resolve(path);
            if (!Files.isRegularFile(file)) return Optional.empty();
            try {
                return Optional.of(Files.readString(file));
            } catch (IOException e) {
                throw new StartRefusal(
                        "the seed file " + file + " cannot be read (" + e.getMessage()
                                + "): see that it is UTF-8 and that this program may read it",
                        e);
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
