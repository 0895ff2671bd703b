package org.servanda.reports;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of a node reports may take. */
@ConfigMapping(prefix = "servanda.reports")
interface ReportConfig {

    /** Reports written at one time; each holds a connection to the store for as long as its reader takes. */
    @WithDefault("4")
    int atOnce();

    /** How long one may take; a million rows over a slow line are minutes. */
    @WithDefault("1H")
    Duration patience();
}
