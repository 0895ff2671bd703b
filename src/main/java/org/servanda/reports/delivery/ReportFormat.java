package org.servanda.reports.delivery;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.servanda.formats.Format;
import org.servanda.web.AcceptedTypes;

/** The formats of a report; the constants are the values of the parameter. */
public enum ReportFormat {
    json(Format.json),
    ndjson(Format.ndjson),
    csv(Format.csv),
    xlsx(Format.xlsx),
    pdf(Format.pdf),
    datapackage(null),
    bundle(null);

    /** The formats of every report; only the status report has a bundle. */
    public static final Set<ReportFormat> TABLES = EnumSet.complementOf(EnumSet.of(bundle));

    public static final Set<ReportFormat> ALL = EnumSet.allOf(ReportFormat.class);

    /** The media type of {@link #datapackage}; its file is named {@code datapackage.json}. */
    static final String DATAPACKAGE = "application/vnd.datapackage+json";

    /** The media type of {@link #bundle}. */
    static final String ZIP = "application/zip";

    private final Format format;

    ReportFormat(Format format) {
        this.format = format;
    }

    /** The format of the rows; empty for a data package, which only describes a file, and for a bundle. */
    Optional<Format> file() {
        return Optional.ofNullable(format);
    }

    String mediaType() {
        return switch (this) {
            case datapackage -> DATAPACKAGE;
            case bundle -> ZIP;
            default -> format.mediaType();
        };
    }

    /** Whether the same address gives the same bytes, so that the response can have an entity tag. */
    boolean repeatable() {
        return this != xlsx && this != pdf && this != bundle;
    }

    /** The format that a client prefers; json where it prefers several equally. */
    static Optional<ReportFormat> accepted(String accept, Set<ReportFormat> offered) {
        return AcceptedTypes.of(accept).best(offered, ReportFormat::mediaType);
    }
}
