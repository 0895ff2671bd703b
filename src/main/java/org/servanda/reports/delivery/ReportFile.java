package org.servanda.reports.delivery;

import java.util.StringJoiner;

import jakarta.ws.rs.core.EntityTag;

import org.servanda.formats.ReportHeading;
import org.servanda.ledger.ReadPoint;
import org.servanda.reports.Report;
import org.servanda.text.Sha256;

/** A report as a file: its heading, its name and its entity tag, which all follow from the report and the output options. */
record ReportFile(Report<?> report, OutputOptions options) {

    ReportHeading heading() {
        ReadPoint at = report.at();
        return new ReportHeading(
                report.name(),
                report.title().in(options.lang()),
                options.lang(),
                at.asOf(),
                at.knownAt(),
                at.revision(),
                report.filter(),
                address());
    }

    /** Path and query, pinned to the read point: the same address gives the same rows again. */
    private String address() {
        StringJoiner query = new StringJoiner("&");
        if (!report.query().isEmpty()) query.add(report.query());
        if (!report.filter().isEmpty()) query.add(report.filter());
        query.add("asOf=" + report.at().asOf())
                .add("knownAt=" + report.at().revision())
                .add(options.query());
        return Report.ADDRESS + "/" + report.name() + "?" + query;
    }

    /** The name of the file. It contains the read point, since the file is read long after its address is forgotten. */
    String name() {
        String stem = "servanda-" + report.name().replace('/', '-') + "-"
                + report.at().asOf() + "-r" + report.at().revision();
        return switch (options.format()) {
            case datapackage -> "datapackage.json";
            case bundle -> stem + ".zip";
            default -> stem + "." + options.format();
        };
    }

    /** The tag of the bytes: the same version of the program writes the same bytes for one address and one audience. */
    EntityTag tag(String version) {
        return new EntityTag(Sha256.sha256(version + " " + address() + " " + report.audience())
                .substring(0, 32));
    }
}
