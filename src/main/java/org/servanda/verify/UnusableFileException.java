package org.servanda.verify;

import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** The refusal of a file that cannot be used, so that nothing was found out about the bundle. */
final class UnusableFileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String file;

    UnusableFileException(String file, String why) {
        super(why);
        this.file = file;
    }

    static UnusableFileException because(String file, Exception e) {
        if (e instanceof NoSuchFileException) return new UnusableFileException(file, "there is no such file");
        if (e instanceof AccessDeniedException) return new UnusableFileException(file, "you may not read it");
        if (e instanceof CharacterCodingException) return new UnusableFileException(file, "is not UTF-8");
        return new UnusableFileException(file, "cannot be read: " + e);
    }

    /** As the command names it. */
    String file() {
        return file;
    }
}
