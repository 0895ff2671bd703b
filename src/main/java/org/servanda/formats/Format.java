package org.servanda.formats;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats a report comes in. Constants are the words of the API and the ends of file names. */
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

    /** Without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** The end of a file's name, without the dot. */
    public String extension() {
        return name();
    }

    public static Optional<Format> findByName(String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().equals(name))
                .findFirst();
    }

    /** Parameters such as a charset are looked over, and so is the case. */
    public static Optional<Format> findByMediaType(String mediaType) {
        String bare = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.mediaType.equals(bare))
                .findFirst();
    }
}
