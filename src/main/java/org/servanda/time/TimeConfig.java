package org.servanda.time;

import java.time.ZoneId;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "servanda.time")
interface TimeConfig {

    /** The zone in which a day ends: what is due, overdue or late turns at its midnight. */
    @WithDefault("UTC")
    ZoneId zone();
}
