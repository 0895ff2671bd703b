package org.servanda.reports.delivery;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.servanda.formats.Format;
import org.servanda.web.AcceptedTypes;

/** What a report can be had as; the constants are the words of the parameter. */
public enum ReportFormat {
    json(Format.json),
    ndjson(Format.ndjson),
    csv(Format.csv),
    xlsx(Format.xlsx),
    pdf(Format.pdf),
    datapackage(null),
    bundle(null);

    /** What every report can be had as; the bundle is of the status report alone. */
    public static final Set<ReportFormat> TABLES = EnumSet.complementOf(EnumSet.of(bundle));

    public static final Set<ReportFormat> ALL = EnumSet.allOf(ReportFormat.class);

    /** Of {@link #datapackage}; its files are named {@code datapackage.json}. */
    static final String DATAPACKAGE = "application/vnd.datapackage+json";

    /** Of {@link #bundle}. */
    static final String ZIP = "application/zip";

    private final Format format;

    ReportFormat(Format format) {
        this.format = format;
    }

    /** The format of the file, none for what only describes one. */
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

    /** Whether the same address gives the same bytes. */
    boolean repeatable() {
        return this != xlsx && this != pdf && this != bundle;
    }

    /** The one that a client wants most, json before all others. */
    static Optional<ReportFormat> accepted(String accept, Set<ReportFormat> offered) {
        return AcceptedTypes.of(accept).best(offered, ReportFormat::mediaType);
    }
}
