package org.servanda.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "servanda.access")
interface AccessConfig {

    /** Whether the published register may be read without a key. */
    @WithDefault("true")
    boolean publicRead();

    /** Invalid credentials from one address within a minute, before the address must wait: typing errors need few. */
    @WithDefault("10")
    int failuresPerMinute();
}
