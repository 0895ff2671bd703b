package org.servanda.formats;

import java.time.Instant;
import java.time.LocalDate;

import org.servanda.text.Language;

/**
 * The heading of a report in one language. All of it follows from the address; nothing depends on when the document is
 * written.
 *
 * @param report the name of the report, as in its address
 * @param filter the filter as a query string; may be empty
 * @param address path and query that give the same rows again
 */
public record ReportHeading(
        String report,
        String title,
        Language lang,
        LocalDate asOf,
        Instant knownAt,
        long revision,
        String filter,
        String address) {}
