package org.servanda.keys;

import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "servanda.keys")
interface KeyConfig {

    /** Where an admin key that is made at start goes; without it, to the console. */
    Optional<Path> adminKeyFile();

    /** Whether the start sees to it that there is one; a command leaves the register as it is. */
    @WithDefault("true")
    boolean atStart();
}
