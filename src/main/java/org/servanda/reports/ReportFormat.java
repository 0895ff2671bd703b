package org.servanda.reports;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.core.MediaType;

import org.servanda.formats.Format;

/** What a report can be had as; the constants are the words of the parameter. */
enum ReportFormat {
    json(Format.json),
    ndjson(Format.ndjson),
    csv(Format.csv),
    xlsx(Format.xlsx),
    pdf(Format.pdf),

    datapackage(null);

    /** Of {@link #datapackage}; its files are named {@code datapackage.json}. */
    static final String DATAPACKAGE = "application/vnd.datapackage+json";

    private final Format format;

    ReportFormat(Format format) {
        this.format = format;
    }

    /** The format of the file, none for what only describes one. */
    Optional<Format> file() {
        return Optional.ofNullable(format);
    }

    String mediaType() {
        return format == null ? DATAPACKAGE : format.mediaType();
    }

    /** Whether the same address gives the same bytes. */
    boolean repeatable() {
        return this != xlsx && this != pdf;
    }

    /** The first that a client accepts, json before all others. */
    static Optional<ReportFormat> accepted(List<MediaType> accepted) {
        return accepted.stream()
                .flatMap(wanted -> Arrays.stream(values())
                        .filter(format -> wanted.isCompatible(MediaType.valueOf(format.mediaType())))
                        .limit(1))
                .findFirst();
    }
}
