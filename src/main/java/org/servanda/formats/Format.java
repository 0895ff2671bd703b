package org.servanda.formats;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The file formats of a report. The constants are the values of the parameter and the extensions of file names. */
public enum Format {
    json("application/json"),
    ndjson("application/x-ndjson"),
    csv("text/csv"),
    xlsx("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    pdf("application/pdf");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The media type without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** The extension of a file name, without the dot. */
    public String extension() {
        return name();
    }

    public static Optional<Format> findByName(String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().equals(name))
                .findFirst();
    }

    /** Ignores parameters such as a charset, and case. */
    public static Optional<Format> findByMediaType(String mediaType) {
        String bare = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.mediaType.equals(bare))
                .findFirst();
    }
}
