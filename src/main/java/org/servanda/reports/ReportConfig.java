package org.servanda.reports;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The limits of what reports may use on a node. */
@ConfigMapping(prefix = "servanda.reports")
public interface ReportConfig {

    /** Reports written at one time; each holds a connection to the database until its reader has read it. */
    @WithDefault("4")
    int atOnce();

    /** How long the writing of a report may take; a million rows over a slow line take minutes. */
    @WithDefault("20M")
    Duration patience();

    /** How long the reader of a report may read almost nothing while there is something to read. */
    @WithDefault("1M")
    Duration readerPatience();

    /** Reports that wait for a place; each holds a worker thread and no connection to the database. */
    @WithDefault("16")
    int waiting();

    /** How long a report waits for a place before the client is told to try again. */
    @WithDefault("20S")
    Duration turnPatience();
}
