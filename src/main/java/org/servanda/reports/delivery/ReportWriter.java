package org.servanda.reports.delivery;

import java.io.OutputStream;

import org.servanda.formats.ReportHeading;

/** Writes a report to a stream, in a transaction of its own. */
@FunctionalInterface
public interface ReportWriter {

    /** @return how many rows were written */
    long write(ReportHeading heading, OutputStream out);
}
