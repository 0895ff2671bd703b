package org.servanda.time;

import java.time.ZoneId;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "servanda.time")
interface TimeConfig {

    /** The time zone in which a day ends: at its midnight, commitments become due, overdue or late. */
    @WithDefault("UTC")
    ZoneId zone();
}
