package org.servanda.formats;

import java.time.Instant;
import java.time.LocalDate;

import org.servanda.text.Language;

/**
 * What stands above the rows, in one language. All of it is fixed by the address; nothing depends on when the document
 * is written.
 *
 * @param report the report's own word, as in its address
 * @param filter the query by which the rows were chosen; may be empty
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
