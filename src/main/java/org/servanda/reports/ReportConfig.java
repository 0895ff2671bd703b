package org.servanda.reports;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of a node reports may take. */
@ConfigMapping(prefix = "servanda.reports")
public interface ReportConfig {

    /** Reports written at one time; each holds a connection to the store for as long as its reader takes. */
    @WithDefault("4")
    int atOnce();

    /** How long one may take; a million rows over a slow line are minutes. */
    @WithDefault("20M")
    Duration patience();

    /** How long its reader may read next to nothing, when there is something to read. */
    @WithDefault("1M")
    Duration readerPatience();

    /** Reports that wait for their turn; each holds a worker, and no connection to the store. */
    @WithDefault("16")
    int waiting();

    /** How long one waits for its turn, before it is told to come again. */
    @WithDefault("20S")
    Duration turnPatience();
}
