package org.servanda.verify;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The files that the command names. Each way in which one cannot be used is an {@link UnusableFileException}. */
final class InputFiles {

    private InputFiles() {}

    /** The path of a file that is a zip, or was one before it was altered: it begins or ends as a zip. */
    static Path bundle(String name) throws IOException {
        Path path = path(name);
        if (Files.isDirectory(path)) throw new UnusableFileException(name, "is a folder");
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            if (file.size() == 0) throw new UnusableFileException(name, "is empty");
            if (!ZipDirectory.begins(file) && !ZipDirectory.ends(file))
                throw new UnusableFileException(name, "is no zip");
        }
        return path;
    }

    /** The text of a file beside the bundle. */
    static String text(String name) {
        Path path = path(name);
        if (Files.isDirectory(path)) throw new UnusableFileException(name, "is a folder");
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw UnusableFileException.because(name, e);
        }
    }

    static boolean exists(String name) {
        return Files.exists(path(name));
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw UnusableFileException.because(name, e);
        }
    }
}
